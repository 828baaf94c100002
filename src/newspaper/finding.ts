/** info: mended safely · review: a person should look · error: refused. */
export type Severity = 'info' | 'review' | 'error';

/** One thing a person may want to know about a file. Stages collect them; only commands print them. */
export interface Finding {
  /** Kebab-case name of the defect; never renamed. */
  readonly id: string;
  readonly severity: Severity;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** The text it is about, as it stands in the file. */
  readonly excerpt: string;
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do. */
  readonly action: string;
}
