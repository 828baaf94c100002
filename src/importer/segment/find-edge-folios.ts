import type { Block } from '../page/block.ts';
import { hanWeekday } from '../lexicon/weekday.ts';
import { readFolio } from '../page/folio.ts';

/** The lines of a page's head or foot that are one folio, read by a tool as one line or as several. */
export interface EdgeFolio {
  /** 0-based, `end` not included. */
  readonly start: number;
  readonly end: number;
  /** The lines' words, a stroke between two lines: a blank would be closed as a tool's. */
  readonly text: string;
  readonly isFoot: boolean;
}

/** A nameplate's folio has five parts: number, name, date, weekday, newspaper. */
const mostLines = 5;
const weekday = new RegExp(hanWeekday, 'u');
/** A number that could as well begin a headline: `90后…`, `3个…`. A folio sets 03, A3 or 3版. */
const plainNumber = /^[1-9]\d?\p{Script=Han}(?!$)|\p{Script=Han}[1-9]\d?$/u;

interface Piece {
  readonly kind: 'date' | 'number' | 'named' | 'name' | 'other';
  readonly text: string;
  readonly page: boolean;
  /** A line with the date holds the page's number and name as well. */
  readonly namesPage?: boolean;
}

function readPiece(text: string): Piece | undefined {
  if (text.length > 60 || /[。！？；，“”《》<>&[\]!`\\$|]/u.test(text)) return undefined;
  const whole = readFolio(text);
  if (whole?.date !== undefined) {
    const { page, name } = whole;
    const numbered = page !== undefined;
    return { kind: 'date', text, page: numbered, namesPage: numbered && name !== undefined };
  }
  // A weekday, a newspaper's name or a page's name says what it is beside a date alone.
  const beside = readFolio(`2000-01-01 ${text}`);
  if (beside === undefined || beside.credits.length > 0) return undefined;
  const page = beside.page !== undefined;
  if (beside.name === undefined) return { kind: page ? 'number' : 'other', text, page };
  if (!/^\p{Script=Han}{2,4}$/u.test(beside.name) || plainNumber.test(text)) return undefined;
  return { kind: page || beside.name !== text ? 'named' : 'name', text, page };
}

/**
 * Finds the folio at a page's head and at its foot, whatever the order of its parts and however many
 * lines a tool has made of them: `01 民生 2024年12月11日 星期三 某某日报` on one, or on three.
 * There must be a date, and a page's number, a weekday or a newspaper's name; a page's name on a line
 * of its own counts only beside the line of the number.
 *
 * @param lines words of each line without marks; undefined for a blank line, null for one that holds
 *   no words of the paper (a tool's mark, an image) and may stand before the folio but not in it
 */
export function findEdgeFolios(
  lines: readonly (string | null | undefined)[],
): readonly EdgeFolio[] {
  const found: EdgeFolio[] = [];
  const head = findAtEdge(lines, [...lines.keys()]);
  if (head.length > 0) found.push(runOf(lines, head, false));
  const foot = findAtEdge(lines, [...lines.keys()].reverse());
  if (foot.length > 0 && !foot.some((at) => head.includes(at))) {
    found.push(runOf(lines, foot.reverse(), true));
  }
  return found;
}

/**
 * Blocks with the folios as blocks of their own before and behind them.
 *
 * @param numberOf the line of the page, from 1, of a line by its 0-based place
 */
export function putFolios(
  blocks: readonly Block[],
  folios: readonly EdgeFolio[],
  numberOf: (place: number) => number,
): readonly Block[] {
  const blockOf = ({ start, end, text }: EdgeFolio): Block => ({
    type: 'paragraph',
    text,
    lines: { first: numberOf(start), last: numberOf(end - 1) },
  });
  const [feet, heads] = [folios.filter((one) => one.isFoot), folios.filter((one) => !one.isFoot)];
  return [...heads.map(blockOf), ...blocks, ...feet.map(blockOf)];
}

function runOf(
  lines: readonly (string | null | undefined)[],
  places: readonly number[],
  isFoot: boolean,
): EdgeFolio {
  return {
    start: places[0]!,
    end: places.at(-1)! + 1,
    text: places.map((at) => lines[at]!).join(' | '),
    isFoot,
  };
}

/** The longest run of lines from an edge inwards that reads as one folio; `order` begins at the edge. */
function findAtEdge(
  lines: readonly (string | null | undefined)[],
  order: readonly number[],
): number[] {
  const places: number[] = [];
  const pieces: Piece[] = [];
  let longest: number[] = [];
  for (const at of order) {
    const text = lines[at];
    if (text === undefined || (text === null && places.length === 0)) continue;
    const piece = text === null || places.length === mostLines ? undefined : readPiece(text);
    if (piece === undefined) break;
    places.push(at);
    pieces.push(piece);
    if (isFolio(pieces)) longest = [...places];
  }
  return longest;
}

function isFolio(pieces: readonly Piece[]): boolean {
  const count = (holds: (piece: Piece) => boolean): number => pieces.filter(holds).length;
  const hasName = count((piece) => piece.kind === 'named' || piece.namesPage === true);
  if (count((piece) => piece.kind === 'date') !== 1 || count((piece) => piece.page) > 1)
    return false;
  for (const [at, { kind }] of pieces.entries()) {
    if (kind !== 'name') continue;
    const beside = [pieces[at - 1]?.kind, pieces[at + 1]?.kind];
    if (!beside.includes('number') || hasName > 0) return false;
  }
  if (hasName > 1 || count((piece) => piece.kind === 'name') > 1) return false;
  const text = pieces.map((piece) => piece.text).join(' | ');
  const folio = readFolio(text);
  if (folio?.date === undefined) return false;
  const others = count((piece) => piece.kind === 'other');
  return folio.page !== undefined || weekday.test(text) || others > 0;
}
