import { pick, type Random } from '../../tests/seeded-random.ts';
import { Converter } from 'opencc-js/cn2t';

/** What OCR does to a printed paragraph. `clean` stands for none of them. */
export const damageKinds = [
  'clean',
  'line-blanks',
  'column-break',
  'lost-break',
  'ghost-line',
  'confusable',
  'traditional-glyph',
  'half-width',
  'straight-quotes',
  'lost-stop',
  'lost-last-line',
] as const;
export type DamageKind = (typeof damageKinds)[number];

/** How often a tool does it: shares of the paragraphs on which it can be done, 0 to 1. */
export interface DamageRates {
  /** Blocks whose printed lines are joined with a blank. */
  readonly lineBlanks: number;
  readonly columnBreak: number;
  readonly lostBreak: number;
  readonly ghostLine: number;
  /** Per 入 of the text. */
  readonly enterAsMan: number;
  readonly otherConfusable: number;
  readonly traditionalGlyph: number;
  readonly lostStop: number;
  readonly lostLastLine: number;
  readonly halfWidth: boolean;
  readonly straightQuotes: boolean;
}

/** A block of the page as the tool gives it: printed lines, and whether blanks stand between them. */
export interface DamagedBlock {
  readonly lines: readonly string[];
  readonly blanks: boolean;
}

export interface DamagedParagraph {
  readonly kinds: ReadonlySet<DamageKind>;
  /** What was lost cannot be known from the page: right only if flagged. */
  readonly unknowable: boolean;
}

export interface DamagedBody {
  readonly blocks: readonly DamagedBlock[];
  /** One for each printed paragraph. */
  readonly paragraphs: readonly DamagedParagraph[];
}

/** Look-alikes that OCR tools confuse on newspaper type; printed -> read. */
const lookAlikes: readonly (readonly [string, string])[] = [
  ['己', '已'],
  ['未', '末'],
  ['折', '拆'],
  ['候', '侯'],
  ['拨', '拔'],
  ['日', '曰'],
  ['土', '士'],
  ['今', '令'],
  ['末', '未'],
  ['买', '卖'],
];

const toTraditional = Converter({ from: 'cn', to: 't' });
const noLineStart = /^[，。、；：？！）》」』”’…—,;:?!)%％]/u;

/**
 * Breaks a paragraph into printed lines as a newspaper column does: two characters indented, no
 * closing mark at a line's beginning, numbers and Latin words whole.
 *
 * @param width in full-width characters
 */
export function breakLines(text: string, width: number, indent = 2): string[] {
  const tokens = text.match(/[A-Za-z0-9.%+-]+|./gsu) ?? [];
  const lines: string[] = [];
  let line = '';
  let used = indent;
  for (const token of tokens) {
    const size = /^[\u0020-\u007e]/u.test(token) ? token.length / 2 : token.length;
    if (
      used + size > width &&
      line !== '' &&
      !(noLineStart.test(token) && used + size <= width + 2)
    ) {
      const opening = /[（《“‘「『(]+$/u.exec(line)?.[0] ?? '';
      if (opening.length === line.length) {
        line += token;
        used += size;
        continue;
      }
      lines.push(line.slice(0, line.length - opening.length).trimEnd());
      line = opening;
      used = opening.length;
    }
    if (token === ' ' && line === '') continue;
    line += token;
    used += size;
  }
  lines.push(line);
  return lines;
}

function garble(line: string, random: Random, share: number): string {
  const wrong = [...'化允昌从况仕允迪货刀寸石口目王甲申由千于土士未末'];
  return [...line]
    .map((character) =>
      /\p{Script=Han}/u.test(character) && random() < share ? pick(random, wrong) : character,
    )
    .join('');
}

/**
 * Damages the paragraphs of one item as a tool with these rates does.
 *
 * @param width of the printed column in full-width characters
 */
export function damageBody(
  paragraphs: readonly string[],
  rates: DamageRates,
  width: number,
  random: Random,
): DamagedBody {
  const blocks: { lines: string[]; blanks: boolean }[] = [];
  const outcome: { kinds: Set<DamageKind>; unknowable: boolean }[] = [];
  let lastPrintedLine = '';
  let joinNext = false;
  paragraphs.forEach((printed, index) => {
    const kinds = new Set<DamageKind>();
    let unknowable = false;
    let text = [...printed]
      .map((character) => {
        if (character !== '入' || random() >= rates.enterAsMan) return character;
        kinds.add('confusable');
        return '人';
      })
      .join('');
    if (random() < rates.otherConfusable) {
      const [from, to] = pick(
        random,
        lookAlikes.filter(([from]) => text.includes(from)).concat([['', '']]),
      );
      const at = from === '' ? -1 : text.indexOf(from);
      if (at >= 0) {
        text = text.slice(0, at) + to + text.slice(at + from.length);
        kinds.add('confusable');
      }
    }
    if (random() < rates.traditionalGlyph) {
      const candidates = [...text].flatMap((character, place) => {
        const other = toTraditional(character);
        return other !== character && other.length === character.length ? [place] : [];
      });
      if (candidates.length > 0) {
        const characters = [...text];
        const place = pick(random, candidates);
        characters[place] = toTraditional(characters[place]!);
        text = characters.join('');
        kinds.add('traditional-glyph');
      }
    }
    let lines = breakLines(text, width);
    if (lines.length > 3 && random() < rates.lostLastLine) {
      lines = lines.slice(0, -1);
      kinds.add('lost-last-line');
      unknowable = true;
    } else if (text.endsWith('。') && random() < rates.lostStop) {
      lines[lines.length - 1] = lines[lines.length - 1]!.replace(/。$/u, '');
      kinds.add('lost-stop');
      unknowable = true;
    }
    const whole = [...lines];
    const blanks = lines.length > 1 && random() < rates.lineBlanks;
    const parts: string[][] = [];
    if (lines.length > 4 && random() < rates.columnBreak) {
      const places = lines
        .map((line, place) => ({ line, place }))
        .filter(
          ({ line, place }) =>
            place < lines.length - 1 && place > 0 && !/[。！？”；：]$/u.test(line),
        )
        .map(({ place }) => place);
      if (places.length > 0) {
        const place = pick(random, places);
        parts.push(lines.slice(0, place + 1), lines.slice(place + 1));
        kinds.add('column-break');
      }
    }
    if (parts.length === 0) parts.push(lines);
    if (blanks) kinds.add('line-blanks');
    parts.forEach((part, place) => {
      const previous = blocks.at(-1);
      if (place === 0 && joinNext && previous !== undefined) {
        kinds.add('lost-break');
        outcome[index - 1]?.kinds.add('lost-break');
        previous.lines.push(`\u0000${part[0]!}`, ...part.slice(1));
        previous.blanks ||= blanks;
      } else blocks.push({ lines: [...part], blanks });
    });
    if (index > 0 && !joinNext && lastPrintedLine.length > 5 && random() < rates.ghostLine) {
      const ghost = garble(lastPrintedLine, random, 0.12);
      const place = blocks.length - parts.length;
      if (random() < 0.6) {
        const block = blocks[place]!;
        block.lines[0] = `${ghost} ${block.lines[0]!}`;
      } else blocks.splice(place, 0, { lines: [ghost], blanks: false });
      kinds.add('ghost-line');
    }
    lastPrintedLine = whole.at(-1) ?? '';
    // Only a break that leaves a trace (a blank after the stop) can be found again.
    joinNext =
      index < paragraphs.length - 1 &&
      /[。！？”]$/u.test(whole.at(-1) ?? '') &&
      random() < rates.lostBreak;
    outcome.push({ kinds, unknowable });
  });
  const narrow = (text: string): string => {
    let result = text;
    if (rates.halfWidth) {
      result = result.replaceAll(
        /[，；：？！（）]/gu,
        (mark) => ',;:?!()'['，；：？！（）'.indexOf(mark)]!,
      );
    }
    if (rates.straightQuotes) result = result.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'");
    return result;
  };
  paragraphs.forEach((printed, index) => {
    const { kinds } = outcome[index]!;
    if (rates.halfWidth && /[，；：？！（）]/u.test(printed)) kinds.add('half-width');
    if (rates.straightQuotes && /[“”‘’]/u.test(printed)) kinds.add('straight-quotes');
    if (kinds.size === 0) kinds.add('clean');
  });
  return {
    blocks: blocks.map((block) => ({ blanks: block.blanks, lines: block.lines.map(narrow) })),
    paragraphs: outcome,
  };
}

/**
 * The text of a damaged block on one line. A paragraph that begins inside a block (its break was
 * lost) leaves a blank in any case.
 */
export function joinLines(block: DamagedBlock): string {
  return block.lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const begins = line.startsWith('\u0000');
    return (
      text + (block.blanks || begins ? ' ' : needsBlank(text, line)) + line.replace('\u0000', '')
    );
  }, '');
}

/** Latin words at a line's end keep their blank in every tool. */
function needsBlank(before: string, after: string): string {
  return /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after) ? ' ' : '';
}

/** The printed lines of a block, for tools that keep them. */
export function printedLines(block: DamagedBlock): readonly string[] {
  return block.lines.map((line) => line.replace('\u0000', ''));
}
