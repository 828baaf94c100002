import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { excerptOf, type LocalFinding } from '../newspaper/local-finding.ts';

interface Slip {
  readonly id: string;
  /** Matches in one line; group 1 is what stays before the slip, group 2 the slip itself. */
  readonly shape: RegExp;
  readonly instead?: (slip: string) => string;
  readonly message: Bilingual;
  readonly action: Bilingual;
}

const key = '[A-Za-z][A-Za-z0-9]*';

/** What is most often mistyped, in words of its own; a line is told its first slip only. */
const slips: readonly Slip[] = [
  {
    id: 'yaml-tab',
    shape: /^()((?: *\t)+ *)/d,
    instead: (slip) => slip.replaceAll('\t', '  '),
    message: {
      zh: '行首应为空格，现有制表符（Tab）',
      en: 'A line begins with blanks; found a tab',
    },
    action: { zh: '改用空格：一层两个', en: 'Use blanks: two a level' },
  },
  {
    id: 'yaml-full-width-colon',
    shape: new RegExp(`^( *(?:- +)?${key})( *： *)`, 'd'),
    instead: () => ': ',
    message: {
      zh: '字段名之后应为半角冒号和一个空格“: ”，现为全角冒号“：”',
      en: 'After a field’s name stands a half-width colon and a blank “: ”; found a full-width colon “：”',
    },
    action: {
      zh: '换成半角冒号，后面空一格',
      en: 'Put a half-width colon there, and a blank after it',
    },
  },
  {
    id: 'yaml-colon-blank',
    // `https://…` is an address, and `:` at the end of the line opens a list. A tab parts as a blank does.
    shape: new RegExp(`^( *(?:- +)?${key})(:)(?=[^\\s:/])`, 'd'),
    instead: () => ': ',
    message: { zh: '冒号之后应空一格，现在没有', en: 'A blank must follow the colon' },
    action: { zh: '在冒号后加一个空格', en: 'Put a blank after the colon' },
  },
  {
    id: 'yaml-dash-blank',
    shape: new RegExp(`^( *)(-|[－–—] *)(?=${key}[:：])`, 'd'),
    instead: () => '- ',
    message: {
      zh: '列表的一项应以半角“-”和一个空格开头',
      en: 'An item of a list begins with a half-width “-” and a blank',
    },
    action: { zh: '写作“- ”', en: 'Write “- ”' },
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
  const lines = text.split('\n');
  let offset = textOffset;
  // Lines of a list or group in brackets are told of where it begins.
  let brackets: ReturnType<typeof readBrackets>;
  let bracketsEnd = -1;
  for (const [index, line] of lines.entries()) {
    if (index > bracketsEnd) {
      brackets = readBrackets(lines, index);
      bracketsEnd = brackets?.lastLine ?? bracketsEnd;
    }
    const inBrackets = brackets?.slip?.line === index ? brackets.slip : undefined;
    const found =
      findSlip(line) ?? inBrackets ?? (index > bracketsEnd ? findOpenQuote(line) : undefined);
    if (found !== undefined) {
      const { id, at, length, instead, message, action, english } = found;
      findings.push({
        id,
        severity: 'error',
        line: firstLine + index,
        column: at + 1,
        excerpt: excerptOf(line),
        ...{ message, action, english },
        ...(instead === undefined
          ? {}
          : { fix: { start: offset + at, end: offset + at + length, text: instead } }),
      });
    }
    offset += line.length + 1;
  }
  return findings;
}

interface FoundSlip extends Pick<LocalFinding, 'id' | 'message' | 'action' | 'english'> {
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
      ...findingWords(message, action),
      at: match.indices![2]![0],
      length: slip.length,
      instead: instead && instead(slip),
    };
  }
  return undefined;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/**
 * A list or group in brackets that begins a value, to its end, or to the first line that is written
 * as far left as the one it begins on: nothing in brackets may be (YAML 1.2, 7.4).
 *
 * @returns the last line that is part of it, and what is not closed
 */
function readBrackets(
  lines: readonly string[],
  first: number,
):
  { readonly lastLine: number; readonly slip?: FoundSlip & { readonly line: number } } | undefined {
  const match = new RegExp(`^( *)((?:- +)?(?:${key}: +)?)[[{]`).exec(lines[first]!);
  if (match === null) return undefined;
  const [, indent, before] = match as unknown as [string, string, string];
  const open: { readonly sign: string; readonly line: number; readonly at: number }[] = [];
  let last = first;
  for (; last < lines.length; last += 1) {
    const line = lines[last]!;
    if (last > first && /[^\s\]},]/.test(line) && /^ */.exec(line)![0].length <= indent.length)
      break;
    let at = last === first ? indent.length + before.length : 0;
    for (; at < line.length; at += 1) {
      const sign = line[at]!;
      if (sign === '#' && /\s/.test(line[at - 1] ?? ' ')) break;
      if ((sign === '"' || sign === "'") && /[[{,:\s]\s*$/.test(line.slice(0, at))) {
        const end = line.indexOf(sign, at + 1);
        if (end === -1)
          return { lastLine: last, slip: { ...openQuote(sign, at, line), line: last } };
        at = end;
      } else if (closers[sign] !== undefined) open.push({ sign, line: last, at });
      else if (sign === closers[open.at(-1)?.sign ?? '']) open.pop();
      if (open.length === 0) return { lastLine: last };
    }
  }
  const { sign, at } = open.findLast((one) => one.line === first)!;
  const closer = closers[sign]!;
  const line = lines[first]!.trimEnd();
  // Where more than one is open, or the list goes on below, nobody can say where it was to end.
  const isPlain = open.length === 1 && last === first + 1 && !/[#,]/.test(line.slice(-1));
  return {
    lastLine: last - 1,
    slip: {
      line: first,
      id: 'yaml-bracket-open',
      ...findingWords(
        {
          zh: `这里的括号 ${sign} 没有结束，后面的字段都成了它的内容`,
          en: `The bracket ${sign} has no end: the fields behind it became part of its value`,
        },
        { zh: `在末尾补上 ${closer}`, en: `Put ${closer} at its end` },
      ),
      at,
      length: line.length - at,
      instead: isPlain && !line.includes(' #') ? line.slice(at) + closer : undefined,
    },
  };
}

function openQuote(quote: string, at: number, line: string): FoundSlip {
  return {
    id: 'yaml-quote-open',
    ...findingWords(
      {
        zh: `这里的引号 ${quote} 没有结束，后面的字段都成了它的内容`,
        en: `The quote ${quote} has no end: the fields behind it became part of its value`,
      },
      { zh: `在值的末尾补上 ${quote}`, en: `Put ${quote} at the end of the value` },
    ),
    at,
    length: line.trimEnd().length - at,
  };
}

/** A quote that opens a value and is not closed on its line swallows the fields after it. */
function findOpenQuote(line: string): FoundSlip | undefined {
  const match = new RegExp(`^( *(?:- +)?(?:${key}: +)?)(["'])(.*)$`).exec(line);
  if (match === null) return undefined;
  const [, before, quote, rest] = match as unknown as [string, string, '"' | "'", string];
  const inner = quote === '"' ? rest.replaceAll(/\\./g, '') : rest.replaceAll("''", '');
  const closing = inner.indexOf(quote);
  if (closing === -1) {
    const instead = line.trimEnd().slice(before.length) + quote;
    return { ...openQuote(quote, before.length, line), instead };
  }
  if (/^\s*(?:#.*)?$/.test(inner.slice(closing + 1))) return undefined;
  const other = quote === '"' ? "'" : '"';
  return {
    id: 'yaml-quote-early',
    ...findingWords(
      {
        zh: `引号 ${quote} 在值的中间就结束了`,
        en: `The quote ${quote} ends in the middle of the value`,
      },
      {
        zh: `整个值改用 ${other} 括起；中文的引号写作“ ”，不必再加引号`,
        en: `Put the whole value into ${other}; Chinese quotation marks “ ” need no others`,
      },
    ),
    at: before.length,
    length: 1,
  };
}
