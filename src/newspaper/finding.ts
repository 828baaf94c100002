/** info: mended safely · review: a person should look · error: refused. */
export type Severity = 'info' | 'review' | 'error';

/** What a finding says; the commands print it in the reader's language. */
export interface FindingWords {
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do. */
  readonly action: string;
}

/** A finding as it is printed: in one language. */
export interface PrintedFinding extends FindingWords {
  /** Kebab-case name of the defect; never renamed. */
  readonly id: string;
  readonly severity: Severity;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Where it is about more than one line: the last of them. */
  readonly lastLine?: number | undefined;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** The text it is about, as it stands in the file. */
  readonly excerpt: string;
  /** How to mend it without asking, where that is safe; no part of a report. */
  readonly fix?: TextFix | undefined;
}

/** One thing a person may want to know about a file. Stages collect them; only commands print them. */
export interface Finding extends PrintedFinding {
  /** What it says in English; `message` and `action` are in Chinese. */
  readonly english: FindingWords;
}

/** Puts `text` in the place of a stretch of the decoded file; offsets are UTF-16 units from 0. */
export interface TextFix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
