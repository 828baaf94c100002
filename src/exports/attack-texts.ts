/** Pieces that break writers of XML, JSON, HTML, Markdown, BibTeX and RIS; put together at random. */
const pieces = [
  ']]>',
  '</script><script>alert(1)</script>',
  '<!--',
  '-->',
  '&',
  '&amp;',
  '&#x0;',
  '&nbsp;',
  '<b>',
  '</title>',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '%',
  '$',
  '#',
  '*粗*',
  '[链](javascript:alert(1))',
  '`',
  '\u0000',
  '\u0008',
  '\u000b',
  '\u001f',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '𠮷',
  '👩‍👩‍👧',
  '\u202e',
  '\t',
  '\r',
  '\n',
  'TY  - NEWS',
  '点亮渡口“灯塔”力量',
  '——记某人',
  'http://example.org/?a=1&b=<2>',
  'NaN',
  '',
];

/**
 * Titles that nobody would print.
 *
 * @param count how many
 * @param seed the same texts for the same seed
 */
export function* attackTexts(count: number, seed = 1): Generator<string> {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let index = 0; index < count; index += 1) {
    yield Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)]).join('');
  }
}
