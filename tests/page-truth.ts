import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import type { BodyBlock } from '../src/importer/page/article-draft.ts';
import type { ImportedPage } from '../src/importer/draft/imported-page.ts';
import type { Finding } from '../src/newspaper/finding.ts';
import { articleKinds, genres } from '../src/newspaper/article.ts';
import { bylineRoles } from '../src/newspaper/byline.ts';

/**
 * What a newspaper printed, and how far an import of its OCR'd page is from it. Used by the fixture
 * pages (`NNN-name.md` beside `NNN-name.truth.yaml`) and by the scored run on real articles.
 */
const flaggedText = z.strictObject({
  /** The printed text. Where the OCR made it unknowable, right only if flagged or verbatim. */
  p: z.string(),
  flagged: z.literal(true),
});
const bodySchema = z.union([
  z.string(),
  flaggedText,
  z.strictObject({ crosshead: z.string() }),
  z.strictObject({ quote: z.string() }),
  /** A rule or an ornament between two sections. */
  z.strictObject({ break: z.literal(true) }),
  z.strictObject({ verse: z.array(z.string()) }),
  z.strictObject({ list: z.array(z.string()) }),
  z.strictObject({ table: z.array(z.array(z.string())) }),
]);
const itemSchema = z.strictObject({
  /** Where the input holds several pages. */
  page: z.number().optional(),
  kind: z.enum(articleKinds),
  genre: z.enum(genres).optional(),
  kicker: z.string().optional(),
  headline: z.string().optional(),
  deck: z.string().optional(),
  standfirst: z.string().optional(),
  column: z.string().optional(),
  part: z.number().optional(),
  bylines: z.array(
    z.strictObject({
      name: z.string(),
      /** `reporter`, or `reporter|contributor` where the page does not tell. */
      role: z
        .string()
        .refine((roles) =>
          roles.split('|').every((role) => bylineRoles.some((one) => one === role)),
        ),
    }),
  ),
  body: z.array(bodySchema),
  images: z
    .array(
      z.strictObject({
        /** As the page gives it; null where it gives none. */
        path: z.string().nullable(),
        caption: z.string().optional(),
        credit: z.string().optional(),
      }),
    )
    .default([]),
  jump: z.strictObject({ to: z.number().optional(), from: z.number().optional() }).optional(),
  /** Fields that the OCR made unknowable: right only if flagged or as printed. */
  flagged: z.array(z.string()).default([]),
});
export const pageTruthSchema = z.strictObject({
  tool: z.string(),
  note: z.string().optional(),
  /** What the importer is told, where it is not page 1 of 2024-01-01 of an unknown paper. */
  request: z
    .strictObject({
      page: z.number().optional(),
      date: z.string().optional(),
      columns: z.array(z.string()).default([]),
    })
    .optional(),
  page: z
    .strictObject({
      script: z.string().optional(),
      date: z.string().optional(),
      number: z.number().optional(),
      name: z.string().optional(),
      issueNumber: z.string().optional(),
      credits: z.array(z.strictObject({ role: z.string(), names: z.array(z.string()) })).optional(),
    })
    .optional(),
  /** The page must be refused, with this finding (`any`: with whatever reason). */
  refused: z.string().optional(),
  items: z.array(itemSchema),
  expectedFindings: z
    .array(
      z.strictObject({
        id: z.string().optional(),
        /** Text of the page; a finding must stand on its line, or quote it. */
        text: z.string().optional(),
        /** Otherwise `review` or `error` is asked for. */
        anySeverity: z.literal(true).optional(),
      }),
    )
    .default([]),
  /** Nothing on this page needs a person, but for findings of these ids. */
  quiet: z.union([z.literal(true), z.array(z.string())]).optional(),
});

export type PageTruth = z.output<typeof pageTruthSchema>;
export type TruthItem = z.output<typeof itemSchema>;
export type TruthBody = z.output<typeof bodySchema>;

export interface FixturePage {
  readonly name: string;
  /** File name of the page with its extension. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly truth: PageTruth;
}

/**
 * Reads every fixture page of a folder, by name. Throws where a truth file is malformed.
 *
 * @param pages where the pages lie, where that is not beside what they say
 */
export function loadFixturePages(folder: URL, pages = folder): readonly FixturePage[] {
  const files = readdirSync(pages);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.truth.yaml'))
    .sort()
    .map((truthFile) => {
      const name = truthFile.replace('.truth.yaml', '');
      const file = files.find(
        (other) =>
          !other.endsWith('.truth.yaml') &&
          !other.endsWith('.expected.txt') &&
          other.startsWith(`${name}.`),
      );
      if (file === undefined) throw new Error(`${truthFile}: no page of that name`);
      const truth = pageTruthSchema.safeParse(
        parse(readFileSync(new URL(truthFile, folder), 'utf8')),
      );
      if (!truth.success) throw new Error(`${truthFile}: ${z.prettifyError(truth.error)}`);
      return { name, file, bytes: readFileSync(new URL(file, pages)), truth: truth.data };
    });
}

/** One way in which an import differs from what was printed. */
export interface Difference {
  /** Index of the truth's item; -1 where the difference is not of one. */
  readonly item: number;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  /** True where a finding of severity review or error stands on the lines it is about. */
  readonly flagged: boolean;
}

/** A found item as the comparison sees it: page known, ids resolved to printed names. */
interface FoundItem {
  readonly page: ImportedPage;
  readonly draft: ImportedPage['articles'][number];
  readonly column: string | undefined;
  readonly text: string;
}

const noSpaces = (text: string): string => text.replaceAll(/\s+/gu, '');
/** The width of a blank is a matter of setting, its presence is not. */
const oneBlank = (text: string | null | undefined): string =>
  (text ?? '').replaceAll(/\s+/gu, ' ').trim();

function bodyText(block: BodyBlock | TruthBody): string {
  if (typeof block === 'string') return block;
  if ('type' in block) {
    switch (block.type) {
      case 'paragraph':
      case 'quote':
        return block.text;
      case 'crosshead':
        return `[crosshead] ${block.text}`;
      case 'verse':
        return `[verse] ${block.verses.join(' / ')}`;
      case 'list':
        return `[list] ${block.items.join(' / ')}`;
      case 'table':
        return `[table] ${block.rows.map((row) => row.join(' | ')).join(' // ')}`;
      case 'break':
        return '[break]';
    }
  }
  if ('break' in block) return '[break]';
  if ('p' in block) return block.p;
  if ('crosshead' in block) return `[crosshead] ${block.crosshead}`;
  if ('quote' in block) return block.quote;
  if ('verse' in block) return `[verse] ${block.verse.join(' / ')}`;
  if ('list' in block) return `[list] ${block.list.join(' / ')}`;
  return `[table] ${block.table.map((row) => row.join(' | ')).join(' // ')}`;
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = noSpaces(text);
  for (let index = 0; index + 1 < plain.length; index += 1) {
    const pair = plain.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Dice coefficient over character bigrams, 0 to 1. */
function likeness(left: Map<string, number>, right: Map<string, number>): number {
  let shared = 0;
  let total = 0;
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** Pairs two lists in order so that the sum of likenesses is greatest; unlike things stay single. */
function pairInOrder(
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  const leftPairs = left.map(bigrams);
  const rightPairs = right.map(bigrams);
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const score = (i: number, j: number): number => {
    const value = likeness(leftPairs[i]!, rightPairs[j]!);
    return value < 0.2 ? 0 : value;
  };
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
        best[(i + 1) * width + j + 1]! + score(i, j),
      );
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    if (best[i * width + j] === best[(i + 1) * width + j + 1]! + score(i, j) && score(i, j) > 0) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (best[i * width + j] === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}

function findItems(
  pages: readonly ImportedPage[],
  knownColumns: ReadonlyMap<string, string>,
): FoundItem[] {
  return pages.flatMap((page) =>
    page.articles.map((draft) => {
      const front = draft.frontMatter;
      const id = front.column;
      return {
        page,
        draft,
        column:
          id === undefined
            ? undefined
            : (page.newColumns.find((column) => column.id === id)?.name ??
              knownColumns.get(id) ??
              pages.flatMap((other) => other.newColumns).find((column) => column.id === id)?.name ??
              id),
        text: [front.headline ?? '', front.deck ?? '', ...draft.body.map(bodyText)].join('\n'),
      };
    }),
  );
}

const truthText = (item: TruthItem): string =>
  [item.headline ?? '', item.deck ?? '', ...item.body.map(bodyText)].join('\n');

/** Credits are printed with the office before and 摄 after the name; the name is what must be kept. */
const creditName = (credit: string): string =>
  noSpaces(credit)
    .replace(/^(?:本报)?(?:记者|通讯员)|^(?:photos?(?:by)?|fotos?|bild)[:：]?/iu, '')
    .replace(/(?:摄影报道|撮影|摄|攝|\/摄)$/u, '')
    .replace(/[/／]$/u, '');

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Per item of the truth: exact in every field. */
  readonly itemsExact: readonly boolean[];
  readonly paragraphs: number;
  readonly paragraphsVerbatim: number;
  /** Findings of severity review or error. */
  readonly reviews: number;
}

/**
 * Compares pages as imported with what was printed, field by field.
 *
 * @param source the text that was imported; findings are looked up by its lines
 * @param knownColumns id -> printed name of the columns that the importer was told of
 */
export function comparePages(
  pages: readonly ImportedPage[],
  truth: PageTruth,
  source: string,
  knownColumns: ReadonlyMap<string, string> = new Map(),
): Comparison {
  const differences: Difference[] = [];
  const findings = pages.flatMap((page) => page.findings);
  const serious = findings.filter((finding) => finding.severity !== 'info');
  const found = findItems(pages, knownColumns);
  const pairs = pairInOrder(
    truth.items.map(truthText),
    found.map((item) => item.text),
  );
  const exact = truth.items.map(() => false);
  let paragraphs = 0;
  let verbatim = 0;
  const sourceLines = source.split('\n').map(noSpaces);
  /** A finding about several lines stands on the one that holds the text. */
  const spans = (wanted: string): boolean =>
    wanted.length > 1 &&
    serious.some(
      ({ line, lastLine }) =>
        lastLine !== undefined &&
        sourceLines.slice(line - 1, lastLine).some((printed) => printed.includes(wanted)),
    );
  const quotes = (text: string): boolean => {
    const wanted = noSpaces(text);
    if (spans(wanted)) return true;
    return serious.some((finding) =>
      // `…的末尾 ¶ 的开头`: the two sides of a boundary are two quotations.
      noSpaces(finding.excerpt)
        .replaceAll('…', '')
        .split('¶')
        .some(
          (quoted) => quoted.length > 1 && (wanted.includes(quoted) || quoted.includes(wanted)),
        ),
    );
  };
  const onLines = (page: ImportedPage, first: number, last: number): boolean => {
    const offset = page.source.firstLine - 1;
    return page.findings.some(
      (finding) =>
        finding.severity !== 'info' &&
        (finding.lastLine ?? finding.line) >= first + offset &&
        finding.line <= last + offset,
    );
  };

  // Type writers' quotes are right in Latin text, whatever the paper printed: no repair is made for it.
  const straighten = (text: string): string =>
    truth.page?.script === 'latin'
      ? text.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'")
      : text;
  const sameText = (expected: string, value: string): boolean =>
    straighten(oneBlank(expected)) === straighten(oneBlank(value));

  const pairOf = new Map(pairs.map(([left, right]) => [left, right]));
  truth.items.forEach((item, index) => {
    const printed = item.body.filter((block) => typeof block === 'string' || 'p' in block);
    paragraphs += printed.length;
    const right = pairOf.get(index);
    if (right === undefined) {
      differences.push({
        item: index,
        field: 'item',
        expected: item.headline ?? truthText(item).slice(0, 30),
        found: '',
        flagged: quotes(item.headline ?? truthText(item)),
      });
      return;
    }
    const { draft, page, column } = found[right]!;
    const front = draft.frontMatter;
    const before = differences.length;
    const bodyLines = draft.body.map((block) => block.lines);
    const [itemFirst, itemLast] = front.source?.lines ?? [1, 1];
    const headLast = Math.max(
      itemFirst,
      Math.min(...bodyLines.map((lines) => lines.first), itemLast),
    );
    const compareField = (field: string, expected: string, value: string): void => {
      if (sameText(expected, value)) return;
      const flagged =
        onLines(page, itemFirst, headLast) ||
        quotes(value) ||
        (expected !== '' && quotes(expected));
      if (flagged && item.flagged.includes(field)) return;
      differences.push({ item: index, field, expected, found: value, flagged });
    };
    compareField('kind', item.kind, front.kind);
    compareField('kicker', item.kicker ?? '', front.kicker ?? '');
    compareField('headline', item.headline ?? '', front.headline ?? '');
    compareField('deck', item.deck ?? '', front.deck ?? '');
    compareField('standfirst', item.standfirst ?? '', front.standfirst ?? '');
    compareField('column', item.column ?? '', column ?? '');
    compareField('part', String(item.part ?? ''), String(front.part ?? ''));
    if (item.genre !== undefined) compareField('genre', item.genre, front.genre);
    if (item.page !== undefined) compareField('page', String(item.page), String(front.page));
    compareField('jump', JSON.stringify(item.jump ?? {}), JSON.stringify(front.jump ?? {}));
    const sayBylines = (bylines: readonly { name: string; role: string }[]): string =>
      bylines.map(({ name, role }) => `${noSpaces(name)}/${role}`).join(' ');
    const foundBylines = front.bylines ?? [];
    const agreed = item.bylines.map(({ name, role }, place) => {
      const foundRole = foundBylines[place]?.role;
      return {
        name,
        role: foundRole !== undefined && role.split('|').includes(foundRole) ? foundRole : role,
      };
    });
    compareField('bylines', sayBylines(agreed), sayBylines(foundBylines));

    const images = front.images ?? [];
    const withPath = item.images.filter((image) => image.path !== null);
    compareField(
      'images',
      withPath.map((image) => image.path).join(' '),
      draft.images.map((image) => image.from).join(' '),
    );
    item.images.forEach((image) => {
      if (image.caption === undefined) return;
      const shown = images.find((other) => oneBlank(other.caption) === oneBlank(image.caption));
      const inBody = draft.body.some((block) => bodyText(block).includes(image.caption!));
      if (image.path === null && !inBody && quotes(image.caption)) return;
      compareField(
        'caption',
        image.caption,
        shown?.caption ?? images.map((other) => other.caption).join(' '),
      );
      if (image.credit !== undefined && shown !== undefined) {
        compareField('credit', creditName(image.credit), creditName(shown.credit ?? ''));
      }
    });

    const expectedBody = item.body.map(bodyText);
    const foundBody = draft.body.map(bodyText);
    const bodyPairs = pairInOrder(expectedBody, foundBody);
    const bodyPairOf = new Map(bodyPairs.map(([left, other]) => [left, other]));
    const used = new Set(bodyPairs.map(([, other]) => other));
    expectedBody.forEach((expected, place) => {
      const block = item.body[place]!;
      const isParagraph = typeof block === 'string' || 'p' in block;
      const other = bodyPairOf.get(place);
      const value = other === undefined ? '' : foundBody[other]!;
      if (sameText(expected, value)) {
        if (isParagraph) verbatim += 1;
        return;
      }
      const lines = other === undefined ? undefined : bodyLines[other];
      const flagged =
        (lines !== undefined && onLines(page, lines.first, lines.last)) ||
        quotes(expected) ||
        (value !== '' && quotes(value));
      if (flagged && typeof block === 'object' && 'flagged' in block) {
        verbatim += 1;
        return;
      }
      differences.push({
        item: index,
        field: `body ${place + 1}`,
        expected,
        found: value,
        flagged,
      });
    });
    foundBody.forEach((value, place) => {
      if (used.has(place)) return;
      const lines = bodyLines[place]!;
      differences.push({
        item: index,
        field: 'body extra',
        expected: '',
        found: value,
        flagged: onLines(page, lines.first, lines.last) || quotes(value),
      });
    });
    exact[index] = differences.length === before;
  });

  const matched = new Set(pairs.map(([, right]) => right));
  found.forEach((item, place) => {
    if (matched.has(place)) return;
    const [first, last] = item.draft.frontMatter.source?.lines ?? [1, 1];
    differences.push({
      item: -1,
      field: 'item extra',
      expected: '',
      found: item.text.slice(0, 120),
      flagged: onLines(item.page, first, last),
    });
  });
  comparePage(pages, truth, differences);
  compareFindings(findings, truth, source, differences);
  return {
    differences,
    itemsExact: exact,
    paragraphs,
    paragraphsVerbatim: verbatim,
    reviews: serious.length,
  };
}

function comparePage(
  pages: readonly ImportedPage[],
  truth: PageTruth,
  differences: Difference[],
): void {
  const first = pages[0];
  const say = (field: string, expected: string, value: string): void => {
    if (expected !== value) {
      differences.push({
        item: -1,
        field: `page ${field}`,
        expected,
        found: value,
        flagged: false,
      });
    }
  };
  if (first === undefined) {
    if (truth.refused === undefined && truth.items.length > 0) say('count', 'a page', 'none');
    return;
  }
  const refused = pages.some((page) => page.refused);
  say('refused', String(truth.refused !== undefined), String(refused));
  if (truth.refused !== undefined) {
    const ids = pages.flatMap((page) =>
      page.findings.filter((one) => one.severity === 'error').map((one) => one.id),
    );
    if (truth.refused === 'any' ? ids.length === 0 : !ids.includes(truth.refused))
      say('refused with', truth.refused, ids.join(' '));
  }
  const wanted = truth.page;
  if (wanted === undefined) return;
  if (wanted.date !== undefined) {
    say('date', wanted.date, first.date);
    say('date printed', 'true', String(first.datePrinted));
  }
  if (wanted.number !== undefined) say('number', String(wanted.number), String(first.page));
  if (wanted.name !== undefined) say('name', wanted.name, first.name ?? '');
  if (wanted.issueNumber !== undefined)
    say('issue number', wanted.issueNumber, first.issueNumber ?? '');
  if (wanted.credits !== undefined) {
    say('credits', JSON.stringify(wanted.credits), JSON.stringify(first.credits));
  }
}

function compareFindings(
  findings: readonly Finding[],
  truth: PageTruth,
  source: string,
  differences: Difference[],
): void {
  const lines = source.split(/\r\n?|\n/u);
  for (const wanted of truth.expectedFindings) {
    const at =
      wanted.text === undefined
        ? []
        : lines.flatMap((line, index) => (line.includes(wanted.text!) ? [index + 1] : []));
    const met = findings.some(
      (finding) =>
        (wanted.anySeverity === true || finding.severity !== 'info') &&
        (wanted.id === undefined || finding.id === wanted.id) &&
        (wanted.text === undefined ||
          at.includes(finding.line) ||
          finding.excerpt.includes(wanted.text)),
    );
    if (!met) {
      differences.push({
        item: -1,
        field: 'finding',
        expected: wanted.id ?? wanted.text ?? '',
        found: [...new Set(findings.map((finding) => `${finding.line}:${finding.id}`))].join(' '),
        flagged: false,
      });
    }
  }
  if (truth.quiet !== undefined) {
    const due = truth.quiet === true ? [] : truth.quiet;
    for (const finding of findings) {
      if (finding.severity === 'info' || due.includes(finding.id)) continue;
      differences.push({
        item: -1,
        field: 'quiet',
        expected: 'nothing to review',
        found: `${finding.line}: ${finding.id}: ${finding.excerpt}`,
        flagged: true,
      });
    }
  }
}
