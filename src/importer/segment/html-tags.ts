import { decodeNamedCharacterReference } from 'decode-named-character-reference';

export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const tagShape = /^<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>$/i;

/** Reads one whole tag, `<td colspan="2">` or `</td>`; undefined for comments and anything else. */
export function parseTag(source: string): HtmlTag | undefined {
  const match = tagShape.exec(source);
  if (!match) return undefined;
  const attributes: Record<string, string> = {};
  for (const [, name, double, single, bare] of match[3]!.matchAll(
    /([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi,
  )) {
    attributes[name!.toLowerCase()] = double ?? single ?? bare ?? '';
  }
  return { name: match[2]!.toLowerCase(), closing: match[1] === '/', attributes };
}

/** `&amp;` -> `&`; what is no character reference stays as it is. */
export function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,31}));/gi, (whole, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[];
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
    return code > 0x1f && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
      ? String.fromCodePoint(code)
      : whole;
  });
}

export interface HtmlTable {
  readonly rows: readonly (readonly string[])[];
  readonly hasHead: boolean;
  /** Every tag and reference that was taken off, for the account of characters. */
  readonly marks: readonly string[];
}

/**
 * Reads `<table>…</table>` into rows of plain cells. A spanned cell stands once, in its first place;
 * rows and cells may lack their closing tags, as HTML allows.
 *
 * @returns also tables with no cell, as no rows
 */
export function parseHtmlTable(source: string): HtmlTable {
  const rows: string[][] = [];
  const marks: string[] = [];
  const pending: { column: number; rows: number }[] = [];
  let row: string[] | undefined;
  let cell: string | undefined;
  let span = { columns: 1, rows: 1 };
  let hasHead = false;
  let outside = '';

  const closeCell = (): void => {
    if (cell === undefined || !row) return;
    while (pending.some((one) => one.column === row!.length && one.rows > 0)) row.push('');
    const column = row.length;
    row.push(cell.replaceAll(/\s+/g, ' ').trim());
    for (let extra = 1; extra < span.columns; extra += 1) row.push('');
    if (span.rows > 1) {
      for (let extra = 0; extra < span.columns; extra += 1) {
        pending.push({ column: column + extra, rows: span.rows });
      }
    }
    cell = undefined;
  };
  const closeRow = (): void => {
    closeCell();
    if (!row) return;
    while (pending.some((one) => one.column === row!.length && one.rows > 0)) row.push('');
    for (const one of pending) one.rows -= 1;
    rows.push(row);
    row = undefined;
  };

  let rest = 0;
  for (const match of source.matchAll(/<!--[\s\S]*?-->|<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    const text = source.slice(rest, match.index);
    if (cell === undefined) outside += text;
    else cell += decodeEntities(text);
    for (const entity of text.matchAll(/&[#\w]+;/g)) marks.push(entity[0]);
    rest = match.index + match[0].length;
    marks.push(match[0]);
    const tag = parseTag(match[0]);
    switch (tag?.name) {
      case 'tr':
        closeRow();
        if (!tag.closing) row = [];
        break;
      case 'td':
      case 'th':
        closeCell();
        if (!tag.closing) {
          row ??= [];
          cell = '';
          span = {
            columns: clampSpan(tag.attributes.colspan),
            rows: clampSpan(tag.attributes.rowspan),
          };
          if (tag.name === 'th' && rows.length === 0) hasHead = true;
        }
        break;
      case 'thead':
        hasHead = true;
        break;
      case 'br':
      case 'p':
        if (cell !== undefined) cell += ' ';
        break;
      case 'table':
        if (tag.closing) closeRow();
        break;
      default:
    }
  }
  const tail = source.slice(rest);
  for (const entity of tail.matchAll(/&[#\w]+;/g)) marks.push(entity[0]);
  if (cell !== undefined) cell += decodeEntities(tail);
  else outside += tail;
  closeRow();
  const stray = decodeEntities(outside).replaceAll(/\s+/g, ' ').trim();
  if (stray !== '') rows.unshift([stray]);
  return { rows: evenRows(rows.filter((one) => one.some((text) => text !== ''))), hasHead, marks };
}

function clampSpan(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number >= 1 && number <= 100 ? number : 1;
}

/** Fills short rows with empty cells, since a GFM table drops what goes beyond its head. */
export function evenRows(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
