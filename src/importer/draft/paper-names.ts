import type { Bilingual } from '../../newspaper/bilingual.ts';
import { roleNames } from './role-names.ts';
import type { Column } from '../../newspaper/column.ts';
import type { Columnist } from '../../newspaper/columnist.ts';
import type { Section } from '../../newspaper/section.ts';
import { distinctSlug, slugFromPersonName, slugFromText } from '../../newspaper/slug.ts';
import { makeFinding, type FindingPlace, type PageFinding } from '../page/findings.ts';
import type { KnownName, KnownPaper } from '../page/known-paper.ts';
import { confusablePairs } from '../models/confusable-features.ts';
import { editDistance } from '../lexicon/edit-distance.ts';
import { bareName, matchName, spellingsOf } from '../page/match-name.ts';

type Named<Entry> = { readonly id: string } & Entry;

/** Glyph -> glyphs that OCR takes for it or it for. */
const lookAlikes = new Map<string, string[]>();
for (const pair of confusablePairs) {
  const [left, right] = [...pair] as [string, string];
  lookAlikes.set(left, [...(lookAlikes.get(left) ?? []), right]);
  lookAlikes.set(right, [...(lookAlikes.get(right) ?? []), left]);
}

/** Glyphs that OCR gives for a circled number at the end of a label (measured: ⑱ -> 句). */
const likeCircled = /[句勾旬囗回田由甲申国圆圓@®©◎○〇O0]$/u;

/**
 * Finds the ids of the sections, columns and people that a page names, among those the paper has
 * and those the page brings new. One is made for each page; what it made new is read at the end.
 */
export class PaperNames {
  readonly #known: KnownPaper;
  readonly #paperName: string | undefined;
  /** By name without marks: a paper of twenty years has thousands of bylines. */
  readonly #people = new Map<string, KnownName>();
  readonly #findings: PageFinding[] = [];
  readonly #sections: NewNames<Section>;
  readonly #columns: NewNames<Column>;
  readonly #columnists: NewNames<Columnist>;

  /**
   * @param pageText where the paper's name is not known, the name that the page itself repeats in
   *   title marks (《…日报》) stands in for it
   */
  constructor(known: KnownPaper, pageText: string) {
    this.#known = known;
    this.#sections = new NewNames('section', known.sections);
    this.#columns = new NewNames('column', known.columns);
    this.#columnists = new NewNames('person', known.columnists);
    for (const person of known.columnists) {
      for (const spelling of spellingsOf(person)) this.#people.set(spelling, person);
    }
    this.#paperName = known.publication?.name ?? repeatedPaperName(pageText);
  }

  get findings(): readonly PageFinding[] {
    return this.#findings;
  }
  get sections(): readonly Named<Section>[] {
    return [...this.#sections.values()];
  }
  get columns(): readonly Named<Column>[] {
    return [...this.#columns.values()];
  }
  get columnists(): readonly Named<Columnist>[] {
    return [...this.#columnists.values()];
  }

  /** The section a page's printed name stands for; the paper's own default where none is printed. */
  section(name: string | undefined, place: FindingPlace): string | undefined {
    if (name === undefined) return this.#known.publication?.defaultSection;
    const match = matchName(name, this.#known.sections);
    if (match.kind === 'same') return match.entry.id;
    const before = this.#sections.get(name);
    if (before) return before.id;
    const { id } = this.#sections.add(name, slugOf(name), { name });
    this.#findings.push(makeFinding('section-unknown', place, { name, id }));
    return id;
  }

  /** Whether the paper has a column of this very name. */
  hasColumn(label: string): boolean {
    return matchName(label, this.#known.columns).kind === 'same';
  }

  /**
   * The column that a label names. A label misread beyond doubt is taken for the column the paper
   * has; anything less sure stands as printed, with a finding.
   *
   * @param label without its number
   * @param others what else the label's line may be, where that is not sure
   */
  column(label: string, numbered: boolean, place: FindingPlace, others?: Bilingual): string {
    const match = matchName(label, this.#known.columns);
    if (match.kind === 'same') {
      // A name that stands in the paper as the OCR gave it is still to be doubted.
      if (bareName(match.entry.name) === bareName(label)) this.#doubtLabel(label, numbered, place);
      return match.entry.id;
    }
    if (match.kind === 'misread') {
      this.#findings.push(
        makeFinding('column-misread', place, { found: label, name: match.entry.name }),
      );
      return match.entry.id;
    }
    const before = this.#columns.get(bareName(label));
    if (before) return before.id;
    const column = { name: label, aliases: [], series: numbered };
    const { id } = this.#columns.add(bareName(label), slugOf(label), column);
    if (match.kind === 'similar') {
      this.#findings.push(
        makeFinding('column-misread-unsure', place, {
          found: label,
          name: match.entry.name,
          id: match.entry.id,
        }),
      );
    }
    // A long name without a number may as well be the kicker of one piece of news.
    const couldBeKicker = !numbered && [...bareName(label)].length >= 8;
    const other = others ?? (couldBeKicker ? roleNames.kicker : undefined);
    this.#findings.push(
      makeFinding('column-unknown', place, {
        name: label,
        id,
        alternatives: other
          ? {
              zh: `如果它只是${other.zh}，用 --review 改定。`,
              en: `If it is ${other.en}, decide with --review.`,
            }
          : '',
      }),
    );
    this.#doubtLabel(label, numbered, place);
    return id;
  }

  /** The person a byline names. */
  columnist(name: string, place: FindingPlace): string | undefined {
    const known = this.#people.get(bareName(name));
    if (known) return known.id;
    const before = this.#columnists.get(bareName(name));
    if (before) return before.id;
    const base = slugFromPersonName(name);
    if (base === '') return undefined;
    const { id } = this.#columnists.add(bareName(name), base, { name, aliases: [] });
    const near = this.#lookAlike(name);
    this.#findings.push(makeFinding('columnist-unknown', place, { name, id }));
    if (near) {
      this.#findings.push(
        makeFinding('columnist-similar', place, { found: name, name: near.name, id: near.id }),
      );
    }
    return id;
  }

  /** A known person whose name differs in one glyph that OCR takes for the printed one. */
  #lookAlike(name: string): KnownName | undefined {
    const characters = [...bareName(name)];
    for (const [place, character] of characters.entries()) {
      for (const other of lookAlikes.get(character) ?? []) {
        const spelling = characters.with(place, other).join('');
        const known = this.#people.get(spelling);
        if (known) return known;
      }
    }
    return undefined;
  }

  /** Marks of misreading that a label can carry in itself. */
  #doubtLabel(label: string, numbered: boolean, place: FindingPlace): void {
    const characters = [...bareName(label)];
    const last = characters.at(-1) ?? '';
    if (!numbered && characters.length >= 5 && likeCircled.test(last)) {
      this.#findings.push(makeFinding('part-unreadable', place, { found: last }));
    }
    const name = this.#paperName;
    if (name === undefined || label.includes(name)) return;
    const length = [...name].length;
    const ending = name.slice(-2);
    const text = [...label];
    for (let start = 0; start + length <= text.length; start += 1) {
      const run = text.slice(start, start + length).join('');
      const distance = editDistance(run, name);
      if (run.endsWith(ending) && distance > 0 && distance * 2 <= length) {
        this.#findings.push(makeFinding('paper-name-misread', place, { found: run, name }));
        return;
      }
    }
  }
}

/** Entries of one kind that a page brings new, by name. */
class NewNames<Entry> extends Map<string, Named<Entry>> {
  readonly #fallback: string;
  readonly #known: readonly KnownName[];

  /** @param fallback begins the id of a name that no id can be made of */
  constructor(fallback: string, known: readonly KnownName[]) {
    super();
    this.#fallback = fallback;
    this.#known = known;
  }

  /** Adds an entry under an id that nothing of its kind has. */
  add(name: string, slug: string, entry: Entry): Named<Entry> {
    const taken = new Set([...this.#known, ...this.values()].map(({ id }) => id));
    const id = distinctSlug(slug || `${this.#fallback}-1`, (one) => taken.has(one));
    const named = { id, ...entry };
    this.set(name, named);
    return named;
  }
}

function slugOf(name: string): string {
  return slugFromText(name).replaceAll('-', '');
}

/** The newspaper that a page names twice or more in title marks: most often itself. */
function repeatedPaperName(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [, name] of text.matchAll(/《(\p{Script=Han}{2,8}[报報])》/gu)) {
    counts.set(name!, (counts.get(name!) ?? 0) + 1);
  }
  const [best] = [...counts].sort((left, right) => right[1] - left[1]);
  return best && best[1] >= 2 ? best[0] : undefined;
}
