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
  const table = new TableReader();
  let rest = 0;
  for (const match of source.matchAll(/<!--[\s\S]*?-->|<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    table.text(source.slice(rest, match.index));
    rest = match.index + match[0].length;
    table.tag(match[0]);
  }
  table.text(source.slice(rest));
  return table.end();
}

/** A table while its tags and its text come in, in their order. */
class TableReader {
  readonly #rows: string[][] = [];
  readonly #marks: string[] = [];
  /** Cells of rows above that reach down into columns of this one. */
  readonly #pending: { column: number; rows: number }[] = [];
  #row: string[] | undefined;
  #cell: string | undefined;
  #span = { columns: 1, rows: 1 };
  #hasHead = false;
  #outside = '';

  text(text: string): void {
    if (this.#cell === undefined) this.#outside += text;
    else this.#cell += decodeEntities(text);
    for (const entity of text.matchAll(/&[#\w]+;/g)) this.#marks.push(entity[0]);
  }

  tag(mark: string): void {
    this.#marks.push(mark);
    const tag = parseTag(mark);
    switch (tag?.name) {
      case 'tr':
        this.#closeRow();
        if (!tag.closing) this.#row = [];
        break;
      case 'td':
      case 'th':
        this.#closeCell();
        if (!tag.closing) this.#openCell(tag);
        break;
      case 'thead':
        this.#hasHead = true;
        break;
      case 'br':
      case 'p':
        if (this.#cell !== undefined) this.#cell += ' ';
        break;
      case 'table':
        if (tag.closing) this.#closeRow();
        break;
      default:
    }
  }

  end(): HtmlTable {
    this.#closeRow();
    const rows = this.#rows;
    const stray = decodeEntities(this.#outside).replaceAll(/\s+/g, ' ').trim();
    if (stray !== '') rows.unshift([stray]);
    const shown = rows.filter((one) => one.some((text) => text !== ''));
    return { rows: evenRows(shown), hasHead: this.#hasHead, marks: this.#marks };
  }

  #openCell({ name, attributes }: HtmlTag): void {
    this.#row ??= [];
    this.#cell = '';
    this.#span = {
      columns: clampSpan(attributes.colspan),
      rows: clampSpan(attributes.rowspan),
    };
    if (name === 'th' && this.#rows.length === 0) this.#hasHead = true;
  }

  #closeCell(): void {
    const row = this.#row;
    if (this.#cell === undefined || !row) return;
    this.#fillSpanned(row);
    const column = row.length;
    row.push(this.#cell.replaceAll(/\s+/g, ' ').trim());
    for (let extra = 1; extra < this.#span.columns; extra += 1) row.push('');
    if (this.#span.rows > 1) {
      for (let extra = 0; extra < this.#span.columns; extra += 1) {
        this.#pending.push({ column: column + extra, rows: this.#span.rows });
      }
    }
    this.#cell = undefined;
  }

  #closeRow(): void {
    this.#closeCell();
    const row = this.#row;
    if (!row) return;
    this.#fillSpanned(row);
    for (const one of this.#pending) one.rows -= 1;
    this.#rows.push(row);
    this.#row = undefined;
  }

  #fillSpanned(row: string[]): void {
    while (this.#pending.some((one) => one.column === row.length && one.rows > 0)) row.push('');
  }
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
