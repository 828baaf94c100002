import { readNumber } from '../lexicon/printed-number.ts';

export interface Jump {
  readonly to?: number;
  readonly from?: number;
  /** True where the words are there and the page number is not. */
  readonly unread: boolean;
  /** UTF-16 offset at which it begins; 0 for a whole block. */
  readonly start: number;
  readonly text: string;
}

const number = '[A-D]?\\s*(\\d{1,3}|[一二三四五六七八九十]{1,3})';
const shapes: readonly { readonly shape: RegExp; readonly way: 'to' | 'from' }[] = [
  {
    way: 'from',
    shape: new RegExp(
      `[（(【]?\\s*[▶►→◀←☞]*\\s*(?:紧接|緊接|上接|接上|接)\\s*(?:第|A)?\\s*${number}?\\s*[版页頁](?:[头頭二三四]条|要闻)?\\s*[)）】]?$`,
      'u',
    ),
  },
  {
    way: 'to',
    shape: new RegExp(
      `[（(【]?\\s*[▶►→☞]*\\s*(?:下转|下轉|转|轉)\\s*(?:第|A)?\\s*${number}?\\s*[版页頁]\\s*[)）】]?$`,
      'u',
    ),
  },
  { way: 'from', shape: /[（(]\s*(\d{1,2})面から(?:続く|つづく)\s*[)）]$/u },
  { way: 'to', shape: /[（(＝=]\s*(\d{1,2})面(?:に|へ)(?:続く|つづく|関連記事)\s*[)）]?$/u },
  // A line of its own over what goes on: From Page 1, FROM PAGE ONE.
  { way: 'from', shape: /^[([]?From\s+(?:Page|P\.)\s*[A-Z]?-?(\d{1,3}|one)[)\]]?\.?$/iu },
  {
    way: 'from',
    shape:
      /[([]?\b(?:Suite de la page|Fortsetzung von Seite|Viene de la p[aá]gina)\s*(\d{1,3})[)\]]?\.?$/iu,
  },
  {
    way: 'to',
    shape:
      /[([]?\b(?:(?:Lire la s|S)uite(?: en)? page|Lire page|Fortsetzung (?:auf )?Seite|(?:Weiter|Mehr dazu|Bericht|Lesen Sie mehr) auf Seite|Pasa a la p[aá]gina)\s*(\d{1,3})[)\]]?\.?$/iu,
  },
  {
    way: 'from',
    shape:
      /[([]?\b(?:Continued|Cont(?:inued|[’'.]d)?\.?|Jump)\s+from\s+(?:Page|P\.)\s*[A-Z]?-?(\d{1,3}|one)[)\]]?\.?$/iu,
  },
  {
    way: 'to',
    shape:
      /[([]?\b(?:(?:Please )?(?:turn|see)\b[^.\n]{0,30}|Continued|Cont(?:inued|[’'.]d)?\.?)\s*(?:on|to|,)?\s*(?:Page|P\.)\s*[A-Z]?-?(\d{1,3})[)\]]?\.?$/iu,
  },
];

/** Reads a jump line printed before a headline: `（上接第1版）四代人的同一个码头`. */
export function readLeadingJump(text: string): (Jump & { readonly rest: string }) | undefined {
  const match = /^\s*[（(【][^（()）】]{2,14}[版页頁][^（()）】]{0,6}[)）】]\s*(?=\S)/u.exec(text);
  const jump = match && readJump(match[0]);
  return jump?.start === 0 ? { ...jump, rest: text.slice(match![0].length) } : undefined;
}

/** Reads a jump line: the whole of a block, or the end of a paragraph. */
export function readJump(text: string): Jump | undefined {
  const trimmed = text.trimEnd();
  const tail = trimmed.slice(-60);
  for (const { shape, way } of shapes) {
    const match = shape.exec(tail);
    if (!match) continue;
    const start = trimmed.length - tail.length + match.index;
    // In running text 转 and 接 are verbs: inside a paragraph only a bracket makes a jump line of them.
    // An English one stands on a line of its own, or behind a sentence's end.
    const isApart =
      /^(?:Continued|Cont\b|Suite|Lire|Fortsetzung)/u.test(match[0]) &&
      /\n$|[.!?”"’)]\s*$/u.test(trimmed.slice(0, start));
    if (start > 0 && !isApart && !/^\s*[（(【[＝=▶►→]/u.test(match[0])) continue;
    const figure = match[1]?.replace(/^one$/iu, '1');
    const page = figure === undefined ? undefined : readNumber(figure);
    return {
      start,
      text: match[0].trim(),
      unread: page === undefined,
      ...(page === undefined ? {} : { [way]: page }),
    };
  }
  return undefined;
}

/** Announces a text of another page, as a front page does: `老街的去与留 ▶5版`. */
export function isGuideLine(text: string): boolean {
  const line = text.trim();
  // 乡医许广田的药箱（3版）: longer than a page's name.
  if (
    /^(?!.*(?:新闻|副刊|专版|周刊)\s?[（(])[^。；]{5,30}\s?[（(][A-H第]?\d{1,2}[版面頁][)）]$/u.test(
      line,
    )
  )
    return true;
  // Classified ............ 10
  if (
    line.includes('.') &&
    /^\p{Lu}[\p{L}\p{M} ’'&,/-]{2,40}?\s?(?:\.\s?){3,}\s?[A-Z]?\d{1,3}(?:[,-]\s?[A-Z]?\d{1,3})*$/u.test(
      line,
    )
  )
    return true;
  // 霜降吃柿子有讲究 见3版: a gap, and nothing but where to find it.
  if (
    line.length <= 40 &&
    /^[^。；]{4,}[\s\u3000](?:详见|見|见)\s*[A-H第]?\s*\d{1,3}\s*[版面頁]$/u.test(line)
  )
    return true;
  // 秋分说“分” （4版）, 乡医的药箱……3版: behind a gap, in brackets or behind leaders.
  if (
    line.length <= 40 &&
    /^(?![（(]?(?:[上下]|紧)?[转接])[^。；]{4,}(?:\s*[（(](?:详?见|刊)?\s*(?:第|[A-H])?0?\d{1,2}\s*[版面][)）]|\s*[…·.]{2,}\s*(?:第|[A-H])?0?\d{1,2}\s*[版面]?)$/u.test(
      line,
    )
  )
    return !/[（(](?:[上下紧][转接]|[转接])/u.test(line);
  return /[^\s▶►→☞>＞»]\s*(?:[▶►→☞»]|[>＞]{1,3})\s*(?:详见)?\s*[A-H第]?\s*\d{1,3}\s*[版面]$/u.test(
    line,
  );
}
