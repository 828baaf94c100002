/** One benchmark: a file of bench/ that exports these three. `bench/run.ts` finds and runs them. */
export interface Bench {
  /** As typed after `npm run bench --`; the file's name. */
  readonly name: string;
  /** One or two sentences in Chinese: what it measures, and against what bar. */
  readonly describe: string;
  readonly run: (options: BenchOptions) => Promise<BenchResult>;
}

export interface BenchOptions {
  /** What followed the bench's name on the command line. */
  readonly args: readonly string[];
  /**
   * Folder of the news corpus (one Markdown file a day, `YYYYMMDD.md`), unpacked on the first call;
   * undefined where it is not on this machine. A bench that needs it then returns `skipped`.
   */
  readonly corpus: () => string | undefined;
  /** A folder of this run's own, removed afterwards. */
  readonly scratch: string;
  /** Says a line to whoever watches; results go into the tables. */
  readonly say: (line: string) => void;
}

export interface BenchTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface BenchResult {
  /** Why nothing was measured. */
  readonly skipped?: string;
  readonly tables?: readonly BenchTable[];
  /** Anything more that belongs in the JSON. */
  readonly details?: unknown;
  /** False where a bar was not met: the command then exits 1. */
  readonly met?: boolean;
}

/** What a bench says where the corpus is missing. */
export const corpusMissing =
  '没有找到语料：请用 EPAPER_CORPUS 指向语料文件夹或 .tar.gz，或把它放在 ../shared/corpora/ 下。';
