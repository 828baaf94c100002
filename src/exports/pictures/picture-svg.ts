import type { Element } from 'xast';
import { x } from 'xastscript';
import type { NameplatePicture } from '../../newspaper/nameplate.ts';
import { softInk, type Inks } from '../../newspaper/palette.ts';
import { writeXmlFragment } from '../write-xml.ts';

/** What a cover and a share picture say. */
export interface PictureText {
  readonly paper: string;
  readonly inks: Inks;
  /** Stands in the place of the name; `source` is a data: address. */
  readonly nameplate?: (NameplatePicture & { readonly source?: string }) | undefined;
  readonly latin?: string | undefined;
  /** A section's name; an edition has none. */
  readonly part?: string | undefined;
  /** The line between the rules: date, number. */
  readonly line: string;
  /** The most important first; as many are set as there is room for. */
  readonly headlines: readonly string[];
  /** Below the last rule. */
  readonly foot?: string | undefined;
}

interface Block {
  readonly elements: readonly Element[];
  /** Where the next block may begin. */
  readonly bottom: number;
}

/** The cover of an e-book, 1000 × 1414: the nameplate, the day, and what the front page leads with. */
export function coverSvg(text: PictureText): string {
  const width = 1000;
  const margin = 90;
  const measure = width - 2 * margin;
  const { ink } = text.inks;
  const { element, height } = nameOf(text, { left: margin, top: 150, measure, largest: 200 });
  const elements: Element[] = [element];
  let y = 150 + height + 40;
  if (text.latin !== undefined && text.latin !== text.paper) {
    const size = fitted(text.latin, measure, 38);
    elements.push(set(text.latin, width / 2, y + size, size, { fill: ink, anchor: 'middle' }));
    y += size + 30;
  }
  y += 30;
  const line = fitted(text.line, measure, 36);
  elements.push(
    rule(margin, y, measure, 5, ink),
    rule(margin, y + 10, measure, 1, ink),
    set(text.line, width / 2, y + 34 + line, line, { fill: ink, anchor: 'middle' }),
    rule(margin, y + line + 62, measure, 1, ink),
  );
  y += line + 62 + 60;
  const [lead, ...others] = text.headlines;
  if (lead !== undefined) {
    const block = paragraph(lead, margin, y, measure, 76, 3, ink);
    elements.push(...block.elements);
    y = block.bottom + 40;
  }
  for (const headline of others.slice(0, 6)) {
    if (y + 160 > 1414 - margin) break;
    elements.push(rule(margin, y, measure, 1, ink));
    const block = paragraph(headline, margin, y + 26, measure, 40, 2, ink);
    elements.push(...block.elements);
    y = block.bottom + 26;
  }
  if (text.foot !== undefined) {
    const size = fitted(text.foot, measure, 28);
    elements.push(
      set(text.foot, width / 2, 1414 - 60, size, { fill: softInk(text.inks), anchor: 'middle' }),
    );
  }
  return svg(width, 1414, text.inks.paper, elements);
}

/** What a link to an edition or a section shows where it is shared: 1200 × 630 (Open Graph). */
export function shareSvg(text: PictureText): string {
  const [width, height, margin] = [1200, 630, 70];
  const measure = width - 2 * margin;
  const { ink } = text.inks;
  const { element, height: name } = nameOf(text, {
    left: margin,
    top: 60,
    measure: measure * (text.part === undefined ? 0.8 : 0.45),
    largest: 120,
    anchor: 'start',
  });
  const elements: Element[] = [element];
  if (text.part !== undefined) {
    const size = fitted(text.part, measure * 0.45, 84);
    elements.push(set(text.part, width - margin, 60 + name, size, { fill: ink, anchor: 'end' }));
  }
  let y = 60 + name + 34;
  const line = fitted(text.line, measure, 32);
  elements.push(
    rule(margin, y, measure, 5, ink),
    set(text.line, margin, y + 26 + line, line, { fill: softInk(text.inks), anchor: 'start' }),
    rule(margin, y + 46 + line, measure, 1, ink),
  );
  y += 46 + line + 30;
  const [lead, ...others] = text.headlines;
  if (lead !== undefined) {
    const block = paragraph(lead, margin, y, measure, 66, 2, ink);
    elements.push(...block.elements);
    y = block.bottom + 24;
  }
  for (const headline of others) {
    if (y + 50 > height - 40) break;
    const block = paragraph(headline, margin, y, measure, 36, 1, ink);
    elements.push(...block.elements);
    y = block.bottom + 14;
  }
  return svg(width, height, text.inks.paper, elements);
}

/** All characters that a picture sets: what its font must have. */
export function charactersOf(text: PictureText): string {
  return [text.paper, text.latin, text.part, text.line, text.foot, ...text.headlines, '…']
    .filter((part) => part !== undefined)
    .join('');
}

function svg(width: number, height: number, ground: string, elements: readonly Element[]): string {
  return writeXmlFragment(
    x(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: String(width),
        height: String(height),
        viewBox: `0 0 ${width} ${height}`,
      },
      [x('rect', { width: String(width), height: String(height), fill: ground }), ...elements],
    ),
  );
}

/** The paper's name, or its picture: as large as it may be, in the accent. */
function nameOf(
  { paper, nameplate, inks }: PictureText,
  box: {
    readonly left: number;
    readonly top: number;
    readonly measure: number;
    readonly largest: number;
    readonly anchor?: 'start';
  },
): { readonly element: Element; readonly height: number } {
  const { left, top, measure, largest, anchor = 'middle' } = box;
  if (nameplate?.source !== undefined) {
    const scale = Math.min(measure / nameplate.width, largest / nameplate.height);
    const [width, height] = [nameplate.width * scale, nameplate.height * scale];
    const x0 = anchor === 'start' ? left : left + (measure - width) / 2;
    const element = x('image', {
      href: nameplate.source,
      x: String(Math.round(x0)),
      y: String(top),
      width: String(Math.round(width)),
      height: String(Math.round(height)),
    });
    return { element, height };
  }
  const height = fitted(paper, measure, largest);
  const at = anchor === 'start' ? left : left + measure / 2;
  return { element: set(paper, at, top + height, height, { fill: inks.accent, anchor }), height };
}

function rule(left: number, y: number, width: number, thickness: number, ink: string): Element {
  return x('rect', {
    x: String(left),
    y: String(y),
    width: String(width),
    height: String(thickness),
    fill: ink,
  });
}

function set(
  text: string,
  left: number,
  baseline: number,
  size: number,
  { fill, anchor }: { readonly fill: string; readonly anchor: 'start' | 'middle' | 'end' },
): Element {
  return x(
    'text',
    {
      x: String(left),
      // Han characters stand on the line's foot, Latin letters on its base: 0.12 em between the two.
      y: String(Math.round(baseline - size * 0.12)),
      'font-size': String(Math.round(size)),
      'text-anchor': anchor,
      fill,
    },
    text,
  );
}

/** Lines of a text, at most so many, the last one cut with …, none beginning with closing marks. */
function paragraph(
  text: string,
  left: number,
  top: number,
  measure: number,
  size: number,
  most: number,
  ink: string,
): Block {
  const lines = breakLines(text, measure / size, most);
  const leading = size * 1.35;
  return {
    elements: lines.map((line, index) =>
      set(line, left, top + size + index * leading, size, { fill: ink, anchor: 'start' }),
    ),
    bottom: top + size * 1.1 + (lines.length - 1) * leading,
  };
}

const notFirst = /^[，。、；：！？”’）》」』]/;

/**
 * Breaks a headline into lines, between Han characters or at blanks.
 *
 * @param ems how wide a line may be
 * @param most lines at most; what does not fit is cut with …
 */
export function breakLines(text: string, ems: number, most: number): string[] {
  const pieces = text.match(/—+|…+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+|\s+|./gsv) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const fits = widthInEms(line + piece) <= ems || line === '';
    // A closing mark hangs over rather than begin a line.
    if (fits || (notFirst.test(piece) && widthInEms(line) <= ems)) {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
    if (lines.length === most) {
      const last = Array.from(lines[most - 1]!);
      while (last.length > 1 && widthInEms(last.join('')) > ems - 1) last.pop();
      return [...lines.slice(0, most - 1), `${last.join('')}…`];
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Han and full-width characters one em, capitals and figures 0.62, the rest 0.52: Noto Serif's Black. */
export function widthInEms(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\u1100-\uffdc—…“”‘’]|[\u{20000}-\u{3ffff}]/u.test(character)) width += 1;
    else width += /[A-Z0-9mwMW@%&]/.test(character) ? 0.68 : 0.56;
  }
  return width;
}

/** The size at which a text fills a measure, at most so large. */
function fitted(text: string, measure: number, largest: number): number {
  return Math.min(largest, measure / Math.max(1, widthInEms(text)));
}
