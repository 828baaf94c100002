/** A paragraph of an article as it was rendered, with its address in the page. */
export interface Paragraph {
  /** `p1`, `p2` … */
  readonly id: string;
  /** 1-based. */
  readonly number: number;
  /** Inner HTML. */
  readonly html: string;
  /** The same without marks, entities resolved. */
  readonly text: string;
}

const paragraphShape = /<p id="(p(\d+))"[^>]*>([\s\S]*?)<\/p>/g;

/**
 * The numbered paragraphs of a rendered body. The body comes from our own renderer, which writes
 * every paragraph as `<p id="pN">` and never nests one, so a pattern is enough: parsing 24,000
 * bodies a second time would double the build.
 */
export function paragraphsOf(html: string): Paragraph[] {
  return Array.from(html.matchAll(paragraphShape), ([, id, number, inner]) => ({
    id: id!,
    number: Number(number),
    html: inner!,
    text: plainText(inner!),
  }));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * The lead-in that typography marked at the head of a report (本报讯（记者 …）), in plain text.
 *
 * @param html the whole body
 */
export function leadInOf(html: string): string | undefined {
  const match = /^\s*<p[^>]*><b class="lead-in">([^<]*)<\/b>/.exec(html);
  return match?.[1] === undefined ? undefined : plainText(match[1]);
}

/** Strips tags and resolves the entities that hast-util-to-html writes. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex as string, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return entities[name as string] ?? whole;
    });
}

/** A sentence ends after its mark and the closing quotes and brackets that follow. */
const sentenceEnd = /[。！？!?]+[”’」』）)》]*|…+[”’」』]*(?=$)|\.(?=\s|$)[”’)]*/g;

/**
 * The longest opening of a text that ends with a sentence and has at most `limit` characters; the
 * first sentence where even that is longer.
 *
 * @param limit in code points
 */
export function openingOf(text: string, limit: number): string {
  if (codePointLength(text) <= limit) return text;
  let end = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const next = match.index + match[0].length;
    if (end > 0 && codePointLength(text.slice(0, next)) > limit) break;
    end = next;
    if (codePointLength(text.slice(0, next)) > limit) break;
  }
  return end === 0 ? text : text.slice(0, end);
}

/**
 * A name for an item that was printed without a headline: the opening of its caption, cut at a
 * clause and marked where it goes on.
 *
 * @param widthInCells a Han character takes two cells, a Latin letter one
 */
export function nameFromCaption(text: string, widthInCells = 48): string {
  const points = Array.from(text.trim());
  let end = 0;
  for (let width = 0; end < points.length; end += 1) {
    width += /[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(points[end]!) ? 2 : 1;
    if (width > widthInCells) break;
  }
  if (end === points.length) return points.join('').replace(/[。.]$/, '');
  const head = points.slice(0, end).join('');
  const clause = Math.max(...['，', '。', '；', ', ', '. '].map((mark) => head.lastIndexOf(mark)));
  const cut = clause > head.length / 2 ? head.slice(0, clause) : head.replace(/\s+\S*$/, '');
  return `${cut}${/\p{Script=Han}/u.test(cut) ? '……' : '…'}`;
}

/**
 * Moves the crossheads of a body under the heading that it stands below: the highest one becomes
 * `top`, whatever level the contributor began with.
 *
 * @param top 2 on an article's own page, 3 where the article stands on a newspaper page
 */
export function shiftHeadings(html: string, top: number): string {
  const levels = [
    ...new Set(Array.from(html.matchAll(/<h([2-6])\b/g), ([, level]) => level!)),
  ].sort();
  if (levels.length === 0) return html;
  return html.replaceAll(/(<\/?h)([2-6])\b/g, (_tag, before: string, level: string) => {
    return `${before}${Math.min(6, top + levels.indexOf(level))}`;
  });
}

/** Characters as a reader counts them (字数): code points without white space. */
export function characterCount(text: string): number {
  return codePointLength(text.replaceAll(/\s/g, ''));
}

/** Surrogate pairs count once; nothing else in UTF-16 takes two units. */
function codePointLength(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
