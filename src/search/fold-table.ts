/**
 * Characters that are compared in another form: traditional ones in their simplified form, one by
 * one, so that 臺灣 finds 台湾 and the other way round. Made at build (pages/search), read here.
 *
 * The table has 3,764 rows (14 kB). A query of common simplified characters needs none of them: those
 * are known to every browser as the first two levels of GB 2312 (6,763 characters), and the sixteen among
 * them that do have another form are named in the manifest.
 */
export type FoldTable = ReadonlyMap<string, string>;

/** @param pairs each character followed by its form */
export function readFoldTable(pairs: string): FoldTable {
  const characters = [...pairs];
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    table.set(characters[at]!, characters[at + 1]!);
  }
  return table;
}

export function foldWith(table: FoldTable): (character: string) => string {
  return (character) => table.get(character) ?? character;
}

let common: ReadonlySet<string> | undefined;

function commonCharacters(): ReadonlySet<string> {
  if (common === undefined) {
    const bytes: number[] = [];
    for (let row = 0xb0; row <= 0xf7; row += 1) {
      for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
    }
    common = new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
  }
  return common;
}

/**
 * Whether the table may say something about a text.
 *
 * @param folding the common characters that it has: `SearchManifest.folding`
 */
export function needsFoldTable(text: string, folding: string): boolean {
  return Array.from(text.matchAll(/\p{Script=Han}/gu), ([character]) => character).some(
    (character) => folding.includes(character) || !commonCharacters().has(character),
  );
}

/** Those rows of the table whose first character is among the common ones. */
export function foldingAmongCommon(table: FoldTable): string {
  return [...table.keys()].filter((character) => commonCharacters().has(character)).join('');
}
