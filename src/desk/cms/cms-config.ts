import { addressOf, withBase } from '../../newspaper/address.ts';
import { editableHosts, type Publication } from '../../newspaper/publication.ts';
import { editedSchemas, jsonSchemaOf, type EditedName } from '../editor/editor-files.ts';

/** What of JSON Schema the schemas of content/ use. */
interface JsonField {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonField>>;
  readonly required?: readonly string[];
  readonly items?: JsonField | readonly JsonField[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean | JsonField;
  readonly anyOf?: readonly JsonField[];
}

/** A field of Sveltia CMS; the property names are its own: https://sveltiacms.app/en/docs/fields */
export interface CmsField {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly fields?: readonly CmsField[];
  readonly [option: string]: unknown;
}

export interface CmsCollection {
  readonly name: string;
  readonly label: string;
  readonly [option: string]: unknown;
}

export interface CmsConfig {
  readonly backend: Readonly<Record<string, unknown>>;
  readonly collections: readonly CmsCollection[];
  readonly [option: string]: unknown;
}

/** Folders of content/ with one file an entry; articles are Markdown, the others YAML. */
const folders: readonly {
  readonly schema: EditedName;
  readonly folder: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** How an entry is listed. */
  readonly title: string;
  /** The field that it is known by. */
  readonly identifier: string;
}[] = [
  {
    schema: 'article',
    folder: 'articles',
    label: { zh: '文章', en: 'Articles' },
    title: "{{headline | default('图片新闻')}}",
    identifier: 'headline',
  },
  {
    schema: 'edition',
    folder: 'editions',
    label: { zh: '各期', en: 'Editions' },
    title: '{{slug}}',
    identifier: 'date',
  },
  {
    schema: 'section',
    folder: 'sections',
    label: { zh: '版块', en: 'Sections' },
    title: '{{name}}',
    identifier: 'name',
  },
  {
    schema: 'column',
    folder: 'columns',
    label: { zh: '栏目', en: 'Columns' },
    title: '{{name}}',
    identifier: 'name',
  },
  {
    schema: 'columnist',
    folder: 'columnists',
    label: { zh: '作者', en: 'Columnists' },
    title: '{{name}}',
    identifier: 'name',
  },
  {
    schema: 'page',
    folder: 'pages',
    label: { zh: '说明页', en: 'Pages of text' },
    title: '{{title}}',
    identifier: 'title',
  },
];

/** Fields that name an entry of another folder. */
const references: Readonly<Record<string, string>> = {
  section: 'sections',
  column: 'columns',
  columnist: 'columnists',
  defaultSection: 'sections',
};

/**
 * The configuration of Sveltia CMS for a paper, made of the schemas that its files are checked with.
 * Entries are edited, not made and not removed: a new article needs its order and a name of pinyin,
 * which `npm run new` knows, and an address that was published stays (docs/permanence.md).
 * publication.yaml is not among them: it says what programs run, and the CMS would drop its comments.
 *
 * @param prefix of the content folder in the repository, with a slash at its end, or ''
 * @param base of the site: `/` or `/paper/`
 */
export function cmsConfig(publication: Publication, prefix: string, base: string): CmsConfig {
  const words = publication.language.startsWith('zh') ? 'zh' : 'en';
  const site = new URL(withBase(base, addressOf.front()), publication.address).href;
  return {
    backend: backendOf(publication.repository ?? ''),
    app_title: publication.name,
    site_url: site,
    display_url: site,
    media_folder: `${prefix}public`,
    public_folder: '/',
    show_preview_links: false,
    editor: { preview: false },
    slug: { encoding: 'ascii', clean_accents: true },
    output: {
      omit_empty_optional_fields: true,
      yaml: { quote: 'none', indent_size: 2 },
    },
    collections: folders.map(({ schema, folder, label, title, identifier }): CmsCollection => {
      const isText = schema === 'article' || schema === 'page';
      const fields = fieldsOf(jsonSchemaOf(schema) as JsonField);
      return {
        name: folder,
        label: label[words],
        description: editedSchemas[schema].description ?? '',
        folder: prefix + folder,
        ...(schema === 'article' ? { path: '{{edition}}/{{page}}/{{slug}}' } : {}),
        extension: isText ? 'mdx' : 'yaml',
        format: isText ? 'yaml-frontmatter' : 'yaml',
        create: false,
        delete: false,
        identifier_field: identifier,
        summary: title,
        fields: isText ? [...fields, body[words]] : fields,
      };
    }),
  };
}

/** Written as it stands in the file: an editor of formatted text would write the components anew. */
const body = {
  zh: { name: 'body', label: '正文', widget: 'text', required: true },
  en: { name: 'body', label: 'Text', widget: 'text', required: true },
} as const;

interface Host {
  /** As Sveltia CMS names it. */
  readonly backend: Readonly<Record<string, string>>;
  /** Where what is written goes. */
  readonly origin: string;
}

/** Hosts that Sveltia CMS can write to from a browser alone, with a token that the editor makes there. */
const hosts: Readonly<Record<(typeof editableHosts)[number], Host>> = {
  'github.com': { backend: { name: 'github' }, origin: 'https://api.github.com' },
  'gitlab.com': { backend: { name: 'gitlab' }, origin: 'https://gitlab.com' },
  'codeberg.org': {
    backend: {
      name: 'gitea',
      base_url: 'https://codeberg.org',
      api_root: 'https://codeberg.org/api/v1',
    },
    origin: 'https://codeberg.org',
  },
};

function hostOf(repository: string): Host | undefined {
  const hostname = URL.canParse(repository) ? new URL(repository).hostname : '';
  const known = editableHosts.find((one) => one === hostname);
  return known && hosts[known];
}

function backendOf(repository: string): Readonly<Record<string, unknown>> {
  return {
    ...hostOf(repository)?.backend,
    repo: new URL(repository).pathname.replace(/^\/|(?:\.git)?\/?$/g, ''),
    auth_methods: ['token'],
  };
}

/** Where the page may send what is written, for its content security policy. */
export function cmsConnections(repository: string): string[] {
  const host = hostOf(repository);
  return host === undefined ? [] : [host.origin];
}

function fieldsOf({ properties = {}, required = [] }: JsonField): CmsField[] {
  return Object.entries(properties)
    .filter(([name, field]) => isEditable(field, required.includes(name)))
    .map(([name, field]) => fieldOf(name, field, required.includes(name)));
}

/**
 * What has no widget stays in the file as it is, and is edited there: groups with names of their own,
 * lists of more than one kind of thing, and switches that may be left out, which the CMS would write
 * as `false`.
 */
function isEditable({ type, properties, items }: JsonField, isRequired: boolean): boolean {
  if (type === 'object') return properties !== undefined;
  if (type === 'boolean') return isRequired;
  const [item] = Array.isArray(items) ? items : [items as JsonField | undefined];
  return item?.anyOf === undefined;
}

function fieldOf(name: string, field: JsonField, required: boolean): CmsField {
  const choices = field.anyOf?.filter(({ type }) => type !== 'null') ?? [field];
  // A number that may be written in words is a text.
  const inner = choices.find(({ type }) => type === 'string') ?? choices[0]!;
  const description = field.description ?? inner.description ?? '';
  // A description begins with the field's name in Chinese: `主题；图片新闻可以没有`.
  const label = /^[^，；：。（、]+/.exec(description)?.[0] ?? name;
  const about = {
    name,
    label: label.length > 12 || /[a-z]/i.test(label) ? name : label,
    required,
    ...(description === '' ? {} : { hint: `${name}：${description}` }),
    ...(field.default === undefined || typeof field.default === 'object'
      ? {}
      : { default: field.default }),
  };
  return { ...about, ...widgetOf(name, inner) };
}

function widgetOf(
  name: string,
  field: JsonField,
): { readonly widget: string } & Readonly<Record<string, unknown>> {
  const collection = references[name];
  if (collection !== undefined && field.type === 'string') {
    return {
      widget: 'relation',
      collection,
      value_field: '{{slug}}',
      search_fields: ['name'],
      display_fields: ['name'],
    };
  }
  if (field.enum !== undefined) return { widget: 'select', options: field.enum };
  switch (field.type) {
    case 'boolean':
      return { widget: 'boolean' };
    case 'integer':
    case 'number':
      return { widget: 'number', value_type: field.type === 'integer' ? 'int' : 'float' };
    case 'array': {
      const item = Array.isArray(field.items) ? field.items[0] : field.items;
      const ends = { min: field.minItems, max: field.maxItems };
      return { widget: 'list', ...ends, ...itemsOf(item as JsonField | undefined) };
    }
    case 'object':
      return { widget: 'object', collapsed: true, fields: fieldsOf(field) };
    default:
      return { widget: 'string' };
  }
}

function itemsOf(item: JsonField | undefined): Readonly<Record<string, unknown>> {
  if (item?.properties !== undefined) return { fields: fieldsOf(item) };
  const field = fieldOf('item', item ?? { type: 'string' }, true);
  return { field };
}
