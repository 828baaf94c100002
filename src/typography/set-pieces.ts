import type { Element, ElementContent, Root, Text } from 'hast';

/**
 * What a line of a set piece is: a list of winners, a timetable, prices, results, a letter's ends.
 * It says how the line is set and nothing about what it means; to be wrong costs an indent.
 *
 * - `entry`: one item of several, each on its line; turned-over text hangs (悬挂缩进).
 * - `entry-head`: what the entries behind it are under: 一等奖（2名）, 新闻综合频道.
 * - `salutation`: whom a letter or a notice speaks to (称呼), and 敬礼: without an indent.
 * - `sign-off`: who signs, and when (落款): at the end of the line.
 */
export type SetPieceRole = 'entry' | 'entry-head' | 'salutation' | 'sign-off';

interface Line {
  readonly text: string;
  readonly paragraph: Element;
  readonly nodes: readonly ElementContent[];
  /** One where it is not parted: in Latin script, or with more in it than one text. */
  readonly fields: readonly Field[];
  /** Whether its paragraph is this line alone. */
  readonly isLone: boolean;
  role?: SetPieceRole;
  /** In a grid of names what turns over does not hang. */
  isNames?: boolean;
  /** Too long for a column of a newspaper page: its fields keep no room there. */
  isWide?: boolean;
}

/** Code units: a line is no longer than this, or it is prose. */
const longestLine = 72;

/** Code units: a line of a signature is no longer. */
const longestSignature = { han: 24, latin: 40 };

/**
 * Marks the lines of set pieces: paragraphs get a class, lines within a paragraph are wrapped in
 * `span.text-line`, and what a line gives side by side (time and programme, name and price) in `span.field`;
 * over several lines the fields stand under one another. No character is added, lost or moved.
 *
 * @param tree the article's blocks, before any rule has marked text
 * @param primary primary language subtag
 */
export function setPieces(tree: Root, primary: string): void {
  const isHan = primary === 'zh' || primary === 'ja';
  if (!isHan && primary !== 'en' && primary !== 'fr' && primary !== 'de') return;
  /** Lines that stand directly one under the other: a heading or a table ends a run. */
  const stretches: Line[][] = [[]];
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'p' && !node.children.some(isPicture)) {
      for (const line of linesOf(node, isHan)) stretches.at(-1)!.push(line);
      continue;
    }
    if (stretches.at(-1)!.length > 0) stretches.push([]);
    if (isHan && (node.tagName === 'ul' || node.tagName === 'ol')) setItems(node);
  }
  for (const [index, lines] of stretches.entries()) {
    findEntries(lines);
    findSignatures(
      lines,
      longestSignature[isHan ? 'han' : 'latin'],
      index === stretches.length - 1,
    );
    if (index === 0) findSalutations(lines, isHan);
    if (isHan) {
      findHeads(lines);
      alignFields(lines);
    }
  }
  const paragraphs = Map.groupBy(stretches.flat(), ({ paragraph }) => paragraph);
  for (const [paragraph, lines] of paragraphs) {
    const line = lines[0]!;
    if (lines.length > 1) paragraph.children = wrapLines(paragraph, lines);
    else if (line.role !== undefined) {
      paragraph.properties['className'] = classesOf(line);
      if (line.fields.length > 1) paragraph.children = wrapFields(line);
    } else if (isHan && isUneven(line.text, line.nodes.length === 1)) {
      paragraph.properties['className'] = ['ragged'];
    }
  }
}

/**
 * An address, a notice with a number that no line may end in, a line or two with figures, English: justified in a
 * column of Han, the line before the number or the word is torn apart.
 */
function isUneven(text: string, isOneText: boolean): boolean {
  if (isLatin(text) || (text.length <= 120 && /[\w@./:-]{9,}/.test(text))) return true;
  if (/[\w@./:?&=%#~+-]{24,}/.test(text)) return true;
  return isOneText && text.length <= 40 && /\d/.test(text);
}

/** A spread of a hundred thousand is more than a call takes. */
function widestOf(widths: readonly number[], least = 0): number {
  return widths.reduce((widest, width) => Math.max(widest, width), least);
}

/** In ems, of what no line ends in where words are kept together. */
function longestStretch(text: string): number {
  return widestOf(text.split(/[\s：:，,、；—（(]/u).map(widthOf));
}

function classesOf({ role, isNames, isWide, fields, text }: Line): string[] {
  const wholes = fields.length > 0 ? fields.map((field) => field.text) : [text];
  const isLong = role === 'entry' && wholes.some((field) => longestStretch(field) > longestWhole);
  return [
    ...(role === undefined ? [] : [role]),
    ...(isNames === true ? ['names'] : []),
    ...(isWide === true ? ['wide'] : []),
    ...(isLong ? ['unbound'] : []),
  ];
}

/** The fields of a list's items stand under one another as well. */
function setItems(list: Element): void {
  const items = list.children.flatMap((item) =>
    item.type === 'element' && item.children.every(({ type }) => type === 'text')
      ? linesOf(item, true)
      : [],
  );
  for (const item of items) item.role = 'entry';
  alignFields(items);
  for (const item of items) item.paragraph.children = wrapFields(item);
}

const isPicture = (node: ElementContent): boolean =>
  node.type === 'element' && (node.tagName === 'img' || node.tagName === 'figure');

const isBreak = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'br';

function linesOf(paragraph: Element, isHan: boolean): Line[] {
  const lines: ElementContent[][] = [[]];
  for (const child of paragraph.children) {
    if (isBreak(child)) lines.push([]);
    else lines.at(-1)!.push(child);
  }
  return lines.map((all, index): Line => {
    // The line feed of the file stands behind a `br`; one further in parts words.
    const nodes = index > 0 && isLineFeed(all[0]) ? all.slice(1) : all;
    const text = nodes.map(textOf).join('').trim();
    const isOneText = nodes.length === 1 && nodes[0]!.type === 'text';
    const isParted = isHan && isOneText && isOpen(text) && !isLatin(text);
    const isLone = lines.length === 1;
    return { text, paragraph, nodes, fields: isParted ? fieldsOf(text) : [], isLone };
  });
}

const isLineFeed = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && node.value === '\n';

/** English in a Chinese paper. */
const isLatin = (text: string): boolean =>
  /[A-Za-z]{3}/.test(text) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** A mark that ends a sentence or a clause, and the closing quotes and brackets behind it. */
const stop = /[。！？!?；;，,、：:…][”’」』）)》"']*$/u;
const stopWithin = /[。！？]/u;

/** 张三 摄: a caption, which is prose. */
const caption = /(?:摄|攝|供图|供圖|\/文|\/图)[）)]?$/u;

/** Whether a line ends as no sentence does. */
function isOpen(text: string): boolean {
  if (caption.test(text)) return false;
  return text !== '' && text.length <= longestLine && !stop.test(text) && !stopWithin.test(text);
}

/** `per bu.`, `94 lbs.`, `7 a.m.`: a point that ends no sentence, or none at all. */
const latinStop = /(?<!\b(?:\p{L}|lbs?|bu|oz|doz|yds?|ft|in|Sr|Jr|min|sec|[ap]\.m))\.["”’)]*$/u;

/** `Saturday — Book sale`, `Monday, 8:14 a.m. — A caller`, `Apple: Ruth Ames`: whatever it ends with. */
const latinHead =
  /^\p{Lu}[\p{L}’']+(?: [\p{L}’']+){0,3}(?:, \d{1,2}[.:]\d\d [ap]\.?m\.?)?(?: [-–—]|:) /u;

function isEntry({ text, fields, isLone }: Line): boolean {
  if (!isOpen(text)) return false;
  if (!isLatin(text)) return fields.length > 1 || (isLone && text.length <= 32);
  return isLone && !latinStop.test(text) && !/\p{L}{3}[.!?]["”]? \p{Lu}.*[.!?]["”]?$/u.test(text);
}

/** Entries stand together: two or more, or one line of many fields. */
function findEntries(lines: readonly Line[]): void {
  const isHeaded = lines.map(({ text }) => isLatin(text) && latinHead.test(text));
  const open = lines.map(
    (line, index) =>
      isEntry(line) ||
      (isHeaded[index]! && (isHeaded[index - 1] === true || isHeaded[index + 1] === true)),
  );
  for (const [index, line] of lines.entries()) {
    const isInRun = open[index - 1] === true || open[index + 1] === true;
    if (open[index] && (isInRun || isTable(line))) line.role = 'entry';
  }
}

/** 2023年8月6日, 十月三日, with a name before it or without. */
const date =
  /^\p{Script=Han}{0,14}?(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/u;
const office =
  /^\p{Script=Han}+(?:公司|集团|集團|局|厅|院|委|办|办公室|中心|政府|协会|学会|商会|总会|学校|大学|中学|小学|社|队|大队|小组|处|所|部|馆|店|厂|站|银行|支行)$/u;
/** What a family or an office signs with, and what names whose work it was. */
const formula =
  /(?:[叩敬谨泣](?:谢|启|告|上|贺|謝|啟|賀)|鞠躬)$|^（[^（）]{0,16}(?:供稿|提供|作者|记者|通讯员|摘自|選自|选自)[^（）]{0,16}）$/u;
/** A name stands behind it, and mostly a place and a date. */
const complimentaryClose = /^(?:Yours|Sincerely|Respectfully|Cordially)\b.{0,20},$/u;
const signer =
  /^(?:(?:读者|讀者|作者|失主|患者家属)(?=[ \u3000])|(?:Yours|Sincerely|Respectfully|Cordially)\b)/u;

/**
 * The last lines of a letter or a notice, one to three, behind what ends with a full stop: who signs
 * and when. A letter may follow another; then the next one's salutation says so.
 */
function findSignatures(lines: readonly Line[], limit: number, isLast: boolean): void {
  for (let end = lines.length - 1; end > 0; end -= 1) {
    const line = lines[end]!;
    const { text } = line;
    if (formula.test(text) || (signer.test(text) && sentenceEnd.test(lines[end - 1]!.text))) {
      line.role = 'sign-off';
    }
    const next = lines[end + 1];
    if (next === undefined ? !isLast : !isCall(next.text)) continue;
    let start = end;
    while (start > 0 && end - start < 4 && isSignature(lines[start]!.text, limit)) start -= 1;
    if (!sentenceEnd.test(lines[start]!.text)) {
      // Behind a list only an office and a date are told from more of the list.
      start = end;
      while (start > 0 && end - start < 3 && isOfficial(lines[start]!)) start -= 1;
      if (/[：:]$/u.test(lines[start]!.text) || office.test(lines[start]!.text)) continue;
    }
    if (end - start <= 3) for (const one of lines.slice(start + 1, end + 1)) one.role = 'sign-off';
  }
  for (const [index, line] of lines.entries()) {
    if (lines[index - 1]?.role === 'sign-off' && date.test(line.text)) line.role = 'sign-off';
    if (line.role !== 'sign-off' || !complimentaryClose.test(line.text)) continue;
    const signed = lines.slice(index + 1, index + 4);
    const end = signed.findIndex(({ text, role }) => role !== 'entry' || text.length > limit);
    for (const one of end === -1 ? signed : signed.slice(0, end)) one.role = 'sign-off';
  }
}

/** 足金首饰 612元/克 铂金 398元/克: many things side by side on one line, with figures. */
function isTable({ fields }: Line): boolean {
  return fields.length > 2 && fields.filter(({ text }) => /\d/.test(text)).length > 1;
}

const isOfficial = ({ text, fields }: Line): boolean =>
  isMarked(text) || (office.test(text) && fields.length < 2);

/** What stands before a signature: a sentence, or 敬礼. */
const sentenceEnd = /[。！？!?.…][”’」』）)"']*$|^敬礼$/u;

const isMarked = (text: string): boolean =>
  date.test(text) || formula.test(text) || signer.test(text);

/** A name, an office, a date: short, without figures and marks of its own. */
function isSignature(text: string, limit: number): boolean {
  if (text.length > limit || text === '' || /^(?:此致|敬礼[！!]?)$/u.test(text)) return false;
  return (
    isMarked(text) ||
    (!stop.test(text) && !/[\d\p{Sc}。！？：:，→←—–%℃]/u.test(text) && !/\.$/u.test(text))
  );
}

/** 各位家长：, 吴春生：, To the Editor:, Dear Sir, */
function isCall(text: string): boolean {
  return /^(?:(?:To|Dear|Sirs?|Monsieur|Madame)\b.{0,40}[:,]|[\p{Script=Han}、·（）]{2,24}[：:])$/u.test(
    text,
  );
}

/** These speak to somebody wherever they stand. */
const calls =
  /^(?:(?:To the Editor|Dear\b.{1,40})[:,]|(?:编辑|編輯)(?:同志|部|先生)?[：:]|(?:尊敬|敬爱|亲爱|敬愛|親愛)的.{1,16}[：:]|各位[\p{Script=Han}]{1,10}[：:])$/iu;

const promises =
  /(?:如下|如后|下列|提醒|名单|時間|时间|做法|内容|方式|事项|事項|范围|範圍|结果|岗位|说|道|表示|规定|要求)[：:]$/u;

function findSalutations(lines: readonly Line[], isHan: boolean): void {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const next = lines[index + 1];
    if (/^敬礼[！!。]?$/u.test(line.text) && before?.text === '此致') {
      line.role = 'salutation';
      delete before.role;
    }
    if (calls.test(line.text)) {
      line.role = 'salutation';
      continue;
    }
    if (next === undefined || !isCall(line.text) || promises.test(line.text)) continue;
    if (before !== undefined && before.role !== 'sign-off') continue;
    const leads = isHan
      ? /[。！？：:]/u.test(next.text) && !/^[（(]?[一1１①][）)、.．]/u.test(next.text)
      : true;
    if (leads) line.role = 'salutation';
  }
}

/** A line of one field that entries of several stand under: 一等奖（2名）, 双色球第2023044期. */
function findHeads(lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isPlain = line.role === 'entry' || (line.role === undefined && !line.isLone);
    if (!isPlain || next?.role !== 'entry' || stop.test(line.text)) continue;
    if (
      line.fields.length > 1 ||
      line.text.length > 20 ||
      /[：:]|[，,](?![^（）]*）)/u.test(line.text)
    )
      continue;
    if (next.fields.length > 1 || /^[^：:]{1,8}[：:]./u.test(next.text)) line.role = 'entry-head';
  }
}

interface Field {
  readonly text: string;
  /** In code units of the line. */
  readonly from: number;
  /** In ems, as wide as it is set at most. */
  readonly width: number;
  /** The whole ems that it takes on its line at least, so that fields stand under one another. */
  room?: number;
  /** A figure: its last digit stands under the last digit. */
  isFigure?: boolean;
}

const blanks = /[ \u3000]+/gu;

/** Parts a line at its blanks, but for those within a name (李 明), between bare numbers, about a sign. */
function fieldsOf(text: string): Field[] {
  const ends: { readonly from: number; readonly to: number }[] = [];
  for (const match of text.matchAll(blanks))
    ends.push({ from: match.index, to: match.index + match[0].length });
  if (ends.length === 0) return [{ text, from: 0, width: widthOf(text) }];
  const words = [...ends, { from: text.length, to: text.length }].map(({ from }, index) =>
    text.slice(ends[index - 1]?.to ?? 0, from),
  );
  const wideBlanks = ends.map(({ from, to }) => /\u3000| {2}/.test(text.slice(from, to)));
  const hasWide = wideBlanks.includes(true);
  const fields: Field[] = [];
  let from = 0;
  let isPaired: boolean = false;
  let depth = 0;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const isPair: boolean = !isPaired && next !== undefined && isOneHan(word) && isOneHan(next);
    const isWholeName = hasWide && wideBlanks[index] === false && fullName.test(`${word} ${next!}`);
    isPaired = isPair;
    depth += (word.match(/[（(]/g)?.length ?? 0) - (word.match(/[）)]/g)?.length ?? 0);
    if (next !== undefined && (isPair || isWholeName || depth > 0 || belongs(word, next))) continue;
    const to = ends[index]?.from ?? text.length;
    const field = text.slice(from, to);
    fields.push({ text: field, from, width: widthOf(field) });
    from = ends[index]?.to ?? text.length;
  }
  return fields;
}

/** 山田 太郎 in a line whose fields an ideographic blank parts. */
const fullName =
  /^\p{Script=Han}{1,3} (?:\p{Script=Han}{1,3}|\p{Script=Hiragana}{2,4}|\p{Script=Katakana}{2,4})$/u;

const isOneHan = (word: string): boolean => /^\p{Script=Han}$/u.test(word);

/** In these scripts a blank parts words. */
const spacedLetter = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])\p{L}`;
const endsInWord = new RegExp(`${spacedLetter}\\p{M}*$`, 'u');
const beginsWithWord = new RegExp(`^${spacedLetter}`, 'u');

function belongs(before: string, after: string): boolean {
  if (/(?:^|[：:])\d{1,2}$/u.test(before) && /^\d{1,2}$/u.test(after)) return true;
  if (endsInWord.test(before) && beginsWithWord.test(after)) return true;
  if (/^\d{1,2}[.．]$/u.test(before)) return true;
  // A dash alone says that nothing has changed; an arrow leads on.
  if (/^[—–-]+$/u.test(before)) return false;
  return /[→←↔—–/×~～＋+<>=&：:-]$/u.test(before) || /^[→←↔—–/×~～＋+<>=&-]/u.test(after);
}

/** The quarter em between Han and figures is counted, figures as wide as in the widest of fonts. */
function widthOf(text: string): number {
  let width = 0;
  let previous: 'wide' | 'narrow' | 'mark' | undefined;
  for (const character of text) {
    const kind = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
      ? 'wide'
      : /[\u3000-\u303f\uff00-\uffef“”‘’…—·℃→←↑↓]/u.test(character)
        ? 'mark'
        : 'narrow';
    width += kind === 'narrow' ? 0.58 : 1;
    if ((kind === 'wide' && previous === 'narrow') || (kind === 'narrow' && previous === 'wide'))
      width += 0.25;
    previous = kind;
  }
  return width;
}

/** Ems: the most room that a field keeps; `room-1` to this one are in styles/body.css and in books. A wider one turns over in a column, as its line does. */
const widest = 12;

/** Ems: what a column of 13 to 17 characters has beside the indent. */
const columnMeasure = 13;

/** Ems: a last field that is longer turns over within; a shorter one goes to the next line whole. */
const runsOn = 7;

/** Ems: what has no place to end a line for longer than this does not fit behind what leads to it. */
const longestWhole = 10;

/** 112注, 5:40, 2.40 */
const figure = /^\d+(?:[.,:：∶]\d+)*[\p{L}%℃°/]{0,5}$/u;

/** A name in a list of names: two to four characters, 李 明 among them. */
const isName = ({ text }: Field): boolean =>
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]\p{Script=Han}|\p{Script=Han}{1,8}·\p{Script=Han}{1,8})$/u.test(
    text,
  );

/** Family and given name apart in all of them, or in none: 法隆寺　松山　正岡 子規 is no list of names. */
const areNames = ({ fields }: Line): boolean =>
  fields.every(isName) || fields.every(({ text }) => fullName.test(text));

/** Lines of as many fields each are a table without rules; names stand in a grid of their own. */
function alignFields(lines: readonly Line[]): void {
  const rows = lines.filter(({ role, fields }) => role === 'entry' && fields.length > 1);
  const names = rows.filter(areNames);
  const isNameList = names.some(({ fields }) => fields.length > 2);
  const nameRoom = widestOf(
    names.flatMap(({ fields }) => fields.map(({ text }) => (text.includes('·') ? 0 : text.length))),
    3,
  );
  const groups = new Map<string, Line[]>();
  let run = 0;
  for (const [index, line] of lines.entries()) {
    if (line.role !== 'entry' && line.role !== 'entry-head') run = index;
    if (line.role !== 'entry' || line.fields.length < 2) continue;
    if (isNameList && areNames(line)) {
      for (const field of line.fields) field.room = nameRoom;
      line.isNames = true;
      continue;
    }
    const key = `${run} ${line.fields.length}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const [index] of group[0]!.fields.slice(0, -1).entries()) {
      const room = Math.ceil(widestOf(group.map(({ fields }) => fields[index]!.width)));
      if (room > widest) continue;
      const isFigure = index > 0 && group.every(({ fields }) => figure.test(fields[index]!.text));
      for (const { fields } of group) Object.assign(fields[index]!, { room, isFigure });
    }
    const length = (row: Line): number =>
      row.fields.reduce(
        (sum, { room, width }, index) =>
          sum + (index < row.fields.length - 1 ? (room ?? width) + 1 : Math.min(width, runsOn)),
        0,
      );
    const isWide = group.some((row) => length(row) > columnMeasure);
    for (const row of group) row.isWide = isWide;
  }
}

/** Wraps the lines of a paragraph that has several, and the fields of each entry. */
function wrapLines(paragraph: Element, lines: readonly Line[]): ElementContent[] {
  const breaks = paragraph.children.filter(isBreak);
  return lines.flatMap((line, index): ElementContent[] => {
    const className = ['text-line', ...classesOf(line)];
    const wrapped: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className },
      children: wrapFields(line),
    };
    const end = breaks[index];
    return [
      ...(line.text === '' ? line.nodes : [wrapped]),
      ...(end === undefined ? [] : [end, lineFeed]),
    ];
  });
}

const lineFeed: Text = { type: 'text', value: '\n' };

function wrapFields({ role, fields, nodes }: Line): ElementContent[] {
  const [text] = nodes;
  if (role !== 'entry' || fields.length < 2 || text?.type !== 'text') return [...nodes];
  const start = text.value.length - text.value.trimStart().length;
  const children: ElementContent[] = [];
  let end = 0;
  for (const field of fields) {
    const from = start + field.from;
    if (from > end) children.push({ type: 'text', value: text.value.slice(end, from) });
    // 电话：0632-5550166 stays whole where it can; a long programme goes on where it stands.
    const isRest =
      field.width > widest ||
      (field === fields.at(-1) &&
        field.width > runsOn &&
        !(field.width < 11 && /^\p{Script=Han}{1,6}[：:]/u.test(field.text)));
    const className = isRest
      ? ['field-rest']
      : [
          'field',
          ...(field.room === undefined ? [] : [`room-${field.room}`]),
          ...(field.isFigure === true ? ['figure'] : []),
        ];
    children.push({
      type: 'element',
      tagName: 'span',
      properties: { className },
      children: padded(field),
    });
    end = from + field.text.length;
  }
  if (end < text.value.length) children.push({ type: 'text', value: text.value.slice(end) });
  return children;
}

/** 李 明 is as wide as a name of three: the blank within is one em. */
function padded({ text }: Field): ElementContent[] {
  const match = /^(\p{Script=Han})( )(\p{Script=Han})$/u.exec(text);
  if (match === null) return [{ type: 'text', value: text }];
  const [, first, blank, last] = match;
  return [
    { type: 'text', value: first! },
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['pad'] },
      children: [{ type: 'text', value: blank! }],
    },
    { type: 'text', value: last! },
  ];
}
