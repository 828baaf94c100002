/** The part of the citation processor (https://citeproc-js.readthedocs.io) that the tests use. */
declare module 'citeproc' {
  class Engine {
    constructor(
      sys: { retrieveLocale: (language: string) => string; retrieveItem: (id: string) => unknown },
      style: string,
      language: string,
      forceLanguage: boolean,
    );
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: unknown, entries: string[]];
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
