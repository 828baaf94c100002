import { hasLatinWord } from '../lexicon/characters.ts';
import { isLatinOffice } from '../lexicon/latin-office.ts';
import { printersMarks } from '../lexicon/printers-marks.ts';
import type { Byline } from '../../newspaper/byline.ts';
import { bylineMark, readByline } from './read-byline.ts';
import { readNames } from './read-names.ts';

export interface Credit {
  /** As printed. */
  readonly text: string;
  readonly bylines: readonly Byline[];
}

/** Words for a picture before who took it, in Latin letters. */
const latinShot =
  'photos?(?:graphs?)?|fotos?|bild(?:er)?|pictures?|images?|©|cr[ée]dit(?: photo)?|photo credit|courtesy(?: of)?(?: photo)?';

/** Role words that a credit may carry before or behind its names. */
const shot = '摄影报道|摄影|攝影|摄制|摄|攝|供图|供圖|图片|圖片|绘|繪|制图|製圖|撮影|提供|photo';

/** Reads a whole block as the credit of a picture: `■ 江望舒`, `（本报记者 张三 摄）`, `李四/摄`, `新华社发`. */
export function readCredit(source: string): Credit | undefined {
  const { text } = closeOffices(source.trim());
  if (text.length > 60 || /[。！？!?；]/.test(text)) return undefined;
  const bylines = readCreditNames(text);
  return bylines && { text, bylines };
}

/** How a caption ends with its credit. */
const trailingInHan: readonly RegExp[] = [
  new RegExp(`\\s*[${printersMarks}]\\s*([^${printersMarks}。]{2,30})$`, 'u'),
  new RegExp(
    `\\s*[（(【]([^（()）【】]{1,30}(?:${shot})|(?:新华社|新華社|中新社|本报|本報|中央社)[^（()）]{0,12}|资料图片?|資料照片?)[)）】]$`,
    'iu',
  ),
  /\s*(新[华華]社[发發]（[^（）]{2,12}[摄攝]）|新[华華]社记者\s*[^。]{2,14}[摄攝])$/u,
  new RegExp(`(?<=[。！？”」])\\s*([^。！？”」]{2,24}?(?:${shot}))$`, 'iu'),
  /(?<=[。！？])\s*((?:本报|本報|新华社|新華社)?(?:记者|記者|通讯员|通訊員)\s*[^。，！？]{2,14})$/u,
  // A blank before and 摄 behind will do where the caption's full stop is lost.
  /\s+((?:本报|本報|新华社|新華社)?(?:记者|記者|通讯员|通訊員)\s*[^。，！？\s]{1,4}(?:\s[^。，！？\s]{1,4}){0,3}\s*(?:摄影报道|摄|攝))$/u,
  /(?<=[。！？])\s*((?:图|圖|文)[/／][^。，！？]{2,14})$/u,
];

/** The same, in words of Latin letters. */
const trailingInLatin: readonly RegExp[] = [
  // - Photo by Beth Holloway, STAFF PHOTO BY LEWIS GRAFF, | Sentinel photo by Ann Roe, Foto: Holger Reiß, © Marc Diaz
  new RegExp(
    `(?:(?<=[.!?”"»])|(?<=\\s)[|–—-]+)\\s*((?:[\\p{Lu}][\\p{L}.'’-]*\\s){0,2}?(?:${latinShot})(?:\\s?:|\\s(?:by|de|von))?\\s+[\\p{Lu}][\\p{L} .,'’&/-]{2,50})\\.?$`,
    'iu',
  ),
  new RegExp(
    `\\s*[(（]\\s*((?:[\\p{L}.'’-]+\\s){0,2}?(?:${latinShot})(?:\\s?:|\\s(?:by|de|von))?\\s+[^()（）]{2,40}?)\\.?\\s*[)）]\\.?$`,
    'iu',
  ),
  /\s+\(((?:Photo|Image|Picture)s?(?: by|:)[^()]{2,40}|[A-Z][^()]{2,30}\/(?:AP|Reuters|AFP|Getty[^()]*))\)$/u,
  /(?<=\.)\s+((?:Photo|Photograph|Picture)s?(?: by|:)\s+[\p{L} .,'’&/-]{3,50})\.?$/iu,
];

/** The same, in Japanese. */
const trailingInJapanese: readonly RegExp[] = [
  /\s*[＝=]([^＝=。]{2,20}(?:撮影|提供))$/u,
  /\s*[（(]([^（()）]{2,20}撮影)[)）]$/u,
];

/** Words in Latin letters are dear to look for, and a Chinese page has none of them. */
const couldBeInLatin = (text: string): boolean => hasLatinWord(text) || text.includes('©');

/**
 * Finds the credit that ends a caption: ` ■ 本报记者 周启明`, `（新华社记者 张三 摄）`, ` 李四摄`.
 *
 * @returns the credit and the UTF-16 offset at which it begins, its blank and bracket included
 */
export function findTrailingCredit(
  caption: string,
): (Credit & { readonly start: number }) | undefined {
  const { text, offsets } = closeOffices(caption.trimEnd());
  const inLatin = couldBeInLatin(text) ? trailingInLatin : [];
  for (const shape of [...trailingInHan, ...inLatin, ...trailingInJapanese]) {
    const match = shape.exec(text);
    if (!match || match.index === 0) continue;
    const bylines = readCreditNames(text.slice(match.index).trim());
    if (bylines) {
      const start = offsets[match.index]!;
      return { start, text: text.slice(match.index).trim(), bylines };
    }
  }
  return undefined;
}

/** Where a printed line ends, tools leave a blank, in 本报记 者 as anywhere. */
const parted =
  /(?<=本)\s(?=[报報]\s?[记記通])|(?<=[报報社])\s(?=[记記]\s?者|通\s?[讯訊]\s?[员員])|(?<=[记記])\s(?=者)|(?<=通)\s(?=[讯訊]\s?[员員])|(?<=通\s?[讯訊])\s(?=[员員])|(?<=摄)\s(?=影)/gu;

/** The text without those blanks, and where each of its characters stood. */
function closeOffices(source: string): { text: string; offsets: readonly number[] } {
  const blanks = new Set([...source.matchAll(parted)].map(({ index }) => index));
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    if (blanks.has(at)) continue;
    text += source[at]!;
    offsets.push(at);
  }
  return { text, offsets };
}

/** Photo by Beth Holloway, Foto: Holger Reiß. */
const namedBehindWord = new RegExp(
  `^(?:[\\p{L}.'’-]+\\s){0,2}?(?:${latinShot})(?:\\s?:|\\s(?:by|de|von)(?=\\s))?\\s+(\\p{Lu}[\\p{L} .,'’&/-]{2,50})$`,
  'iu',
);
/** 李四/摄, 王生金 供图. */
const shotBehind = new RegExp(`^(.+?)\\s*[/／]?\\s*(${shot})$`, 'iu');

function readCreditNames(text: string): readonly Byline[] | undefined {
  const bare = text
    .replace(bylineMark, '')
    .replace(/^[（(【]\s*(.*?)\s*[)）】]$/su, '$1')
    .replace(/^[＝=]/, '')
    .trim();
  // An agency or an archive, and no person.
  if (
    /^(?:新华社|新華社|中新社|中央社|法新社|路透社|本报|本報|视觉中国|資料|资料|AP|AFP|Reuters|共同|時事)?\s*(?:发|發|供图|供圖|资料图片?|資料圖?照?片?|照片|图片|圖片|提供|写真)$/iu.test(
      bare,
    )
  ) {
    return [];
  }
  const agency = /^新[华華]社[发發]\s*[（(](.+?)\s*[摄攝][)）]$/u.exec(bare);
  if (agency) return photographers(agency[1]!, '摄');
  const named = couldBeInLatin(bare)
    ? namedBehindWord.exec(bare.replace(/^[|–—-]+\s*/u, ''))
    : undefined;
  if (named) {
    // An archive or a firm gave it, and nobody is named.
    const read = readNames(
      named[1]!
        .replace(/(?<=\p{Ll})\.$/u, '')
        .replace(
          /[,/]\s*(?:AP|AFP|Reuters|dpa|Getty[\p{L} ]*|[\p{L} ]*(?:Staff|News|Press|Archives?))$/u,
          '',
        ),
    );
    const isOffice = isLatinOffice(named[1]!);
    return (isOffice ? [] : (read?.names ?? [])).map((name) => ({
      name,
      role: 'photographer' as const,
    }));
  }
  const slashed =
    /^(?:图|圖|摄影|攝影|摄|攝|供图|写真|画像|撮影|photos?(?: by)?|picture)\s*[/／:：・=＝\s]\s*(.+)$/iu.exec(
      bare,
    );
  if (slashed)
    return photographers(
      slashed[1]!.replace(/撮影$/u, ''),
      bare.slice(0, bare.length - slashed[1]!.length).replace(/[/／:：・=＝\s]+$/u, ''),
    );
  const behind = shotBehind.exec(bare);
  if (behind) {
    const read = readByline(behind[1]!);
    if (read && (read.strength === 'strong' || read.certain)) {
      return asPhotographers(read.bylines);
    }
    const names = readNames(behind[1]!);
    if (names) return photographers(behind[1]!, undefined);
    const office =
      /^(?:[\p{Script=Han}]{2,20})$/u.test(behind[1]!) && /供图|供圖|提供/.test(behind[2]!);
    return office ? [] : undefined;
  }
  const ofAgency = /^([A-Z][\p{L}.'’ -]+)\/(?:AP|Reuters|AFP|Getty.*|.* Press)$/u.exec(bare);
  if (ofAgency) return photographers(ofAgency[1]!, undefined);
  const read = readByline(text);
  return read?.strength === 'strong' ? asPhotographers(read.bylines) : undefined;
}

function asPhotographers(bylines: readonly Byline[]): readonly Byline[] {
  return bylines.map((one) => ({ ...one, role: 'photographer' }));
}

function photographers(names: string, label: string | undefined): readonly Byline[] | undefined {
  const read = readByline(names);
  if (read?.strength === 'strong') {
    return asPhotographers(read.bylines);
  }
  return readNames(names)?.names.map((name) => ({
    name,
    role: 'photographer' as const,
    ...(label && label !== '摄' && label !== '攝' ? { label } : {}),
  }));
}
