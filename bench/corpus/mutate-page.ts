import { pick, type Random } from '../../tests/seeded-random.ts';

type Mutation = (lines: string[], random: Random) => string[];

const below = (random: Random, count: number): number => Math.floor(random() * count);

/** Puts `text` anywhere into the page, in the middle of a line as well as at its ends. */
function insertAnywhere(lines: string[], random: Random, text: string): string[] {
  const line = below(random, lines.length);
  const before = lines[line] ?? '';
  const at = below(random, before.length + 1);
  return lines.with(line, before.slice(0, at) + text + before.slice(at));
}

/** What breaks parsers: marks left open, nesting, entities, code, addresses, runs of everything. */
const fragments: readonly string[] = [
  '**',
  '*',
  '***',
  '__',
  '_',
  '~~',
  '`',
  '```',
  '```\n',
  '~~~\n',
  '$$',
  '$',
  '\\',
  '\\\\',
  '[',
  ']',
  '](',
  '![',
  '![](',
  '[^1]',
  '[^1]: ',
  '<',
  '>',
  '</',
  '<div>',
  '</div>',
  '<br>',
  '<p align="center">',
  '<table><tr><td>',
  '</td></tr></table>',
  '<!--',
  '-->',
  '<details>',
  '<sup>',
  '<script>alert(1)</script>',
  '<![CDATA[',
  '<?xml ?>',
  '{',
  '}',
  '{{',
  '${',
  '{alert(1)}',
  'import x from "y"\n',
  'export const a = 1\n',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&nbsp;',
  '&#8203;',
  '|',
  '| a | b |\n| - | - |\n',
  '---\n',
  '***\n',
  '===\n',
  '+++\n',
  '---\ntitle: x\n---\n',
  '# ',
  '###### ',
  '####### ',
  '- ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\n\n\n\n',
  '\u3000',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u2028',
  '\f',
  '\ufffd',
  '锟斤拷',
  '\u0301',
  '👨‍👩‍👧‍👦',
  '𠮷',
  'ｱ',
  '①',
  '⑳',
  '〇',
  'א',
  'ก็',
  '■',
  '△',
  '（',
  '）',
  '“',
  '”',
  '"',
  "'",
  '「',
  '——',
  '--',
  '……',
  '...',
  '（记者 ',
  '本报讯',
  '（下转第三版）',
  '（上接第1版）',
  '责任编辑：',
  '第02版：要闻',
  '2022年12月19日 星期一',
  '{0}------------------------------------------------\n',
  '<!-- PageBreak -->\n',
  '<--- Page Split --->\n',
  '[MISSING_PAGE_EMPTY:1]',
  'Error: ',
  'data:image/png;base64,AAAA',
  'https://example.org/?a=b&c=d#e',
];

/** Characters that a decoder must refuse or a repair must survive, and the halves of broken pairs. */
const controls: readonly string[] = [
  '\u0000',
  '\u0007',
  '\u000b',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u202e',
  '\u2066',
  '\ufffe',
  '\u{1ffff}',
  '\ud800',
  '\udc00',
];

const mutations: readonly (readonly [name: string, weight: number, mutate: Mutation])[] = [
  [
    'delete-lines',
    4,
    (lines, random) => lines.toSpliced(below(random, lines.length), 1 + below(random, 4)),
  ],
  [
    'repeat-lines',
    3,
    (lines, random) => {
      const from = below(random, lines.length);
      const run = lines.slice(from, from + 1 + below(random, 5));
      return lines.toSpliced(below(random, lines.length + 1), 0, ...run);
    },
  ],
  [
    'shuffle-lines',
    2,
    (lines, random) => {
      const from = below(random, lines.length);
      const run = lines.slice(from, from + 2 + below(random, 12));
      for (let last = run.length - 1; last > 0; last -= 1) {
        const other = below(random, last + 1);
        [run[last], run[other]] = [run[other]!, run[last]!];
      }
      return lines.toSpliced(from, run.length, ...run);
    },
  ],
  [
    'move-lines',
    2,
    (lines, random) => {
      const from = below(random, lines.length);
      const run = lines.slice(from, from + 1 + below(random, 6));
      const rest = lines.toSpliced(from, run.length);
      return rest.toSpliced(below(random, rest.length + 1), 0, ...run);
    },
  ],
  [
    'join-lines',
    2,
    (lines, random) => {
      const from = below(random, lines.length);
      const count = 2 + below(random, 4);
      return lines.toSpliced(
        from,
        count,
        lines.slice(from, from + count).join(pick(random, ['', ' '])),
      );
    },
  ],
  [
    'cut-line',
    2,
    (lines, random) => {
      const line = below(random, lines.length);
      const text = lines[line] ?? '';
      const at = below(random, text.length + 1);
      return lines.toSpliced(
        line,
        1,
        text.slice(0, at),
        ...(random() < 0.5 ? [''] : []),
        text.slice(at),
      );
    },
  ],
  ['truncate', 1, (lines, random) => lines.slice(0, 1 + below(random, lines.length))],
  ['insert-fragment', 8, (lines, random) => insertAnywhere(lines, random, pick(random, fragments))],
  [
    'insert-fragments',
    4,
    (lines, random) => {
      let result = lines;
      for (let count = 2 + below(random, 20); count > 0; count -= 1) {
        result = insertAnywhere(result, random, pick(random, fragments));
      }
      return result;
    },
  ],
  ['insert-control', 1, (lines, random) => insertAnywhere(lines, random, pick(random, controls))],
  [
    'prefix-lines',
    3,
    (lines, random) => {
      const from = below(random, lines.length);
      const prefix = pick(random, [
        '# ',
        '## ',
        '> ',
        '- ',
        '1. ',
        '    ',
        '\t',
        '| ',
        '> > ',
        '- - ',
        '\u3000\u3000',
        '**',
      ]);
      return lines.map((line, index) => (index >= from && index < from + 8 ? prefix + line : line));
    },
  ],
  [
    'nest',
    1,
    (lines, random) => {
      const depth = pick(random, [5, 50, 500, 10_000]);
      const mark = pick(random, ['> ', '- ', '**', '[', '(', '<div>', '`', '“', '（', '<b>', '{']);
      return lines.toSpliced(below(random, lines.length + 1), 0, mark.repeat(depth) + '夜校');
    },
  ],
  [
    'long-line',
    1,
    (lines, random) => {
      const line = below(random, lines.length);
      return lines.with(
        line,
        (lines[line] || '夜校开课了，').repeat(pick(random, [20, 200])).slice(0, 60_000),
      );
    },
  ],
  [
    'replace-characters',
    3,
    (lines, random) => {
      const line = below(random, lines.length);
      const share = random() * 0.3;
      return lines.with(
        line,
        [...(lines[line] ?? '')]
          .map((one) =>
            random() < share ? String.fromCodePoint(0x21 + below(random, 0x9ee0)) : one,
          )
          .join(''),
      );
    },
  ],
  [
    'swap-halves',
    1,
    (lines, random) => {
      const at = below(random, lines.length);
      return [...lines.slice(at), ...lines.slice(0, at)];
    },
  ],
  ['strip-blank-lines', 1, (lines) => lines.filter((line) => line.trim() !== '')],
  ['blank-lines-between', 1, (lines) => lines.flatMap((line) => [line, ''])],
  [
    'all-headings',
    1,
    (lines) =>
      lines.map((line) => (line.trim() === '' ? line : `#### ${line.replace(/^#+ /, '')}`)),
  ],
  [
    'blanks-in-text',
    1,
    (lines, random) =>
      lines.map((line) =>
        line.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () =>
          random() < 0.1 ? ' ' : '',
        ),
      ),
  ],
];

const lots = mutations.flatMap((mutation) => Array.from({ length: mutation[1] }, () => mutation));

export interface MutatedPage {
  readonly bytes: Uint8Array;
  /** What was done, in order, for whoever has to find out what broke. */
  readonly done: readonly string[];
}

/**
 * Damages a page as OCR, transport and malice do: one to six changes of its lines and, now and then,
 * of its bytes. The same numbers drawn give the same page.
 */
export function mutatePage(page: string, random: Random): MutatedPage {
  let lines = page.split('\n');
  const done: string[] = [];
  for (let count = 1 + below(random, 6); count > 0; count -= 1) {
    if (lines.length === 0) lines = [''];
    const [name, , mutate] = pick(random, lots);
    lines = mutate(lines, random);
    done.push(name);
  }
  let bytes: Uint8Array = new TextEncoder().encode(lines.join(random() < 0.05 ? '\r\n' : '\n'));
  if (random() < 0.05) {
    const from = below(random, bytes.length + 1);
    const cut = bytes.slice(from, from + 1 + below(random, 3));
    const rest = new Uint8Array(bytes.length - cut.length);
    rest.set(bytes.subarray(0, from));
    rest.set(bytes.subarray(from + cut.length), from);
    bytes = rest;
    done.push('cut-bytes');
  }
  return { bytes, done };
}
