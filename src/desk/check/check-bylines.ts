import { simplifiedForm } from '../../collation/variants.ts';
import { confusablePairs } from '../../importer/models/confusable-features.ts';
import type { Article } from '../../newspaper/article.ts';
import type { Columnist } from '../../newspaper/columnist.ts';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { Finding } from '../../newspaper/finding.ts';
import type { Place } from '../../newspaper/local-finding.ts';

interface CheckedArticle {
  readonly path: string;
  readonly data: Article;
}

/** Where a name stands in bylines. */
interface Spelling {
  readonly name: string;
  /** In how many bylines. */
  readonly count: number;
  readonly first: { readonly article: CheckedArticle; readonly index: number };
}

/** The spelling that another is held against, and where it stands. */
interface UsualSpelling {
  readonly name: string;
  readonly where: Bilingual;
}

const inBylines = ({ name, count, first }: Spelling): UsualSpelling => ({
  name,
  where: {
    zh: `${count} 处，如 ${first.article.path}`,
    en: `${count}×, as in ${first.article.path}`,
  },
});

/** A name that stands this often, or less, may be another one misread … */
const rare = 2;
/** … that stands so many times as often. */
const times = 3;

const lookAlikes = Map.groupBy(
  confusablePairs.flatMap((pair) => {
    const [left, right] = [...pair] as [string, string];
    return [
      [left, right],
      [right, left],
    ] as const;
  }),
  ([glyph]) => glyph,
);

/**
 * Tells two spellings of what may be one name: glyphs in another form (峰 峯, 张 張), blanks or marks
 * within, and one look-alike glyph where the one name is rare and the other is not (朋 for 明). Nothing
 * is changed: both may be right.
 *
 * Not told are spellings that one person's file has together, as `name` and among `aliases`; nor a
 * look-alike whose own file says by `disambiguation` that it is somebody else.
 *
 * @param locateIn finds a field's place in a file; called for findings only
 */
export function checkBylines(
  articles: readonly CheckedArticle[],
  columnists: readonly Columnist[],
  locateIn: (path: string) => (field: readonly PropertyKey[]) => Place,
): Finding[] {
  const spellings = spellingsOf(articles);
  const known = new Map<string, Columnist[]>();
  for (const person of columnists) {
    for (const name of [person.name, ...person.aliases]) {
      known.set(name, [...(known.get(name) ?? []), person]);
    }
  }
  const ofOnePerson = (left: string, right: string): boolean =>
    (known.get(left) ?? []).some((person) => known.get(right)?.includes(person));
  const isApart = (name: string): boolean =>
    (known.get(name) ?? []).some(({ disambiguation }) => disambiguation !== undefined);

  const findings: Finding[] = [];
  const report = (doubtful: Spelling, usual: UsualSpelling, why: Bilingual): void => {
    const { article, index } = doubtful.first;
    findings.push({
      id: 'byline-spelling',
      severity: 'review',
      file: article.path,
      ...locateIn(article.path)(['bylines', index, 'name']),
      excerpt: doubtful.name,
      ...findingWords(
        {
          zh: `署名“${doubtful.name}”（${doubtful.count} 处）与“${usual.name}”（${usual.where.zh}）${why.zh}`,
          en: `The name ${doubtful.name} (${doubtful.count}×) and ${usual.name} (${usual.where.en}) ${why.en}`,
        },
        {
          zh: `对照原版：误读就改；一个人的两种写法，把另一种写进 columnists/ 里此人的 aliases；是两个人，就在此人的文件里写 disambiguation`,
          en: `Compare with the print: mend what was misread; put another spelling of one person among the aliases of the person’s file; where they are two, write disambiguation in that file`,
        },
      ),
    });
  };

  const told = new Set<string>();
  const byForm = Map.groupBy(spellings.values(), ({ name }) => comparedForm(name));
  const inFormOnly = { zh: '只是字形、空格或标点不同', en: 'differ in form or blanks only' };
  for (const written of byForm.values()) {
    const [usual, ...others] = written.toSorted((left, right) => right.count - left.count);
    for (const other of others) {
      if (ofOnePerson(other.name, usual!.name)) continue;
      told.add(other.name);
      report(other, inBylines(usual!), inFormOnly);
    }
  }
  // A name that is in nobody's file, and in another form is: as yet it stands in bylines one way only.
  const nameByForm = new Map(columnists.map(({ name }) => [comparedForm(name), name]));
  for (const spelling of spellings.values()) {
    const { name } = spelling;
    const recorded = nameByForm.get(comparedForm(name));
    if (recorded === undefined || known.has(name) || told.has(name)) continue;
    told.add(name);
    report(
      spelling,
      { name: recorded, where: { zh: '见 columnists/', en: 'in columnists/' } },
      inFormOnly,
    );
  }
  for (const spelling of spellings.values()) {
    const { name, count } = spelling;
    if (count > rare || told.has(name) || isApart(name)) continue;
    const usual = looksLike(name)
      .map((other) => spellings.get(other))
      .filter((other) => other !== undefined && other.count >= times * count)
      .sort((left, right) => right!.count - left!.count)[0];
    if (usual === undefined || ofOnePerson(name, usual.name)) continue;
    report(spelling, inBylines(usual), {
      zh: '只差一个形近字',
      en: 'differ in one look-alike glyph',
    });
  }
  return findings;
}

function spellingsOf(articles: readonly CheckedArticle[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const article of articles) {
    for (const [index, { name }] of article.data.bylines.entries()) {
      const before = spellings.get(name);
      const first = before?.first ?? { article, index };
      spellings.set(name, { name, count: (before?.count ?? 0) + 1, first });
    }
  }
  return spellings;
}

/** A name without blanks and marks, its characters simplified, its letters small. */
function comparedForm(name: string): string {
  const bare = name
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();
  return Array.from(bare, simplifiedForm).join('');
}

/** The names of Chinese people (two to four characters) that differ from this one in a look-alike. */
function looksLike(name: string): string[] {
  const glyphs = Array.from(name);
  if (glyphs.length < 2 || glyphs.length > 4) return [];
  return glyphs.flatMap((glyph, at) =>
    (lookAlikes.get(glyph) ?? []).map(([, other]) => glyphs.with(at, other).join('')),
  );
}
