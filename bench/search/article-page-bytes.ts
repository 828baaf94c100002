/**
 * An article's page without its text, packed: what of navigation, settings and notes comes with each
 * text that a result is shown from.
 */
export const emptyPageBytes = 5_000;
