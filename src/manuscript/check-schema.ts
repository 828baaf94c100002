import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { z } from 'astro/zod';
import { quoteValue, type LocalFinding } from '../newspaper/local-finding.ts';
import { readRuleWords } from '../newspaper/rule-words.ts';
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
          ...findingWords(
            {
              zh: `应为一行一个“字段: 值”，现为${kindOf(source.value).zh}`,
              en: `A “field: value” a line was expected; found ${kindOf(source.value).en}`,
            },
            { zh: '写法见 docs/writing.md', en: 'docs/writing.md says how it is written' },
          ),
        },
      ],
    };
  }
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data, findings: [] };
  const empty = new Set<string>();
  return {
    value: undefined,
    findings: result.error.issues
      .filter(({ path }) => {
        if (valueAt(source.value, path) !== '') return true;
        // Nothing at all breaks each rule that there is for something: the first is told.
        const place = JSON.stringify(path);
        const isFirst = !empty.has(place);
        empty.add(place);
        return isFirst;
      })
      .flatMap((issue) => explainIssue(issue, source, schema)),
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
  readonly name: Bilingual;
  /** Of the field, as it is written in the file. */
  readonly key: string;
  readonly finding: (id: string, message: Bilingual, action: Bilingual) => LocalFinding;
  /** The same, at the name of a field within the place. */
  readonly findingAtKey: (
    key: string,
    id: string,
    message: Bilingual,
    action: Bilingual,
  ) => LocalFinding;
  /** Of the value in its file. */
  readonly range: () => readonly [start: number, end: number];
}

/** How each kind of mistake is said; what has no row is said by `explainOther`. */
const explanations: {
  readonly [C in Issue['code']]?: (issue: IssueOf<C>, mistake: Mistake) => LocalFinding[];
} = {
  unrecognized_keys: explainUnknown,
  invalid_type: explainType,
  invalid_value: explainChoice,
  too_small: (issue, mistake) =>
    explainBound(
      issue,
      { zh: `不小于 ${issue.minimum}`, en: `${issue.minimum} at least` },
      mistake,
    ),
  too_big: (issue, mistake) =>
    explainBound(issue, { zh: `不大于 ${issue.maximum}`, en: `${issue.maximum} at most` }, mistake),
  invalid_format: explainFormat,
  invalid_union: explainUnion,
};

function explainIssue(issue: Issue, source: YamlSource, schema: z.ZodType): LocalFinding[] {
  const found = valueAt(source.value, issue.path);
  const say = (id: string, message: Bilingual, action: Bilingual) =>
    ({ id, severity: 'error', ...findingWords(message, action) }) as const;
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
    range: () => source.rangeOf(issue.path),
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
      {
        zh: `没有“${key}”这个字段；可用的字段：${known.join('、')}`,
        en: `There is no field “${key}”; there are: ${known.join(', ')}`,
      },
      meant === undefined
        ? { zh: '删去这一行', en: 'Remove this line' }
        : {
            zh: `是不是“${meant}”？改过来，或删去这一行`,
            en: `Did you mean “${meant}”? Change it, or remove this line`,
          },
    );
  });
}

function explainType(issue: IssueOf<'invalid_type'>, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  const wanted = expectedKind(issue.expected);
  if (found === undefined)
    return [
      missing(mistake, {
        zh: `缺少字段“${name.zh}”，应为${wanted.zh}`,
        en: `The field “${name.en}” is missing; it must be ${wanted.en}`,
      }),
    ];
  const isWrong = {
    zh: `“${name.zh}”应为${wanted.zh}，现为${kindOf(found).zh} ${quoteValue(found)}`,
    en: `“${name.en}” must be ${wanted.en}; found ${kindOf(found).en} ${quoteValue(found)}`,
  };
  const digits = numberInText(issue.expected, found);
  if (digits !== undefined) {
    const [start, end] = mistake.range();
    const action = { zh: `写作 ${digits}`, en: `Write ${digits}` };
    const said = /[０-９]/.test(String(found))
      ? finding(
          'field-full-width-digit',
          {
            zh: `“${name.zh}”应为半角数字，现为全角 ${String(found)}`,
            en: `“${name.en}” must be a half-width number; found the full-width ${String(found)}`,
          },
          action,
        )
      : finding('field-type', isWrong, action);
    return [{ ...said, fix: { start, end, text: digits } }];
  }
  const quoteIt = issue.expected === 'string' && typeof found !== 'object';
  return [
    finding(
      'field-type',
      isWrong,
      quoteIt
        ? { zh: `加上引号：'${String(found)}'`, en: `Put it into quotes: '${String(found)}'` }
        : { zh: `改成${wanted.zh}`, en: `Make it ${wanted.en}` },
    ),
  ];
}

function explainChoice(issue: IssueOf<'invalid_value'>, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  const choices = issue.values.map(String);
  if (found === undefined)
    return [
      missing(mistake, {
        zh: `缺少字段“${name.zh}”，应为其中之一：${choices.join('、')}`,
        en: `The field “${name.en}” is missing; it must be one of: ${choices.join(', ')}`,
      }),
    ];
  const meant = nearestName(String(found), choices);
  return [
    finding(
      'field-value',
      {
        zh: `“${name.zh}”应为其中之一：${choices.join('、')}，现为 ${quoteValue(found)}`,
        en: `“${name.en}” must be one of: ${choices.join(', ')}; found ${quoteValue(found)}`,
      },
      meant === undefined
        ? { zh: '改成其中之一', en: 'Make it one of these' }
        : { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` },
    ),
  ];
}

function explainBound(
  { origin }: IssueOf<'too_small'> | IssueOf<'too_big'>,
  bound: Bilingual,
  { found, name, finding }: Mistake,
): LocalFinding[] {
  if (found === '' || (Array.isArray(found) && found.length === 0)) {
    return [
      finding(
        'field-value',
        { zh: `“${name.zh}”不得为空`, en: `“${name.en}” must not be empty` },
        { zh: '填上内容；没有就删去整个字段', en: 'Fill it in, or remove the whole field' },
      ),
    ];
  }
  const measured = {
    string: { zh: '长度', en: 'length' },
    array: { zh: '项数', en: 'number of items' },
  }[origin as string];
  const now = quoteValue(found);
  return [
    finding(
      'field-value',
      measured === undefined
        ? {
            zh: `“${name.zh}”应${bound.zh}，现为 ${now}`,
            en: `“${name.en}” must be ${bound.en}; found ${now}`,
          }
        : {
            zh: `“${name.zh}”的${measured.zh}应${bound.zh}，现为 ${now}`,
            en: `The ${measured.en} of “${name.en}” must be ${bound.en}; found ${now}`,
          },
      { zh: '改到范围之内', en: 'Bring it within bounds' },
    ),
  ];
}

function explainFormat(
  { format, message }: IssueOf<'invalid_format'>,
  { found, name, finding }: Mistake,
): LocalFinding[] {
  const now = quoteValue(found);
  const rule = readRuleWords(message);
  return [
    finding(
      'field-value',
      format === 'url'
        ? {
            zh: `“${name.zh}”应为以 http:// 或 https:// 开头的地址，现为 ${now}`,
            en: `“${name.en}” must be an address that begins with http:// or https://; found ${now}`,
          }
        : {
            zh: `“${name.zh}”${rule.zh}，现为 ${now}`,
            en: `“${name.en}” ${rule.en}; found ${now}`,
          },
      { zh: '照所说的样子写', en: 'Write it as it says' },
    ),
  ];
}

function explainUnion(issue: IssueOf<'invalid_union'>, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  if (issue.discriminator === undefined || found === undefined) return explainOther(issue, mistake);
  return [
    finding(
      'field-value',
      {
        zh: `“${name.zh}”没有 ${quoteValue(found)} 这一种`,
        en: `“${name.en}” has no ${quoteValue(found)}`,
      },
      { zh: '改成说明里有的一种', en: 'Make it one of those in the docs' },
    ),
  ];
}

/** What our own rules say begins where the field's name ends: `应与 … 一致`. */
function explainOther({ message }: Issue, mistake: Mistake): LocalFinding[] {
  const { found, name, finding } = mistake;
  const rule = readRuleWords(message);
  if (found === undefined)
    return [missing(mistake, { zh: `“${name.zh}”${rule.zh}`, en: `“${name.en}” ${rule.en}` })];
  return [
    finding(
      'field-value',
      {
        zh: `“${name.zh}”${rule.zh}，现为 ${quoteValue(found)}`,
        en: `“${name.en}” ${rule.en}; found ${quoteValue(found)}`,
      },
      { zh: '照所说的样子写', en: 'Write it as it says' },
    ),
  ];
}

const missing = ({ key, finding }: Mistake, message: Bilingual): LocalFinding =>
  finding('field-missing', message, { zh: `补上“${key}: …”`, en: `Add “${key}: …”` });

/** `２` or `"2"` where a number should stand is `2`. */
function numberInText(expected: string, found: unknown): string | undefined {
  if (!/^(?:number|int)$/.test(expected) || typeof found !== 'string') return undefined;
  return /^[0-9０-９]+$/.test(found) ? String(Number(found.normalize('NFKC'))) : undefined;
}

/** `bylines[0].role` is `bylines 第 1 项的 role` to a person. */
function fieldName(path: readonly PropertyKey[]): Bilingual {
  const said = (item: (number: number) => string): string =>
    path.map((step) => (typeof step === 'number' ? item(step + 1) : String(step))).join(' ');
  return { zh: said((number) => `第 ${number} 项`), en: said((number) => `item ${number}`) };
}

function expectedKind(expected: string): Bilingual {
  const kinds: Record<string, Bilingual> = {
    string: { zh: '文字', en: 'text' },
    number: { zh: '数字', en: 'a number' },
    int: { zh: '整数', en: 'a whole number' },
    boolean: { zh: 'true 或 false', en: 'true or false' },
    array: { zh: '列表（每项一行，以 - 开头）', en: 'a list (an item a line, beginning with -)' },
    tuple: { zh: '列表', en: 'a list' },
    object: { zh: '一组“字段: 值”', en: 'a set of “field: value”' },
    record: { zh: '一组“字段: 值”', en: 'a set of “field: value”' },
  };
  return kinds[expected] ?? { zh: expected, en: expected };
}

function kindOf(value: unknown): Bilingual {
  if (value === null || value === undefined) return { zh: '空', en: 'nothing' };
  if (Array.isArray(value)) return { zh: '列表', en: 'a list' };
  return (
    {
      string: { zh: '文字', en: 'text' },
      number: { zh: '数字', en: 'a number' },
      boolean: { zh: '真假值', en: 'true or false' },
      object: { zh: '一组“字段: 值”', en: 'a set of “field: value”' },
    }[typeof value as string] ?? { zh: typeof value, en: typeof value }
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
