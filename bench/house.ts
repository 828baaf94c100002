/**
 * Measures the structure of src/: what a reader of this code meets, in figures.
 *
 *   node bench/house.ts [ROOT]
 *
 * Lines are counted whole by room; for the importer also by use (see LineUse), code and tables apart.
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

/**
 * What each line of a module is for. Every line counts once:
 * - `blank` and `comment` by the compiler's tokens: a line is a comment's where no token stands on it;
 * - `table` where it belongs to a module's constant that says and does nothing, three lines or longer:
 *   (a) words, numbers and patterns in arrays and records, or one pattern or text;
 *   (b) three rows or more that are records or calls of one maker (`{ id, why, when, cost }`). A row's
 *   condition, cost or wording is part of the row where it is one expression; a function with
 *   statements in it is code, in a table too;
 * - `imports` are what binds modules together: more and smaller modules have more of them;
 * - `code` is all the rest, types among it.
 */
interface LineUse {
  lines: number;
  blank: number;
  comment: number;
  table: number;
  imports: number;
  code: number;
}

/** Words, numbers, patterns and names of other constants, however nested. */
function isPlainData(node: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlainData);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every((property) =>
      ts.isPropertyAssignment(property)
        ? isPlainData(property.initializer)
        : !ts.isMethodDeclaration(property) && !ts.isAccessor(property),
    );
  }
  if (ts.isNewExpression(node)) {
    return (
      ['Set', 'Map', 'RegExp'].includes(node.expression.getText()) &&
      (node.arguments ?? []).every(isPlainData)
    );
  }
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isSpreadElement(node))
    return isPlainData(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isPlainData(node.operand);
  if (ts.isBinaryExpression(node)) return isPlainData(node.left) && isPlainData(node.right);
  // '甲 乙 丙'.split(' ') is a row of words.
  if (ts.isCallExpression(node)) {
    return (
      ts.isPropertyAccessExpression(node.expression) &&
      ts.isStringLiteralLike(node.expression.expression)
    );
  }
  return (
    ts.isLiteralExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword
  );
}

function rowsOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return rowsOf(node.expression);
  if (ts.isNewExpression(node)) return node.arguments?.[0] ? rowsOf(node.arguments[0]) : [];
  if (ts.isObjectLiteralExpression(node)) return node.properties;
  if (!ts.isArrayLiteralExpression(node)) return [];
  const isRow = (row: ts.Node): boolean =>
    ts.isObjectLiteralExpression(row) ||
    ts.isArrayLiteralExpression(row) ||
    ts.isCallExpression(row);
  return node.elements.every(isRow) ? node.elements : [];
}

/** Whether a function, or one within it, has a body of statements. */
function holdsStatements(node: ts.Node): boolean {
  return ts.isBlock(node) || ts.forEachChild(node, holdsStatements) === true;
}

function useOfLines(file: string, text: string): LineUse {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  const linesOf = (node: ts.Node): number[] => {
    const first = lineOf(node.getStart());
    return Array.from({ length: lineOf(node.end) - first + 1 }, (_, index) => first + index);
  };
  const written = new Set<number>();
  const mark = (node: ts.Node): void => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode)
      return;
    const children = node.getChildren();
    if (children.length === 0 && node.getWidth() > 0)
      for (const line of linesOf(node)) written.add(line);
    children.forEach(mark);
  };
  mark(tree);
  const table = new Set<number>();
  const leaveFunctions = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      if (holdsStatements(node)) for (const line of linesOf(node).slice(1)) table.delete(line);
    } else ts.forEachChild(node, leaveFunctions);
  };
  for (const statement of tree.statements.filter(ts.isVariableStatement)) {
    const value = statement.declarationList.declarations[0]?.initializer;
    const lines = linesOf(statement);
    if (!value || lines.length < 3 || !(isPlainData(value) || rowsOf(value).length >= 3)) continue;
    for (const line of lines) if (written.has(line)) table.add(line);
    leaveFunctions(value);
  }
  const imports = tree.statements.filter(ts.isImportDeclaration).flatMap(linesOf);
  const rows = text.split('\n').slice(0, -1);
  const blank = rows.filter((row, line) => row.trim() === '' && !written.has(line)).length;
  return {
    lines: rows.length,
    blank,
    comment: rows.length - blank - written.size,
    table: table.size,
    imports: imports.length,
    code: written.size - table.size - imports.length,
  };
}

/** The importer's inner rooms by the use of their lines: issue and records speak of code, tables apart. */
function listUses(room: string): void {
  console.log(`| ${room} | lines | blank | comments | tables | imports | code |`);
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  const sum = new Map<string, LineUse>();
  for (const file of code.filter((name) => name.startsWith(`${room}/`))) {
    const inner = file.split('/').length > 2 ? file.split('/')[1]! : '(top)';
    const use = useOfLines(file, texts.get(file)!);
    for (const key of [inner, '**all**']) {
      const before = sum.get(key) ?? {
        lines: 0,
        blank: 0,
        comment: 0,
        table: 0,
        imports: 0,
        code: 0,
      };
      for (const kind of Object.keys(use) as (keyof LineUse)[]) before[kind] += use[kind];
      sum.set(key, before);
    }
  }
  const last = ([name]: [string, LineUse]): number => Number(name === '**all**');
  for (const [inner, use] of [...sum].sort((left, right) => last(left) - last(right)))
    console.log(`| ${inner} | ${Object.values(use).join(' | ')} |`);
  console.log();
}
listUses('importer');

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
