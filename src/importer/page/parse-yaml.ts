import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { excerptOf } from '../../newspaper/local-finding.ts';

export interface ParsedYaml<Value> {
  /** Absent where the text does not fit the schema. */
  readonly value?: Value;
  /** What could be read all the same; undefined where not even the YAML could. */
  readonly raw: unknown;
  readonly findings: readonly Finding[];
}

/**
 * Reads a small YAML 1.2 file by its schema. Anchors expand at most ten times: none of our files
 * has any.
 *
 * @param file name shown in findings
 * @param firstLine line of the file at which the text begins (2 for front matter)
 * @returns the value, or findings of severity error at the line and column of each fault
 */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  firstLine = 1,
): ParsedYaml<z.output<Schema>> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const at = (offset: number): Pick<Finding, 'line' | 'column' | 'excerpt'> => {
    const { line, col } = lineCounter.linePos(offset);
    return {
      line: line + firstLine - 1,
      column: col,
      excerpt: excerptOf(text.split('\n')[line - 1] ?? ''),
    };
  };
  if (document.errors.length > 0) {
    return {
      raw: undefined,
      findings: document.errors.map((error) => ({
        id: 'yaml-broken',
        severity: 'error',
        file,
        ...at(error.pos[0]),
        message: `这里不成 YAML：${error.message.split('\n')[0]}`,
        action: '改好这一行；值里有冒号、引号或 # 时，用引号把整个值括起来',
      })),
    };
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    return {
      raw: undefined,
      findings: [
        {
          id: 'yaml-broken',
          severity: 'error',
          file,
          ...at(0),
          message: `这里不成 YAML：${(error as Error).message}`,
          action: '不要用 & 和 * 引用，把值写全',
        },
      ],
    };
  }
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, raw, findings: [] };
  return {
    raw,
    findings: result.error.issues.map((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const path = unknown === undefined ? issue.path : [...issue.path, unknown];
      return {
        id: 'yaml-field-wrong',
        severity: 'error',
        file,
        ...at(offsetOf(document, path)),
        message: `${path.map(String).join('.') || '整个文件'}：${unknown === undefined ? issue.message : '没有这个字段'}`,
        action: unknown === undefined ? '按字段的说明改正' : '删去它，或改正字段名',
      };
    }),
  };
}

/** Where the value at `path` stands, or the nearest thing above it. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
