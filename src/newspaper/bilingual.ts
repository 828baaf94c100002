/** One thing said in both languages of the commands; what a command says is a table of these. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
