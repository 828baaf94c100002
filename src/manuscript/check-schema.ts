import { z } from 'astro/zod';
import { excerptOf, quoteValue, type LocalFinding } from '../newspaper/local-finding.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
import type { YamlSource } from './read-yaml.ts';

/** What a schema made of a YAML text: the value with its defaults filled in, or what is wrong with it. */
export type SchemaResult<T> =
  | { readonly value: T; readonly findings: readonly [] }
  | { readonly value: undefined; readonly findings: readonly LocalFinding[] };

/**
 * Checks a YAML text against a schema of the domain, and says every mistake at its line and column.
 *
 * @param source a text that had no errors of its own
 */
export function checkSchema<S extends z.ZodType>(
  source: YamlSource,
  schema: S,
): SchemaResult<z.output<S>> {
  const isRecord =
    source.value !== null && typeof source.value === 'object' && !Array.isArray(source.value);
  if (schema instanceof z.ZodObject && !isRecord) {
    return {
      value: undefined,
      findings: [
        {
          id: 'field-type',
          severity: 'error',
          ...source.locate([]),
          excerpt: quoteValue(source.value ?? undefined),
          message: `应为一行一个“字段: 值”，现为${kindOf(source.value)}`,
          action: '写法见 docs/writing.md',
        },
      ],
    };
  }
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, findings: [] };
  return {
    value: undefined,
    findings: result.error.issues.flatMap((issue) => explainIssue(issue, source, schema)),
  };
}

/** Of one object: more of them say that the whole is something else. */
const maxUnknown = 50;

type Issue = z.core.$ZodIssue;

function explainIssue(issue: Issue, source: YamlSource, schema: z.ZodType): LocalFinding[] {
  const found = valueAt(source.value, issue.path);
  const name = fieldName(issue.path);
  const finding = (
    id: string,
    message: string,
    action: string,
    path: readonly PropertyKey[] = issue.path,
    part: 'key' | 'value' = 'value',
  ): LocalFinding => ({
    id,
    severity: 'error',
    ...source.locate(path, part),
    excerpt: part === 'key' ? String(path.at(-1)) : quoteValue(found),
    message,
    action,
  });

  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = Object.keys(shapeAt(schema, issue.path) ?? {});
      return issue.keys.slice(0, maxUnknown).map((key) => {
        const meant = nearestName(key, known);
        return finding(
          'field-unknown',
          `没有“${key}”这个字段；可用的字段：${known.join('、')}`,
          meant === undefined ? '删去这一行' : `是不是“${meant}”？改过来，或删去这一行`,
          [...issue.path, key],
          'key',
        );
      });
    }
    case 'invalid_type': {
      if (found === undefined) {
        return [
          finding(
            'field-missing',
            `缺少字段“${name}”，应为${expectedKind(issue.expected)}`,
            `补上“${String(issue.path.at(-1))}: …”`,
          ),
        ];
      }
      const digits = fullWidthNumber(issue.expected, found);
      if (digits !== undefined) {
        const offset = source.offsetOf(issue.path);
        return [
          {
            ...finding(
              'field-full-width-digit',
              `“${name}”应为半角数字，现为全角 ${String(found)}`,
              `写作 ${digits}`,
            ),
            fix: { start: offset, end: offset + String(found).length, text: digits },
          },
        ];
      }
      const quoteIt = issue.expected === 'string' && typeof found !== 'object';
      return [
        finding(
          'field-type',
          `“${name}”应为${expectedKind(issue.expected)}，现为${kindOf(found)} ${quoteValue(found)}`,
          quoteIt ? `加上引号：'${String(found)}'` : `改成${expectedKind(issue.expected)}`,
        ),
      ];
    }
    case 'invalid_value': {
      const choices = issue.values.map(String);
      if (found === undefined) {
        return [
          finding(
            'field-missing',
            `缺少字段“${name}”，应为其中之一：${choices.join('、')}`,
            `补上“${String(issue.path.at(-1))}: …”`,
          ),
        ];
      }
      const meant = nearestName(String(found), choices);
      return [
        finding(
          'field-value',
          `“${name}”应为其中之一：${choices.join('、')}，现为 ${quoteValue(found)}`,
          meant === undefined ? '改成其中之一' : `是不是 ${meant}？`,
        ),
      ];
    }
    case 'too_small':
    case 'too_big': {
      const bound =
        issue.code === 'too_small' ? `不小于 ${issue.minimum}` : `不大于 ${issue.maximum}`;
      if (issue.origin === 'string' || issue.origin === 'array') {
        const empty = found === '' || (Array.isArray(found) && found.length === 0);
        return [
          finding(
            'field-value',
            empty
              ? `“${name}”不得为空`
              : `“${name}”的${issue.origin === 'array' ? '项数' : '长度'}应${bound}，现为 ${quoteValue(found)}`,
            empty ? '填上内容；没有就删去整个字段' : '改到范围之内',
          ),
        ];
      }
      return [
        finding('field-value', `“${name}”应${bound}，现为 ${quoteValue(found)}`, '改到范围之内'),
      ];
    }
    case 'invalid_format': {
      const wanted = { url: '以 http:// 或 https:// 开头的地址' }[issue.format as string];
      return [
        finding(
          'field-value',
          wanted === undefined
            ? `“${name}”${issue.message}，现为 ${quoteValue(found)}`
            : `“${name}”应为${wanted}，现为 ${quoteValue(found)}`,
          '照所说的样子写',
        ),
      ];
    }
    default:
      if (
        issue.code === 'invalid_union' &&
        issue.discriminator !== undefined &&
        found !== undefined
      ) {
        return [
          finding('field-value', `“${name}”没有 ${quoteValue(found)} 这一种`, '改成说明里有的一种'),
        ];
      }
      return [
        finding(
          found === undefined ? 'field-missing' : 'field-value',
          `“${name}”${issue.message}${found === undefined ? '' : `，现为 ${quoteValue(found)}`}`,
          found === undefined ? `补上“${String(issue.path.at(-1))}: …”` : '照所说的样子写',
        ),
      ];
  }
}

/** `２` where a number should stand is `2`. */
function fullWidthNumber(expected: string, found: unknown): string | undefined {
  if (!/^(?:number|int)$/.test(expected) || typeof found !== 'string') return undefined;
  return /^[0-9０-９]+$/.test(found) ? String(Number(found.normalize('NFKC'))) : undefined;
}

/** `bylines[0].role` is `bylines 第 1 项的 role` to a person. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : String(step)))
    .join(' ');
}

function expectedKind(expected: string): string {
  const kinds: Record<string, string> = {
    string: '文字',
    number: '数字',
    int: '整数',
    boolean: 'true 或 false',
    array: '列表（每项一行，以 - 开头）',
    tuple: '列表',
    object: '一组“字段: 值”',
    record: '一组“字段: 值”',
  };
  return kinds[expected] ?? expected;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return '空';
  if (Array.isArray(value)) return '列表';
  return (
    { string: '文字', number: '数字', boolean: '真假值', object: '一组“字段: 值”' }[
      typeof value as string
    ] ?? excerptOf(typeof value)
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (current === null || typeof current !== 'object') return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

/** The fields that the object at `path` may have; looks through optional, nullable, default and arrays. */
function shapeAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): Record<string, unknown> | undefined {
  let current: unknown = schema;
  for (const step of [...path, undefined]) {
    while (
      current instanceof z.ZodOptional ||
      current instanceof z.ZodNullable ||
      current instanceof z.ZodDefault
    ) {
      current = current.unwrap();
    }
    if (step === undefined) break;
    if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodObject) current = current.shape[String(step)];
    else return undefined;
  }
  return current instanceof z.ZodObject ? current.shape : undefined;
}
