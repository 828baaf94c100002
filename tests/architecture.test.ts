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
  // Files kept between builds: whoever keeps some.
  cache: [],
  wording: ['newspaper'],
  importer: ['newspaper', 'manuscript', 'wording'],
  typography: ['newspaper'],
  manuscript: ['newspaper', 'typography'],
  collation: ['newspaper'],
  typefoundry: ['newspaper', 'cache'],
  collections: ['newspaper', 'wording', 'cache', 'manuscript', 'typography', 'press'],
  archive: [
    'newspaper',
    'wording',
    'cache',
    'manuscript',
    'collation',
    'collections',
    'typography',
    'typefoundry',
  ],
  exports: ['newspaper', 'wording', 'manuscript', 'archive', 'typefoundry'],
  search: ['newspaper', 'wording', 'archive', 'collation'],
  // Prints pages and knows nothing of what is on them.
  press: ['cache', 'wording'],
  composition: ['newspaper', 'manuscript', 'typography', 'archive'],
  client: ['newspaper', 'wording', 'search'],
  styles: [],
  components: [
    'typography',
    'manuscript',
    'newspaper',
    'wording',
    'archive',
    'exports',
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
    'exports',
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
    'search',
  ],
  'content.config.ts': ['newspaper', 'collections', 'manuscript'],
  desk: ['manuscript', 'newspaper', 'wording', 'collation', 'collections', 'importer'],
};

/**
 * The rooms inside the importer. What reads a page (`page` to `draft`) is pure: none of it imports
 * `place`, the room that writes files.
 */
const importerRooms: Readonly<Record<string, readonly string[]>> = {
  lexicon: [],
  // Text in, odds out: a model knows nothing of pages.
  models: ['lexicon'],
  page: ['lexicon', 'models'],
  segment: ['lexicon', 'models', 'page'],
  repair: ['lexicon', 'models', 'page'],
  classify: ['lexicon', 'models', 'page'],
  group: ['lexicon', 'page', 'segment', 'classify'],
  draft: ['lexicon', 'models', 'page', 'segment', 'repair', 'classify', 'group'],
  // Where articles stand on the printed page: what the input tells besides its text.
  zones: ['page', 'segment'],
  review: ['lexicon', 'page', 'segment', 'repair', 'draft'],
  place: ['page'],
  // Decides what an import may write over what a person has changed; `place` writes it.
  merge: ['page', 'draft', 'place'],
  'settle-page.ts': [
    'lexicon',
    'page',
    'segment',
    'repair',
    'classify',
    'group',
    'draft',
    'review',
  ],
  'read-page.ts': [
    'page',
    'segment',
    'repair',
    'classify',
    'group',
    'draft',
    'review',
    'settle-page.ts',
  ],
  'import-pages.ts': ['page', 'segment', 'draft', 'read-page.ts'],
  'report.ts': ['draft', 'merge', 'page'],
  'content-importer.ts': [
    'page',
    'segment',
    'draft',
    'review',
    'merge',
    'place',
    'import-pages.ts',
    'report.ts',
    'zones',
  ],
  'import-command.ts': ['page', 'segment', 'review', 'place', 'report.ts', 'content-importer.ts'],
  'command.mjs': ['import-command.ts', 'packed-program.mjs'],
  'packed-program.mjs': [],
};

/** Packages and built-ins that only some rooms may touch: a path prefix under src/ each. */
const onlyIn: readonly { readonly what: RegExp; readonly places: readonly string[] }[] = [
  { what: /^astro:content$/, places: ['content.config.ts', 'archive/', 'pages/'] },
  {
    what: /^node:fs(?:\/promises)?$/,
    places: [
      'importer/import-command.ts',
      // The command's own modules in one file: a cache, no content.
      'importer/packed-program.mjs',
      'importer/place/',
      'importer/review/',
      'desk/',
      'cache/',
      'collections/',
      'typefoundry/',
      'press/',
      'collation/load-source.ts',
      'archive/load-nameplate.ts',
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

/** The file under src/ that a relative import names, or undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return relative(src, resolve(src, dirname(from), specifier))
    .split(sep)
    .join('/');
}

/** Circles of imports, types too: each from the module where the search met it back to that module. */
function findCircles(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    path.push(file);
    for (const target of targets.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return circles;
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
      const target = targetOf(from, specifier);
      if (target === undefined) return [];
      if (target.startsWith('..')) return [`${from} leaves src/: ${specifier}`];
      const [room, other] = [roomOf(from), roomOf(target)];
      return room === other || mayImport[room]?.includes(other) ? [] : [`${from} -> ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  test('rooms inside the importer import only the rooms they may', () => {
    const inside = 'importer/';
    const rooms = sources.filter((file) => file.startsWith(inside));
    expect(
      rooms
        .map((file) => roomOf(file.slice(inside.length)))
        .filter((room) => !(room in importerRooms)),
    ).toEqual([]);
    const wrong = imports.flatMap(({ from, specifier }) => {
      const target = targetOf(from, specifier);
      if (!from.startsWith(inside) || !target?.startsWith(inside)) return [];
      const room = roomOf(from.slice(inside.length));
      const other = roomOf(target.slice(inside.length));
      return room === other || importerRooms[room]?.includes(other) ? [] : [`${from} -> ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  test('no module imports itself by a way round', () => {
    const targets = new Map<string, string[]>();
    for (const { from, specifier } of imports) {
      const target = targetOf(from, specifier);
      if (target !== undefined) targets.set(from, [...(targets.get(from) ?? []), target]);
    }
    expect(findCircles(targets)).toEqual([]);
    expect(
      findCircles(
        new Map([
          ['a', ['b', 'd']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a -> b -> c -> a']);
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
    const passedOn = sources
      .filter((file) => /\.m?ts$/.test(file))
      .filter((file) =>
        /(?:^|\n)export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s+['"]\./.test(
          readFileSync(join(src, file), 'utf8'),
        ),
      );
    expect(passedOn).toEqual([]);
  });
});
