import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/**
 * The rooms of src/ and which others each may import. A room may always import itself; the order
 * of the rows is the order of the house, from the domain up. docs/architecture.md says what each is for.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  newspaper: [],
  wording: ['newspaper'],
  importer: ['newspaper'],
  typography: ['newspaper'],
  manuscript: ['newspaper', 'typography'],
  collation: ['newspaper'],
  typefoundry: ['newspaper'],
  collections: ['newspaper', 'manuscript', 'typography'],
  archive: [
    'newspaper',
    'wording',
    'manuscript',
    'collation',
    'collections',
    'typography',
    'typefoundry',
  ],
  exports: ['newspaper', 'wording', 'manuscript', 'archive', 'typefoundry'],
  search: ['newspaper', 'archive', 'collation'],
  // Prints pages and knows nothing of what is on them.
  press: [],
  composition: ['newspaper', 'archive'],
  client: ['newspaper'],
  styles: [],
  components: [
    'typography',
    'manuscript',
    'newspaper',
    'wording',
    'archive',
    'composition',
    'collation',
    'client',
    'styles',
    'typefoundry',
  ],
  layouts: [
    'newspaper',
    'wording',
    'archive',
    'composition',
    'collation',
    'components',
    'client',
    'styles',
    'typefoundry',
  ],
  pages: [
    'newspaper',
    'wording',
    'archive',
    'composition',
    'collation',
    'collections',
    'exports',
    'components',
    'layouts',
    'styles',
    'client',
    'typefoundry',
  ],
  'content.config.ts': ['newspaper', 'collections', 'manuscript'],
  desk: ['newspaper', 'collections', 'importer'],
};

/** Packages and built-ins that only some rooms may touch: a path prefix under src/ each. */
const onlyIn: readonly { readonly what: RegExp; readonly places: readonly string[] }[] = [
  { what: /^astro:content$/, places: ['content.config.ts', 'archive/', 'pages/'] },
  {
    what: /^node:fs(?:\/promises)?$/,
    places: [
      'importer/command.ts',
      'importer/place/',
      'importer/review/',
      'desk/',
      'collections/',
      'typefoundry/',
      'press/',
      'collation/load-source.ts',
      'pages/manifest.webmanifest.ts',
    ],
  },
];

interface Import {
  readonly from: string;
  readonly specifier: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:[^'";]*?\bfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g;
  return [...text.matchAll(pattern)].map((match) => ({
    from: file,
    specifier: (match[1] ?? match[2])!,
  }));
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.(?:ts|mts|mjs|cjs|astro)$/.test(file) && !file.endsWith('.d.ts'));
const sources = files.filter((file) => !/\.test\.ts$/.test(file));
const imports = sources.flatMap(importsOf);

function roomOf(path: string): string {
  return path.split('/')[0]!;
}

describe('the house', () => {
  test('every room is on the plan', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  test('the reader of imports sees them', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(importsOf('newspaper/edition.ts').map(({ specifier }) => specifier)).toContain(
      './page.ts',
    );
  });

  test('rooms import only the rooms they may', () => {
    const wrong = imports.flatMap(({ from, specifier }) => {
      if (!specifier.startsWith('.')) return [];
      const target = relative(src, resolve(src, dirname(from), specifier))
        .split(sep)
        .join('/');
      if (target.startsWith('..')) return [`${from} leaves src/: ${specifier}`];
      const [room, other] = [roomOf(from), roomOf(target)];
      return room === other || mayImport[room]?.includes(other) ? [] : [`${from} -> ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  test('what reaches outside stays where it may', () => {
    const wrong = imports.flatMap(({ from, specifier }) =>
      onlyIn
        .filter(({ what }) => what.test(specifier))
        .filter(({ places }) => !places.some((place) => from.startsWith(place)))
        .map(() => `${from} -> ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no folder is a drawer for odds and ends', () => {
    const drawers = files.filter((file) =>
      /(?:^|\/)(?:utils?|lib|helpers?|common|misc|shared)(?:\/|\.)/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  test('files are named after what they hold: kebab-case .ts, PascalCase .astro', () => {
    const odd = files.filter((file) => {
      const name = file.split('/').at(-1)!;
      if (file.startsWith('pages/')) return false;
      return name.endsWith('.astro')
        ? !/^[A-Z][A-Za-z0-9]*\.astro$/.test(name)
        : !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.config)?(?:\.test)?\.(?:ts|mts|mjs|cjs)$/.test(name);
    });
    expect(odd).toEqual([]);
  });

  test('no barrel hides where a thing lives', () => {
    const barrels = sources.filter(
      (file) => /(?:^|\/)index\.ts$/.test(file) && !file.startsWith('pages/'),
    );
    expect(barrels).toEqual([]);
  });
});
