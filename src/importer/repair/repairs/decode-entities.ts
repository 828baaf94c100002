/**
 * HTML that a tool left in the text is read: entities, and the tags of superscripts and subscripts,
 * line breaks and anchors, whose contents stay.
 *
 * Examples:
 *   发展&amp;改革 -> 发展&改革
 *   A&nbsp;B -> A\u00a0B
 *   &lt;红楼梦&gt; -> <红楼梦>
 *   100m<sup>2</sup> -> 100m²
 *   CO<sub>2</sub> -> CO₂
 *   注<sup>[3]</sup> -> 注[3]
 *   第一行<br>第二行 -> 第一行\n第二行
 *   <span id="page-0-1"></span>本报讯 -> 本报讯
 *   AT&T公司 -> ==
 *   a<b -> ==
 */
import type { Repair } from '../repair.ts';
import { proposeEach, replaceEach } from '../prose.ts';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  times: '×',
  divide: '÷',
  deg: '°',
  plusmn: '±',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  permil: '‰',
  yen: '¥',
  pound: '£',
  euro: '€',
  cent: '¢',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup2: '²',
  sup3: '³',
  zwnj: '',
  zwj: '',
  shy: '',
};

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-n'].map((c, i) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][i]!]),
);
const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-'].map((c, i) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][i]!]),
);

const attribute = `\\s+[\\w:-]+(?:\\s*=\\s*(?:"[^"<>]{0,400}"|'[^'<>]{0,400}'|[\\w#-]{1,80}))?`;
const markup = new RegExp(
  [
    '&(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\\d{0,2}));',
    '<(sup|sub)>([^<>]{0,24})</\\4>',
    '<br\\s*/?>',
    `</?(?:span|a|u|font|small|big|center)(?:${attribute})*\\s*/?>`,
    '</?(?:sup|sub)>',
  ].join('|'),
  'gi',
);

export const decodeEntities: Repair = {
  id: 'decode-entities',
  stage: 'page',
  after: [],
  scripts: ['han-simplified', 'han-traditional', 'japanese', 'korean', 'latin'],
  why: 'What an entity stands for is what the later repairs must see.',
  propose: (blocks) =>
    proposeEach(blocks, ({ text }) => (/[&<]/.test(text) ? replaceEach(text, markup, read) : [])),
};

function read(match: RegExpExecArray): string | undefined {
  const [whole, decimal, hexadecimal, name, place, contents] = match;
  if (name !== undefined) return named[name] ?? named[name.toLowerCase()];
  if (decimal !== undefined || hexadecimal !== undefined) {
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal!, 16);
    const printable = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return printable || code === 10 ? String.fromCodePoint(code) : '';
  }
  if (place !== undefined) {
    const table = place.toLowerCase() === 'sup' ? raised : lowered;
    const set = [...contents!].map((character) => table[character]);
    return set.every((character) => character !== undefined) ? set.join('') : contents;
  }
  return /^<br/i.test(whole) ? '\n' : '';
}
