/**
 * The shapes of a line that is a line in print, not the beginning of wrapped prose: its end and its gaps
 * are kept, it is joined to nothing, and no stop is put behind it.
 */
const shapes: readonly {
  readonly id: string;
  readonly example: string;
  readonly is: (pieces: readonly string[], text: string) => boolean;
}[] = [
  {
    id: 'fields',
    example: '联系人：宋志刚 电话：13561234567 地址：建设路18号',
    is: (pieces) =>
      pieces.length >= 2 && pieces.every((piece) => /^\p{L}{1,8}[：:]\S/u.test(piece)),
  },
  {
    id: 'reach',
    example: '服务热线 0531—88881234',
    is: (pieces) =>
      pieces.length === 2 &&
      /^\p{Script=Han}{0,4}(?:电话|热线|传真|手机|邮编)$/u.test(pieces[0]!) &&
      /^[\d—–-]{5,}(?:[、/][\d—–-]{5,})*$/.test(pieces[1]!),
  },
  {
    id: 'numbers',
    example: '双色球第2022131期：红球 02 08 14 19 27 30 蓝球 11',
    is: (_, text) => /(?<![\d.])\d{1,4}(?: \d{1,4}){2,}(?![\d.%])/.test(text),
  },
  {
    id: 'timetable',
    example: '2路 汽车站—大学城 首班6：20 末班21：00',
    is: (pieces, text) =>
      pieces.length >= 2 && (text.match(/\d{1,2}[：:]\d{2}/g)?.length ?? 0) >= 2,
  },
  {
    id: 'row',
    example: '本科一批 文科 502分 理科 489分',
    is: (pieces, text) =>
      pieces.length >= 3 && /\d/.test(text) && pieces.every((piece) => [...piece].length <= 10),
  },
  {
    id: 'score',
    example: '浙江105：99北京',
    is: (_, text) =>
      /^\p{Script=Han}{2,8} ?\d{1,3} ?[：:比-] ?\d{1,3} ?\p{Script=Han}{2,8}$/u.test(text),
  },
  {
    id: 'names',
    example: '丁玉兰（女） 王大川 刘素云（女） 张 强',
    is: (pieces) =>
      pieces.length >= 4 &&
      pieces.every((piece) => /^\p{Script=Han}{1,6}(?:（\p{Script=Han}{1,6}）)?$/u.test(piece)) &&
      pieces.filter((piece) => [...piece].length <= 4 || piece.endsWith('）')).length >=
        pieces.length - 1,
  },
  {
    id: 'awards',
    example: '见义勇为：雷震 冉冉',
    is: (_, text) =>
      /^\p{Script=Han}{2,8}[：:]\s?\p{Script=Han}{2,4}(?:[ \u3000]\p{Script=Han}{2,4})*$/u.test(
        text,
      ),
  },
];

const longestLine = 80;

/**
 * Names the shape of a line of a list, a table or a form; undefined for prose and all else.
 *
 * @param text one printed line or one block, without marks of Markdown
 */
export function listShape(text: string): string | undefined {
  const line = text.trim().replaceAll(/[ \u3000]+/g, ' ');
  if (line.length > longestLine || /[，！？；“"\n]|。(?=.)/u.test(line)) return undefined;
  const bare = line.replace(/。$/u, '');
  const pieces = bare.split(' ');
  return shapes.find((shape) => shape.is(pieces, bare))?.id;
}

/** The shapes with an example each, for the test that reads them. */
export const listShapes: readonly { readonly id: string; readonly example: string }[] = shapes;
