/** How a character stands in a line: what it takes and where the line may end beside it. */
type Behaviour = 'free' | 'closing' | 'opening' | 'joined' | 'blank';

/** May not begin a line: CLREQ 3.1.3. */
const closingMarks = new Set('，。、；：？！…—～·”’」』）》〉】〕%％℃,.;:?!)]}');
/** May not end one: CLREQ 3.1.3. */
const openingMarks = new Set('“‘「『（《〈【〔([{');
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;

/** Of a text type at 1 em, for Latin: measured on Liberation Serif, as an average of a class. */
const latinWidths: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,;:'!|’‘]/, 0.29],
  [/[frtJ()[\]"“”-]/, 0.37],
  [/[mwMW@%—…]/, 0.82],
  [/[A-Z&]/, 0.69],
  [/\d/, 0.5],
  [/\s/, 0.25],
];

interface Glyph {
  readonly width: number;
  readonly behaviour: Behaviour;
}

const glyphs = new Map<string, Glyph>();

function glyphOf(character: string, chinese: boolean): Glyph {
  const key = chinese ? character : `\u0000${character}`;
  let glyph = glyphs.get(key);
  if (glyph === undefined) {
    const mark = closingMarks.has(character)
      ? 'closing'
      : openingMarks.has(character)
        ? 'opening'
        : undefined;
    const full = wide.test(character) || (chinese && /[“”‘’—…·]/u.test(character));
    glyph = full
      ? { width: 1, behaviour: mark ?? 'free' }
      : {
          width: latinWidths.find(([shape]) => shape.test(character))?.[1] ?? 0.48,
          behaviour: /\s/.test(character) ? 'blank' : 'joined',
        };
    glyphs.set(key, glyph);
  }
  return glyph;
}

const han = /\p{Script=Han}/u;

/** True where a text is set as Chinese: quotation marks and dashes take a whole em. */
export function isChinese(text: string): boolean {
  return han.test(text);
}

/**
 * The width of a text set in one line.
 *
 * @returns in em of its size; a quarter em is added between Han and Latin, as browsers set it
 */
export function widthInEm(text: string): number {
  const chinese = isChinese(text);
  let width = 0;
  let before: Glyph | undefined;
  for (const character of text) {
    const glyph = glyphOf(character, chinese);
    width += glyph.width + gapBetween(before, glyph);
    before = glyph;
  }
  return width;
}

/** CLREQ 3.2.3: Han and Latin stand at most a quarter em apart; browsers take an eighth. */
function gapBetween(before: Glyph | undefined, glyph: Glyph): number {
  if (before === undefined) return 0;
  const mixed =
    (before.behaviour === 'free' && glyph.behaviour === 'joined') ||
    (before.behaviour === 'joined' && glyph.behaviour === 'free');
  return mixed ? 0.125 : 0;
}

/** A text ready to be set at any measure: counting lines at six measures reads it once. */
export interface MeasuredText {
  /** Of each piece that no line may tear, in em. */
  readonly pieces: Float32Array;
  /** 1 where a piece is white space: nothing at the end of a line. */
  readonly blanks: Uint8Array;
}

/**
 * Cuts a text into what no line may tear: a Han character with the marks that lean on it, a Latin
 * word, a number.
 */
export function measureText(text: string): MeasuredText {
  const chinese = isChinese(text);
  const widths: number[] = [];
  const blanks: number[] = [];
  let before: Glyph | undefined;
  for (const character of text) {
    const glyph = glyphOf(character, chinese);
    const leans =
      before !== undefined &&
      (before.behaviour === 'opening' ||
        (glyph.behaviour === 'closing' && before.behaviour !== 'blank') ||
        (glyph.behaviour === 'joined' && before.behaviour === 'joined'));
    const width = glyph.width + gapBetween(before, glyph);
    if (leans) widths[widths.length - 1]! += width;
    else {
      widths.push(width);
      blanks.push(glyph.behaviour === 'blank' ? 1 : 0);
    }
    before = glyph;
  }
  return { pieces: Float32Array.from(widths), blanks: Uint8Array.from(blanks) };
}

/**
 * Lines that a text takes.
 *
 * @param measure width of the line, in em of the text
 * @param indent of the first line, in em
 */
export function countLines(
  { pieces, blanks }: MeasuredText,
  measure: number,
  indent: number,
): number {
  let lines = 1;
  let used = indent;
  for (let at = 0; at < pieces.length; at += 1) {
    const width = pieces[at]!;
    // A hair over the measure still fits: the browser squeezes the mark at the line's end.
    if (used + width > measure + 0.01) {
      if (blanks[at] === 1) continue;
      lines += Math.max(1, Math.floor((width - 0.01) / measure) + 1 - (used === 0 ? 1 : 0));
      used = width > measure ? width % measure : width;
    } else if (!(blanks[at] === 1 && used === 0)) used += width;
  }
  return lines;
}
