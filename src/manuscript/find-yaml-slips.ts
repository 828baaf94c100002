import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';

interface Slip {
  readonly id: string;
  /** Matches in one line; group 1 is what stays before the slip, group 2 the slip itself. */
  readonly shape: RegExp;
  readonly instead?: (slip: string) => string;
  readonly message: string;
  readonly action: string;
}

const key = '[A-Za-z][A-Za-z0-9]*';

/** What is most often mistyped, in words of its own; a line is told its first slip only. */
const slips: readonly Slip[] = [
  {
    id: 'yaml-tab',
    shape: /^()((?: *\t)+ *)/d,
    instead: (slip) => slip.replaceAll('\t', '  '),
    message: '行首应为空格，现有制表符（Tab）',
    action: '改用空格：一层两个',
  },
  {
    id: 'yaml-full-width-colon',
    shape: new RegExp(`^( *(?:- +)?${key})( *： *)`, 'd'),
    instead: () => ': ',
    message: '字段名之后应为半角冒号和一个空格“: ”，现为全角冒号“：”',
    action: '换成半角冒号，后面空一格',
  },
  {
    id: 'yaml-colon-blank',
    // `https://…` is an address, and `:` at the end of the line opens a list.
    shape: new RegExp(`^( *(?:- +)?${key})(:\\t*)(?=[^\\s:/])`, 'd'),
    instead: () => ': ',
    message: '冒号之后应空一格，现在没有',
    action: '在冒号后加一个空格',
  },
  {
    id: 'yaml-tab',
    shape: new RegExp(`^( *(?:- +)?${key}:)( *\\t\\s*)(?=\\S)`, 'd'),
    instead: () => ' ',
    message: '冒号之后应为空格，现为制表符（Tab）',
    action: '改为一个空格',
  },
  {
    id: 'yaml-dash-blank',
    shape: new RegExp(`^( *)(-|[－–—] *)(?=${key}[:：])`, 'd'),
    instead: () => '- ',
    message: '列表的一项应以半角“-”和一个空格开头',
    action: '写作“- ”',
  },
];

/**
 * Looks for the slips that people make most in a YAML text that could not be read. Each is told once,
 * where it is: what the parser says of the lines after it follows from it.
 *
 * @param text one that has errors; a sound one may hold these shapes in its values
 * @param firstLine number of the text's first line in its file
 * @param textOffset where the text begins in its file, in UTF-16 units
 */
export function findYamlSlips(text: string, firstLine = 1, textOffset = 0): LocalFinding[] {
  const findings: LocalFinding[] = [];
  let offset = textOffset;
  for (const [index, line] of text.split('\n').entries()) {
    const found = findSlip(line) ?? findOpenQuote(line);
    if (found !== undefined) {
      const { at, length, instead, ...words } = found;
      findings.push({
        severity: 'error',
        line: firstLine + index,
        column: at + 1,
        excerpt: excerptOf(line),
        ...words,
        ...(instead === undefined
          ? {}
          : { fix: { start: offset + at, end: offset + at + length, text: instead } }),
      });
    }
    offset += line.length + 1;
  }
  return findings;
}

interface FoundSlip extends Pick<LocalFinding, 'id' | 'message' | 'action'> {
  readonly at: number;
  readonly length: number;
  readonly instead?: string | undefined;
}

function findSlip(line: string): FoundSlip | undefined {
  for (const { id, shape, instead, message, action } of slips) {
    const match = shape.exec(line);
    if (match === null) continue;
    const slip = match[2]!;
    return {
      id,
      message,
      action,
      at: match.indices![2]![0],
      length: slip.length,
      instead: instead && instead(slip),
    };
  }
  return undefined;
}

/** A quote that opens a value and is not closed on its line swallows the fields after it. */
function findOpenQuote(line: string): FoundSlip | undefined {
  const match = new RegExp(`^( *(?:- +)?(?:${key}: +)?)(["'])(.*)$`).exec(line);
  if (match === null) return undefined;
  const [, before, quote, rest] = match as unknown as [string, string, '"' | "'", string];
  const inner = quote === '"' ? rest.replaceAll(/\\./g, '') : rest.replaceAll("''", '');
  const closing = inner.indexOf(quote);
  if (closing === -1) {
    return {
      id: 'yaml-quote-open',
      message: `这里的引号 ${quote} 没有结束，后面的字段都成了它的内容`,
      action: `在值的末尾补上 ${quote}`,
      at: before.length,
      length: line.trimEnd().length - before.length,
      instead: line.trimEnd().slice(before.length) + quote,
    };
  }
  if (/^\s*(?:#.*)?$/.test(inner.slice(closing + 1))) return undefined;
  const other = quote === '"' ? "'" : '"';
  return {
    id: 'yaml-quote-early',
    message: `引号 ${quote} 在值的中间就结束了`,
    action: `整个值改用 ${other} 括起；中文的引号写作“ ”，不必再加引号`,
    at: before.length,
    length: 1,
  };
}
