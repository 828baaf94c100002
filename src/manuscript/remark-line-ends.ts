import type { Nodes, Root, Text } from 'mdast';

/** Scripts that are written without blanks between words. */
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}〇々]/u;
/** Full-width by themselves: nothing else is set with them. */
const wide =
  /[\u3000-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
/** Full-width beside Han, narrow in Latin text: Unicode calls their width ambiguous. */
const ambiguous = /[‘’“”—…·]/u;

/**
 * Drops the line ends that are no blank: between Han, and beside full-width punctuation
 * (`为了继⏎续变革`). CommonMark makes a blank of each (commonmark-spec#744), and browsers show it. The
 * rule is that of CSS Text 4, 4.1.3 (segment break transformation), with Chinese quotation marks
 * taken as wide. Between Latin words a line end stays.
 */
export function remarkLineEnds() {
  return joinLines;
}

/** In place: see `remarkLineEnds`. */
export function joinLines(tree: Root): void {
  visitText(tree, []);
}

/** Texts of one run of words follow each other, whatever marks stand between them. */
function visitText(node: Nodes, run: Text[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type === 'text') {
      run.push(child);
    } else if (inlineParents.has(child.type)) {
      visitText(child, run);
    } else {
      // A hard break, code or picture parts words; a block has words of its own.
      joinRun(run);
      run.length = 0;
      visitText(child, []);
    }
  }
  if (!inlineParents.has(node.type)) joinRun(run);
}

const inlineParents: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'mdxJsxTextElement',
]);

function joinRun(run: readonly Text[]): void {
  if (!run.some(({ value }) => value.includes('\n'))) return;
  const whole = run.map(({ value }) => value).join('');
  let start = 0;
  for (const text of run) {
    const from = start;
    start += text.value.length;
    if (!text.value.includes('\n')) continue;
    text.value = text.value.replaceAll(
      /(?<![ \t])[ \t]*(?:\n[ \t]*)+/g,
      (lineEnd, offset: number) => {
        const before = lastCharacter(whole.slice(0, from + offset));
        const after = firstCharacter(whole.slice(from + offset + lineEnd.length));
        return isNoBlank(before, after) ? '' : '\n';
      },
    );
  }
}

function isNoBlank(before: string, after: string): boolean {
  if (wide.test(before) || wide.test(after)) return true;
  if (han.test(before)) return han.test(after) || ambiguous.test(after);
  return ambiguous.test(before) && han.test(after);
}

function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

function firstCharacter(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? '';
}
