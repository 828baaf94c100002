/**
 * Sets clean paragraphs in newspaper columns and damages them as OCR tools do, keeping the truth.
 */
import type { Block } from '../src/importer/page/block.ts';

export type Damage =
  /** Every printed line joined to the next with a blank. */
  | 'line-joins'
  /** A column's end makes two paragraphs of one, in mid-sentence. */
  | 'column-breaks'
  /** Two paragraphs run together, with a blank between. */
  | 'lost-breaks'
  /** The last line of a paragraph read again, garbled, at the head of the next block. */
  | 'ghost-lines'
  /** A paragraph's full stop lost. */
  | 'lost-stops'
  /** A paragraph's last printed line lost. */
  | 'lost-lines'
  /** 入 read as 人, 己 as 已 and others. */
  | 'glyphs'
  | 'half-width'
  | 'straight-quotes'
  /** One character in two hundred in its traditional form. */
  | 'traditional'
  /** —— and …… as hyphens and full stops. */
  | 'strokes';

export interface DamagedArticle {
  readonly blocks: readonly Block[];
  /** The clean paragraphs; `lines` says which blocks they came out in (1-based lines of the page). */
  readonly truth: readonly { readonly text: string; readonly damaged: boolean }[];
  /** How often each damage was done. */
  readonly done: ReadonlyMap<Damage, number>;
}

const noLineStart = '，。、；：！？）》〉”’】…—%·';
const noLineEnd = '（《〈“‘【';

/** Printed lines of a paragraph in a column `width` cells wide, the first indented by two. */
export function setInColumn(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 2;
  // Numbers and Latin words are not parted.
  const pieces = text.match(/[0-9A-Za-z.,%:/-]+|./gsu) ?? [];
  for (const [index, piece] of pieces.entries()) {
    const cells = /^[\x20-\x7e]+$/.test(piece) ? piece.length / 2 : 1;
    const next = pieces[index + 1];
    const endsBadly = noLineEnd.includes(piece) && used + cells > width - 1 && next !== undefined;
    if ((used + cells > width && !noLineStart.includes(piece)) || endsBadly) {
      lines.push(line);
      line = '';
      used = 0;
    } else if (used + cells > width + 1) {
      // One mark may hang; a second one takes its character along to the next line.
      const last = line.at(-1) ?? '';
      lines.push(line.slice(0, -1));
      line = last;
      used = 1;
    }
    line += piece;
    used += cells;
  }
  if (line !== '') lines.push(line);
  return lines;
}

export const glyphDamage: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 6 }, () => ['入', '人'] as const),
  ['已', '己'],
  ['己', '已'],
  ['未', '末'],
  ['末', '未'],
  ['日', '曰'],
  ['土', '士'],
  ['士', '土'],
  ['大', '太'],
  ['太', '大'],
  ['千', '干'],
  ['干', '千'],
  ['于', '干'],
  ['干', '于'],
  ['候', '侯'],
  ['账', '帐'],
];

const traditionalOf = new Map(
  [
    ...'发發国國对對会會为為进進东東业業现現经經实實动動报報设設门門车車关關区區农農产產应應乡鄉体體灵靈腾騰'.matchAll(
      /(.)(.)/gsu,
    ),
  ].map((m) => [m[1]!, m[2]!]),
);

/** A line as a tool reads the blurred edge of another column: a quarter of its characters replaced. */
function garble(line: string, random: () => number): string {
  const noise = '化从做迪昌阁况货今令木本目日月用甩由甲申';
  return [...line]
    .map((character, index) =>
      index < line.length - 1 && random() < 0.25
        ? noise[Math.floor(random() * noise.length)]!
        : character,
    )
    .join('');
}

export interface Page {
  readonly random: () => number;
  readonly damages: ReadonlySet<Damage>;
  /** Share of the places where a damage could be done at which it is. */
  readonly share: number;
}

/** Sets one article's paragraphs and damages them. */
export function damageArticle(paragraphs: readonly string[], page: Page): DamagedArticle {
  const { random, damages, share } = page;
  const done = new Map<Damage, number>();
  const count = (damage: Damage): void => {
    done.set(damage, (done.get(damage) ?? 0) + 1);
  };
  const happens = (damage: Damage, rate = share): boolean => {
    const happened = damages.has(damage) && random() < rate;
    if (happened) count(damage);
    return happened;
  };
  const width = 13 + Math.floor(random() * 5);
  const truth: { text: string; damaged: boolean }[] = [];
  const texts: { text: string; first: number; last: number }[] = [];
  let glued = false;
  for (const [index, clean] of paragraphs.entries()) {
    const number = index + 1;
    let lines = setInColumn(clean, width);
    let lost = false;
    if (lines.length > 2 && happens('lost-lines', share / 4)) {
      lines = lines.slice(0, -1);
      lost = !/[。！？]”?$/.test(lines.at(-1)!);
    } else if (/[^…。]。$/.test(clean) && clean.length > 20 && happens('lost-stops', share / 4)) {
      lines[lines.length - 1] = lines.at(-1)!.slice(0, -1);
    }
    truth.push({ text: clean, damaged: lost });
    // How this block's lines were joined: all with blanks, none, or blanks in its first part only.
    const style = damages.has('line-joins') ? random() : 1;
    const join = (list: readonly string[]): string => {
      let text = '';
      for (const [place, line] of list.entries()) {
        const blank = style < 0.5 || (style < 0.7 && place < list.length / 2);
        text += (place === 0 ? '' : blank ? ' ' : '') + line;
        if (place > 0 && blank) count('line-joins');
      }
      return text;
    };
    let pieces: string[];
    const breakAt = 1 + Math.floor(random() * (lines.length - 1));
    const before = lines.slice(0, breakAt).join('');
    if (
      lines.length > 2 &&
      breakAt < lines.length &&
      !/[。！？…]”?$/.test(before) &&
      happens('column-breaks', share / 2)
    ) {
      pieces = [join(lines.slice(0, breakAt)), join(lines.slice(breakAt))];
    } else {
      pieces = [join(lines)];
    }
    const previous = texts.at(-1);
    if (
      previous !== undefined &&
      !lost &&
      /[。！？]”?$/.test(previous.text) &&
      !glued &&
      happens('lost-breaks', share / 3)
    ) {
      previous.text += ` ${pieces.shift()!}`;
      previous.last = number;
      glued = true;
    } else if (
      previous !== undefined &&
      !glued &&
      /[。！？]$/.test(paragraphs[index - 1] ?? '') &&
      happens('ghost-lines', share / 3)
    ) {
      const last = setInColumn(paragraphs[index - 1]!, width)
        .slice(-2)
        .join('')
        .slice(-width);
      if (last.length >= 8) pieces[0] = `${garble(last, random)} ${pieces[0]!}`;
    } else {
      glued = false;
    }
    for (const piece of pieces) texts.push({ text: piece, first: number, last: number });
  }
  const blocks = texts.map(({ text, first, last }): Block => {
    let out = text;
    if (damages.has('glyphs')) {
      out = out.replace(/[入已己未末日土士大太千干于候账]/g, (glyph) => {
        const options = glyphDamage.filter(([from]) => from === glyph);
        return random() < share / (glyph === '入' ? 2 : 25) && options.length > 0
          ? (count('glyphs'), options[Math.floor(random() * options.length)]![1])
          : glyph;
      });
    }
    if (damages.has('traditional')) {
      out = out.replace(/./gsu, (character) =>
        traditionalOf.has(character) && random() < share / 20
          ? (count('traditional'), traditionalOf.get(character)!)
          : character,
      );
    }
    if (damages.has('strokes')) {
      out = out.replace(/——|……/g, (mark) => (count('strokes'), mark === '——' ? '--' : '...'));
    }
    if (damages.has('half-width')) {
      out = out.replace(
        /[，；：？！（）]/g,
        (mark) => (count('half-width'), ',;:?!()'['，；：？！（）'.indexOf(mark)]!),
      );
    }
    if (damages.has('straight-quotes')) {
      out = out.replace(
        /[“”‘’]/g,
        (mark) => (count('straight-quotes'), '“”'.includes(mark) ? '"' : "'"),
      );
    }
    return { type: 'paragraph', text: out, lines: { first, last } };
  });
  return { blocks, truth, done };
}
