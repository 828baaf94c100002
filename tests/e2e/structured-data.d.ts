/** The parts of two packages without types that the tests use. */
declare module '@marbec/web-auto-extractor' {
  export default class WebAutoExtractor {
    constructor(options: { addLocation: boolean });
    parse(html: string): { readonly jsonld: Readonly<Record<string, unknown>> };
  }
}
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    /** @param vocabulary schema.org's, as JSON-LD */
    constructor(vocabulary: object);
    validate(found: object): Promise<
      readonly {
        readonly severity: 'ERROR' | 'WARNING';
        readonly issueMessage: string;
        readonly path: readonly { readonly type: string }[];
      }[]
    >;
  }
}
