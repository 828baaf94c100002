import { z } from 'astro/zod';
import { newspaperComponents } from '../../manuscript/newspaper-components.ts';
import { proseRules } from '../../manuscript/prose/prose-rules.ts';
import { articleSchema } from '../../newspaper/article.ts';
import { columnSchema } from '../../newspaper/column.ts';
import { columnistSchema } from '../../newspaper/columnist.ts';
import { editionSchema } from '../../newspaper/edition.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import { sectionSchema } from '../../newspaper/section.ts';
import { sitePageSchema } from '../../newspaper/site-page.ts';
import { componentsInEnglish, fieldsInEnglish } from './writing-in-english.ts';
import { zonesSchema } from '../../newspaper/zones.ts';

/** The schemas of content/, by the name that docs/writing.md and the files of .vscode/ know them by. */
export const editedSchemas = {
  article: articleSchema,
  publication: publicationSchema,
  edition: editionSchema,
  section: sectionSchema,
  column: columnSchema,
  columnist: columnistSchema,
  page: sitePageSchema,
  zones: zonesSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type EditedName = keyof typeof editedSchemas;

/** JSON Schema (2020-12's draft-07 sister, which editors' YAML servers read) of what a person writes. */
export function jsonSchemaOf(name: EditedName): Record<string, unknown> {
  return z.toJSONSchema(editedSchemas[name], {
    target: 'draft-7',
    // Before defaults and transforms: what stands in the file.
    io: 'input',
    // Checks that only code can make (a day that exists, a time zone) are for `npm run check`.
    unrepresentable: 'any',
  }) as Record<string, unknown>;
}

/** Which files of content/ each schema is for; front matter is validated by extensions that know it. */
const yamlFiles: Readonly<Partial<Record<EditedName, string>>> = {
  publication: 'content/publication.yaml',
  edition: 'content/editions/*.yaml',
  section: 'content/sections/*.yaml',
  column: 'content/columns/*.yaml',
  columnist: 'content/columnists/*.yaml',
  zones: 'content/sources/*/*.zones.yaml',
};

/** A file of .vscode/, relative to the project. */
export interface EditorFile {
  readonly path: string;
  readonly text: string;
}

export function renderEditorFiles(): EditorFile[] {
  const names = Object.keys(editedSchemas) as EditedName[];
  return [
    ...names.map((name) => ({
      path: `.vscode/schemas/${name}.json`,
      text: json(jsonSchemaOf(name)),
    })),
    { path: '.vscode/settings.json', text: json(settings) },
    { path: '.vscode/epaper.code-snippets', text: json(renderSnippets()) },
    {
      path: '.vscode/extensions.json',
      text: json({ recommendations: ['redhat.vscode-yaml', 'unifiedjs.vscode-mdx'] }),
    },
  ];
}

const settings = {
  'yaml.schemas': Object.fromEntries(
    Object.entries(yamlFiles).map(([name, files]) => [`./.vscode/schemas/${name}.json`, files]),
  ),
  'files.associations': { '*.mdx': 'mdx' },
  '[mdx]': {
    'editor.wordWrap': 'on',
    'editor.quickSuggestions': { other: true, comments: false, strings: true },
  },
  'editor.unicodeHighlight.allowedLocales': { 'zh-hans': true, 'zh-hant': true },
  // A formatter would fold paragraphs and requote headlines.
  'yaml.format.enable': false,
};

/** A snippet for each component, from its example, and one for an article's front matter. */
function renderSnippets(): Record<string, unknown> {
  const components = Object.entries(newspaperComponents).map(([name, { purpose, example }]) => [
    name,
    { scope: 'mdx', prefix: `<${name}`, description: purpose, body: tabStops(example) },
  ]);
  return Object.fromEntries([
    ...components,
    [
      '文章信息',
      {
        scope: 'mdx',
        prefix: '---',
        description: '一篇文章的信息',
        body: [
          '---',
          'kind: article',
          `genre: \${1|${z.toJSONSchema(articleSchema.shape.genre).enum?.join(',') ?? ''}|}`,
          'edition: ${2:2024-05-06}',
          'page: ${3:1}',
          'order: ${4:1}',
          'section: ${5:yaowen}',
          'headline: ${6:标题}',
          'bylines:',
          '  - name: ${7:姓名}',
          '    role: ${8|reporter,correspondent,contributor,photographer,translator|}',
          'proof: unread',
          '---',
          '',
          '$0',
        ],
      },
    ],
  ]);
}

/** The values of an example become what Tab goes through. */
function tabStops(example: string): string[] {
  let stop = 0;
  return example
    .replaceAll('$', '\\$')
    .replaceAll(
      /(?<==")[^"]*(?=")/g,
      (value) => `\${${(stop += 1)}:${value.replaceAll('}', '\\}')}}`,
    )
    .split('\n');
}

/** The picture of a component's example that docs/component-pictures.ts takes, from docs/. */
export function componentPicture(name: string): string {
  return `screenshots/component-${name.toLowerCase()}.webp`;
}

/** Marked places of docs/writing.md, each with what stands there. */
export function renderWritingTables(): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  for (const name of Object.keys(editedSchemas) as EditedName[]) {
    const rows = fieldRows(jsonSchemaOf(name));
    const english = fieldsInEnglish[name];
    const head = ['字段', '必写', '写什么', '可用的值'];
    tables.set(
      `fields: ${name}`,
      english === undefined
        ? table(head, rows)
        : table(
            [...head, 'In English'],
            rows.map((row) => [...row, english[row[0]!.replaceAll('`', '')] ?? '']),
          ),
    );
  }
  tables.set(
    'components',
    Object.entries(newspaperComponents)
      .map(([name, { purpose, example, attributes }]) => {
        const english = componentsInEnglish[name];
        const rows = Object.entries(attributes).map(([attribute, { purpose: use, required }]) => [
          `\`${attribute}\``,
          required === true ? '是' : '',
          use,
          english?.attributes[attribute] ?? '',
        ]);
        const list =
          rows.length === 0
            ? '没有属性。No attributes.'
            : table(['属性', '必写', '写什么', 'In English'], rows);
        const picture = `![${purpose}](${componentPicture(name)})`;
        return `### ${name}\n\n${purpose}。${english?.purpose ?? ''}.\n\n\`\`\`mdx\n${example}\n\`\`\`\n\n${picture}\n\n${list}`;
      })
      .join('\n\n'),
  );
  tables.set(
    'rules',
    table(
      ['规则', '说什么', '例子', '`--fix` 之后'],
      proseRules.map(({ id, message, examples: [example] }) => [
        `\`${id}\``,
        `${message.zh}<br>${message.en}`,
        code(example!.wrong),
        example!.right === undefined ? '由人来改' : code(example!.right),
      ]),
    ),
  );
  return tables;
}

interface JsonField {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonField>>;
  readonly required?: readonly string[];
  readonly items?: JsonField | readonly JsonField[];
  readonly anyOf?: readonly JsonField[];
}

/** A row a field; those of a list's items and of a group stand under it, with its name before theirs. */
function fieldRows(schema: JsonField, prefix = ''): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.anyOf?.find(({ type }) => type !== 'null') ?? field;
    const list = Array.isArray(inner.items) ? undefined : (inner.items as JsonField | undefined);
    const path = `${prefix}${name}`;
    const values = (inner.enum ?? []).map((value) => `\`${String(value)}\``);
    if (field.default !== undefined && JSON.stringify(field.default) !== '[]') {
      values.push(`不写即 \`${String(field.default)}\``);
    }
    return [
      [
        `\`${path}\``,
        schema.required?.includes(name) === true ? '是' : '',
        field.description ?? inner.description ?? '',
        values.join(' '),
      ],
      ...fieldRows(inner, `${path}.`),
      ...(list === undefined ? [] : fieldRows(list, `${path}[].`)),
    ];
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('\n', ' ⏎ ')}\``;
}

/** docs/writing.md with its marked places filled. */
export function fillWritingDoc(doc: string): string {
  let filled = doc;
  for (const [mark, text] of renderWritingTables()) {
    const [name] = mark.split(':') as [string];
    const open = `<!-- ${mark} -->\n`;
    const start = filled.indexOf(open);
    const end = filled.indexOf(`<!-- /${name} -->`, start);
    if (start === -1 || end === -1) throw new Error(`docs/writing.md has no place for ${mark}`);
    filled = `${filled.slice(0, start + open.length)}\n${text}\n\n${filled.slice(end)}`;
  }
  return filled;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
