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
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;

/** One mistake, with what a sentence about it needs. */
interface Mistake {
  readonly schema: z.ZodType;
  /** What stands at the place; undefined where nothing does. */
  readonly found: unknown;
  /** Of the field, as a person says it. */
  readonly name: string;
  /** Of the field, as it is written in the file. */
  readonly key: string;
  readonly finding: (id: string, message: string, action: string) => LocalFinding;
  /** The same, at the name of a field within the place. */
  readonly findingAtKey: (key: string, id: string, message: string, action: string) => LocalFinding;
  readonly offset: () => number;
}

/** How each kind of mistake is said; what has no row is said by `explainOther`. */
const explanations: {
  readonly [C in Issue['code']]?: (issue: IssueOf<C>, mistake: Mistake) => LocalFinding[];
} = {
  unrecognized_keys: explainUnknown,
  invalid_type: explainType,
  invalid_value: explainChoice,
  too_small: (issue, mistake) => explainBound(issue, `不小于 ${issue.minimum}`, mistake),
  too_big: (issue, mistake) => explainBound(issue, `不大于 ${issue.maximum}`, mistake),
  invalid_format: explainFormat,
  invalid_union: explainUnion,
};

function explainIssue(issue: Issue, source: YamlSource, schema: z.ZodType): LocalFinding[] {
  const found = valueAt(source.value, issue.path);
  const say = (id: string, message: string, action: string) =>
    ({ id, severity: 'error', message, action }) as const;
  const explain = explanations[issue.code] as
    ((issue: Issue, mistake: Mistake) => LocalFinding[]) | undefined;
  return (explain ?? explainOther)(issue, {
    schema,
    found,
    name: fieldName(issue.path),
    key: String(issue.path.at(-1)),
    finding: (...said) => ({
      ...say(...said),
      ...source.locate(issue.path, 'value'),
      excerpt: quoteValue(found),
    }),
    findingAtKey: (key, ...said) => ({
      ...say(...said),
      ...source.locate([...issue.path, key], 'key'),
      excerpt: key,
    }),
    offset: () => source.offsetOf(issue.path),
  });
}

function explainUnknown(
  issue: IssueOf<'unrecognized_keys'>,
  { schema, findingAtKey }: Mistake,
): LocalFinding[] {
  const known = Object.keys(shapeAt(schema, issue.path) ?? {});
  return issue.keys.slice(0, maxUnknown).map((key) => {
    const meant = nearestName(key, known);
    return findingAtKey(
      key,
      'field-unknown',
      `没有“${key}”这个字段；可用的字段：${known.join('、')}`,
      meant === undefined ? '删去这一行' : `是不是“${meant}”？改过来，或删去这一行`,
    );
  });
}

function explainType(issue: IssueOf<'invalid_type'>, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  const wanted = expectedKind(issue.expected);
  if (found === undefined) return [missing(mistake, `缺少字段“${name}”，应为${wanted}`)];
  const digits = fullWidthNumber(issue.expected, found);
  if (digits !== undefined) {
    const offset = mistake.offset();
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
      `“${name}”应为${wanted}，现为${kindOf(found)} ${quoteValue(found)}`,
      quoteIt ? `加上引号：'${String(found)}'` : `改成${wanted}`,
    ),
  ];
}

function explainChoice(issue: IssueOf<'invalid_value'>, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  const choices = issue.values.map(String);
  const listed = choices.join('、');
  if (found === undefined) return [missing(mistake, `缺少字段“${name}”，应为其中之一：${listed}`)];
  const meant = nearestName(String(found), choices);
  return [
    finding(
      'field-value',
      `“${name}”应为其中之一：${listed}，现为 ${quoteValue(found)}`,
      meant === undefined ? '改成其中之一' : `是不是 ${meant}？`,
    ),
  ];
}

function explainBound(
  { origin }: IssueOf<'too_small'> | IssueOf<'too_big'>,
  bound: string,
  { found, name, finding }: Mistake,
): LocalFinding[] {
  if (found === '' || (Array.isArray(found) && found.length === 0)) {
    return [finding('field-value', `“${name}”不得为空`, '填上内容；没有就删去整个字段')];
  }
  const measured = { string: '长度', array: '项数' }[origin as string];
  const now = quoteValue(found);
  return [
    finding(
      'field-value',
      measured === undefined
        ? `“${name}”应${bound}，现为 ${now}`
        : `“${name}”的${measured}应${bound}，现为 ${now}`,
      '改到范围之内',
    ),
  ];
}

function explainFormat(
  { format, message }: IssueOf<'invalid_format'>,
  { found, name, finding }: Mistake,
): LocalFinding[] {
  const now = quoteValue(found);
  return [
    finding(
      'field-value',
      format === 'url'
        ? `“${name}”应为以 http:// 或 https:// 开头的地址，现为 ${now}`
        : `“${name}”${message}，现为 ${now}`,
      '照所说的样子写',
    ),
  ];
}

function explainUnion(issue: IssueOf<'invalid_union'>, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  if (issue.discriminator === undefined || found === undefined) return explainOther(issue, mistake);
  return [
    finding('field-value', `“${name}”没有 ${quoteValue(found)} 这一种`, '改成说明里有的一种'),
  ];
}

/** What our own rules say begins where the field's name ends: `应与 … 一致`. */
function explainOther({ message }: Issue, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  if (found === undefined) return [missing(mistake, `“${name}”${message}`)];
  return [
    finding('field-value', `“${name}”${message}，现为 ${quoteValue(found)}`, '照所说的样子写'),
  ];
}

const missing = ({ key, finding }: Mistake, message: string): LocalFinding =>
  finding('field-missing', message, `补上“${key}: …”`);

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
