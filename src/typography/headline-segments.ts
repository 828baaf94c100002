const segmenters = new Map<string, Intl.Segmenter>();

/** Characters, with the marks: five Han in quotation marks, and what leans on them. */
const longestQuoted = 8;
/** May not stand at the head of a line: CLREQ 3.1.3. */
const closing = /^[，。、；：？！…—～·”’」』）》〉】〕%％℃,.;:?!)\]}'"]+$/u;
/** May not stand at the end of one. */
const opening = /[“‘「『（《〈【〔([{]$/u;
/** Particles that lean on the word before them, however long. */
const enclitic = /^[的地得了着过们吗呢吧之]$/u;
/** Words of one character that lean on the word after them. */
const proclitic = /(?:^|[^\p{Script=Han}])[最更再不未将已全各该本新老小第超近约]$/u;
/** A number in characters: it keeps what it counts, 十四 | 年后 is 十四年后. */
const hanNumber = /(?:^|[^\p{Script=Han}])[〇零一二两兩三四五六七八九十百千万萬亿億]{2,}$/u;
/** 14年后, 三十天内: the time that is counted keeps what says from where. */
const timeUnit = /^[年月日天周]$/u;
const sinceThen = /^[前后後来來内內间間]$/u;
const shortHan = /^\p{Script=Han}{1,2}$/u;
const oneHan = /^\p{Script=Han}$/u;

/**
 * Cuts a headline where a line may end without tearing a word: 前11月全市 | 授权 | 专利 | 11335件.
 * Browsers break Chinese at any character (`word-break: auto-phrase` knows Japanese only), and a
 * headline torn through a word is the first thing that a make-up editor mends.
 *
 * Words are those of ICU's dictionary. Marks stay with what they belong to, figures with their
 * unit, particles and single characters with the word they lean on.
 *
 * @param text one line
 * @param language BCP 47
 * @returns pieces which together are the text; one piece for scripts that have blanks between words
 */
export function headlineSegments(text: string, language: string): readonly string[] {
  const key = `${language} ${text}`;
  let pieces = known.get(key);
  if (pieces === undefined) {
    pieces = cutHeadline(text, language);
    // A headline stands on its page, on its neighbours' and in lists: mostly while the edition is printed.
    if (known.size >= 2000) known.clear();
    known.set(key, pieces);
  }
  return pieces;
}

/**
 * A headline as HTML, with `<wbr>` where a line may end. As one string: set piece by piece, the
 * headlines were a tenth of the time of printing a page.
 *
 * @param text one line, unescaped
 * @param language BCP 47
 */
export function headlineHtml(text: string, language: string): string {
  return headlineSegments(text, language)
    .map((piece) => piece.replaceAll(/[&<>]/g, (mark) => entities[mark]!))
    .join('<wbr>');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A short quotation or title (“十四五”, 《某某条例》) is one word to the eye. */
function joinQuoted(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    let piece = pieces[at]!;
    if (/[“‘《「『][^”’》」』]*$/u.test(piece)) {
      const end = pieces.findIndex((later, index) => index > at && /[”’》」』]/u.test(later));
      const whole = end < 0 ? piece : pieces.slice(at, end + 1).join('');
      if (end > 0 && Array.from(whole).length <= longestQuoted) {
        piece = whole;
        at = end;
      }
    }
    joined.push(piece);
  }
  return joined;
}

const known = new Map<string, readonly string[]>();

function cutHeadline(text: string, language: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(text)) return [text];
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  const pieces: string[] = [];
  const words = Array.from(segmenter.segment(text), ({ segment }) => segment);
  for (const segment of pairSingles(words)) {
    const last = pieces.at(-1);
    if (last !== undefined && leansOn(last, segment)) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return joinQuoted(pieces);
}

/**
 * Joins the characters that the dictionary left single by two, and the last three of an odd number:
 * 印 | 发 is 印发, 常 | 态 | 化 is 常态化. A unit stays with its figure.
 */
function pairSingles(words: readonly string[]): string[] {
  const isSingle = (word: string | undefined): boolean =>
    word !== undefined && oneHan.test(word) && !enclitic.test(word) && !proclitic.test(word);
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let end = at;
    while (isSingle(words[end])) end += 1;
    const before = words[at - 1] ?? '';
    const isCounted = /\d$/.test(before) || hanNumber.test(before);
    if (end - at < 2 || isCounted) {
      const size = isCounted && timeUnit.test(words[at]!) && sinceThen.test(words[at + 1]!) ? 2 : 1;
      joined.push(words.slice(at, at + size).join(''));
      at += size;
      continue;
    }
    while (at < end) {
      const size = end - at === 3 ? 3 : 2;
      joined.push(words.slice(at, at + size).join(''));
      at += size;
    }
  }
  return joined;
}

function isSinceThen(segment: string): boolean {
  const [unit = '', since = '', ...rest] = segment;
  return rest.length === 0 && timeUnit.test(unit) && sinceThen.test(since);
}

function leansOn(before: string, segment: string): boolean {
  if (closing.test(segment) || /^\s+$/u.test(segment) || opening.test(before)) return true;
  if (enclitic.test(segment) || /^[—－]+$/u.test(before)) return true;
  // 12 | 月, 第 | 01 | 版: a figure keeps its unit and what counts it.
  if (/[\d０-９%％]$/u.test(before)) return oneHan.test(segment) || isSinceThen(segment);
  if (/^[\d０-９]/u.test(segment)) return oneHan.test(before);
  if (proclitic.test(before)) return true;
  if (hanNumber.test(before) && shortHan.test(segment)) return true;
  if (!oneHan.test(segment) || proclitic.test(segment)) return false;
  // 国家 | 级, 宣讲 | 团, 党 | 报: what is left over after a word is its ending.
  return /\p{Script=Han}$/u.test(before) && Array.from(before.replace(opening, '')).length <= 2;
}
