import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { ProseBlock } from './prose-block.ts';

/** What a rule found in a block, in units of its text. */
export interface ProseFault {
  readonly start: number;
  readonly end: number;
  /** What should stand there, where one thing only can be meant. */
  readonly instead?: string;
  /** For `{name}` in the rule's words. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a rule may look at besides its block. */
export interface ProseContext {
  /** All blocks of the article, in order. */
  readonly blocks: readonly ProseBlock[];
  readonly index: number;
}

/** One row of the table of faults of prose. A rule sees text as it is read, never marks. */
export interface ProseRule {
  /** Never renamed: exceptions in articles name it. */
  readonly id: string;
  /** Which papers it reads: `zh` those in Chinese, `zh-Hans` those in simplified Chinese. */
  readonly language: 'any' | 'zh' | 'zh-Hans';
  /** What was expected and found; `{name}` stands for a value of the fault. */
  readonly message: Bilingual;
  readonly action: Bilingual;
  /** The evidence: where it comes from, and why a fix is safe or is not offered. */
  readonly why: string;
  /** Read by the test. `paragraphs` are set apart by a line end; `right` is what --fix makes of it. */
  readonly examples: readonly { readonly wrong: string; readonly right?: string }[];
  /** Sound text in which the rule must find nothing. */
  readonly clean: readonly string[];
  readonly find: (block: ProseBlock, context: ProseContext) => readonly ProseFault[];
}
