/**
 * Reads the YAML that our own tools write and people mostly keep to: block maps and lists, one plain
 * or simply quoted value a line. The full parser takes 0.35 ms for an article's front matter, this
 * 0.01 ms; a test holds the two to the same values.
 *
 * @returns undefined for anything beyond that, wrong or right: the full parser decides
 */
export function parsePlainYaml(text: string): Record<string, unknown> | undefined {
  const lines = text.split('\n');
  while (lines.at(-1) === '') lines.pop();
  const reader: Reader = { lines, next: 0 };
  try {
    const value = readMap(reader, 0);
    return reader.next === lines.length ? value : undefined;
  } catch (error) {
    if (error === beyond) return undefined;
    throw error;
  }
}

interface Reader {
  readonly lines: readonly string[];
  next: number;
}

/** Thrown where the text is more than plain; never seen outside. */
const beyond = Symbol('beyond plain YAML');
const entryShape = /^([A-Za-z][A-Za-z0-9]*):(?: (.+))?$/;
const reserved: ReadonlySet<string> = new Set(['constructor', 'prototype']);

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  return indent;
}

/** Reads entries that stand at exactly this indent. */
function readMap(reader: Reader, indent: number, first?: string): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  let count = 0;
  for (let pending = first; ; pending = undefined) {
    let entry = pending;
    if (entry === undefined) {
      const line = reader.lines[reader.next];
      if (line === undefined || indentOf(line) < indent) break;
      if (indentOf(line) > indent) throw beyond;
      entry = line.slice(indent);
      if (entry.startsWith('- ') && count > 0) break;
      reader.next += 1;
    }
    const match = entryShape.exec(entry);
    if (!match) throw beyond;
    const key = match[1]!;
    if (Object.hasOwn(map, key) || reserved.has(key)) throw beyond;
    map[key] = match[2] === undefined ? readBlock(reader, indent) : readScalar(match[2]);
    count += 1;
  }
  if (count === 0) throw beyond;
  return map;
}

/** What follows `key:` on the next lines: a list, indented or not, or a deeper map. */
function readBlock(reader: Reader, indent: number): unknown {
  const line = reader.lines[reader.next];
  if (line === undefined) throw beyond;
  const inner = indentOf(line);
  if (line.startsWith('- ', inner) && inner >= indent) return readList(reader, inner);
  if (inner <= indent) throw beyond;
  return readMap(reader, inner);
}

function readList(reader: Reader, indent: number): unknown[] {
  const list: unknown[] = [];
  for (;;) {
    const line = reader.lines[reader.next];
    if (line === undefined || indentOf(line) !== indent || !line.startsWith('- ', indent)) break;
    reader.next += 1;
    const item = line.slice(indent + 2);
    list.push(entryShape.test(item) ? readMap(reader, indent + 2, item) : readScalar(item));
  }
  const after = reader.lines[reader.next];
  if (after !== undefined && indentOf(after) > indent) throw beyond;
  return list;
}

function readScalar(source: string): unknown {
  if (source === '[]') return [];
  if (/^"[^"\\]*"$/.test(source) || /^'[^']*'$/.test(source)) return source.slice(1, -1);
  if (/^[1-9]\d{0,14}$/.test(source)) return Number(source);
  if (/^\d{4}-\d{2}-\d{2}$/.test(source)) return source;
  if (source === 'null') return null;
  if (source === 'true' || source === 'false') return source === 'true';
  // Anything that a schema of YAML might take for more than text: numbers, ~, .inf, True.
  if (/^[-+.\d~]|^(?:null|true|false)$/i.test(source)) throw beyond;
  if (/^[\s?:,[\]{}#&*!|>'"%@`=<]|:(?:\s|$)|\s#|\s$|\t/.test(source)) throw beyond;
  return source;
}
