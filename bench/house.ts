/**
 * Measures the structure of src/: what a reader of this code meets, in figures.
 *
 *   node bench/house.ts [ROOT]
 *
 * ROOT is another checkout of this project, to hold two states against each other.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const src = join(root, 'src');

/** Longer than this, a function no longer fits on a screen. */
const longFunction = 80;
const longPattern = 200;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.(?:ts|js|cjs|mjs|astro|css)$/.test(file))
  .filter((file) => !/\.(?:test|d)\.ts$/.test(file));
const texts = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));

interface Measured {
  readonly longFunctions: string[];
  readonly longPatterns: string[];
  /** Patterns that match a tag: `<p`, `</`, `<[^>]*>`. */
  readonly htmlPatterns: string[];
  readonly imports: string[];
}

function measure(file: string, text: string): Measured {
  const measured: Measured = {
    longFunctions: [],
    longPatterns: [],
    htmlPatterns: [],
    imports: [],
  };
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number): number =>
    tree.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart()) + 1;
      if (lines > longFunction) {
        const name = node.name?.getText() ?? 'unnamed';
        measured.longFunctions.push(`${file}:${lineOf(node.getStart())} ${name} ${lines}`);
      }
    }
    if (ts.isRegularExpressionLiteral(node)) {
      const place = `${file}:${lineOf(node.getStart())}`;
      if (node.text.length > longPattern)
        measured.longPatterns.push(`${place} ${node.text.length} characters`);
      if (/(?<!\(\?)<\\?\/?(?:\[\^>\]|\(?[a-z]+\b[^)]*>)|<\\\/\??|<h\[/.test(node.text))
        measured.htmlPatterns.push(`${place} ${node.text}`);
    }
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier) &&
      node.moduleSpecifier.text.startsWith('.')
    ) {
      measured.imports.push(
        relative(src, resolve(src, dirname(file), node.moduleSpecifier.text))
          .split(sep)
          .join('/'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return measured;
}

const code = files.filter((file) => file.endsWith('.ts'));
const measured = new Map(code.map((file) => [file, measure(file, texts.get(file)!)]));

/** Strongly connected sets of files, two or more each (Tarjan 1972). */
function circles(): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    for (const next of measured.get(file)?.imports ?? []) {
      if (!measured.has(next)) continue;
      if (!index.has(next)) {
        visit(next);
        low.set(file, Math.min(low.get(file)!, low.get(next)!));
      } else if (stack.includes(next)) {
        low.set(file, Math.min(low.get(file)!, index.get(next)!));
      }
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of code) if (!index.has(file)) visit(file);
  return found;
}

const rooms = Map.groupBy(files, (file) => (file.includes('/') ? file.split('/')[0]! : file));
console.log('| room | files | lines |\n| --- | ---: | ---: |');
let total = 0;
for (const [room, held] of [...rooms].sort(([left], [right]) => (left < right ? -1 : 1))) {
  const lines = held.reduce((sum, file) => sum + texts.get(file)!.split('\n').length - 1, 0);
  total += lines;
  console.log(`| ${room} | ${held.length} | ${lines} |`);
}
console.log(`| **all** | ${files.length} | ${total} |\n`);

function list(title: string, rows: readonly string[]): void {
  console.log(`${title}: ${rows.length}`);
  for (const row of rows) console.log(`  ${row}`);
}
const all = (pick: (of: Measured) => readonly string[]): string[] =>
  [...measured.values()].flatMap(pick);
list(
  'circles of imports',
  circles().map((circle) => circle.join(' · ')),
);
list(
  `functions over ${longFunction} lines`,
  all(({ longFunctions }) => longFunctions),
);
list(
  `regular expressions over ${longPattern} characters`,
  all(({ longPatterns }) => longPatterns),
);
list(
  'regular expressions that match tags (sources of OCR tools hold HTML too)',
  all(({ htmlPatterns }) => htmlPatterns),
);
const spreads = [...texts.values()].reduce(
  (sum, text) => sum + (text.match(/\.\.\.\([^()]*(?:\([^()]*\)[^()]*)*\?\s*\{/g)?.length ?? 0),
  0,
);
console.log(`conditional spreads: ${spreads}`);
