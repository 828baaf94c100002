import { addressOf, withBase } from '../newspaper/address.ts';
import { formatPageNumber } from '../newspaper/format-page-number.ts';
import { introducesWhatFollows } from '../newspaper/introduces-what-follows.ts';
import { cutSnippet, findPhrases, type Range } from '../search/find-phrase.ts';
import { parseQuery, type Query } from '../search/parse-query.ts';
import { byDate, type Hit } from '../search/search-index.ts';
import type { SearchWording } from '../wording/search-wording.ts';
import { dateLocale } from './date-locale.ts';
import { nestQuotes } from './nest-quotes.ts';
import { openKeptEditions, openSearch, type PlaceOf, type Search } from './open-search.ts';

// The page /search/: a query in, results out. All texts of the paper go in as text, never as markup.

/** Results that are shown at once: as many as a window holds. Others come when the reader gets there. */
const resultsAtOnce = 5;
/** So few more come with the last ones: a button for one result is a step for nothing. */
const fewMore = 2;
const nextOf = (left: number): number => (left <= resultsAtOnce + fewMore ? left : resultsAtOnce);
/** How long a reader pauses between two characters, in milliseconds. */
const pause = 250;

const byId = <Type extends HTMLElement>(id: string): Type => document.getElementById(id) as Type;
const form = byId<HTMLFormElement>('search');
const field = byId<HTMLInputElement>('search-query');
const status = byId('search-status');
const others = byId('search-others');
const list = byId<HTMLOListElement>('results');
const more = byId<HTMLButtonElement>('search-more');
const choices = form.querySelector<HTMLElement>('.search-choices')!;
const panel = form.querySelector('details')!;
const facetFields = [...form.querySelectorAll<HTMLSelectElement>('select[data-facet]')];
const sortField = form.querySelector<HTMLSelectElement>('select[name="sort"]')!;
const base = form.dataset['base']!;
const hasDocuments = form.dataset['documents'] === 'true';
/** Where an article's text is to be had. */
const placeOf: PlaceOf = (article) => ({
  page: withBase(base, addressOf.article(article)),
  document: hasDocuments ? withBase(base, addressOf.articleJson(article)) : undefined,
});
const said = JSON.parse(form.dataset['said']!) as SearchWording['status'] &
  Pick<SearchWording, 'more' | 'inPage' | 'all' | 'others'>;
const genreNames = JSON.parse(form.dataset['genres']!) as Record<string, string>;

/** What is on show; a later query makes an earlier one's answer worthless. */
let turn = 0;
let search: Search | undefined;
let query: Query = { wanted: [], excluded: [] };
let hits: readonly Hit[] = [];
let shown: readonly Hit[] = [];

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Where nothing is found: the query in parts, each of which may be found by itself. */
function offerOthers(): void {
  const wanted = query.wanted.map(({ text }) => (/\s/.test(text) ? `"${text}"` : text));
  const parts = new Set([
    // What is wanted may be found where nothing is taken from it.
    ...(query.excluded.length > 0 ? [wanted.join(' ')] : []),
    ...(wanted.length > 1 ? wanted : wordsOf(query.wanted[0]?.text ?? '')),
  ]);
  if (parts.size === 0) return;
  const link = (text: string): HTMLAnchorElement => {
    const made = element('a', '', text);
    made.href = `${location.pathname}?${new URLSearchParams({ q: text })}`;
    return made;
  };
  others.replaceChildren(said.others, ...[...parts].flatMap((part) => [' ', link(part)]));
  others.hidden = false;
}

/** A phrase as the words that it is made of, for a query that asks for all of them, and each alone. */
function wordsOf(text: string): string[] {
  const words = Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text))
    .filter(({ isWordLike, segment }) => isWordLike === true && segment.length > 1)
    .map(({ segment }) => segment);
  const distinct = [...new Set(words)].slice(0, 6);
  return distinct.length > 1 ? [distinct.join(' '), ...distinct] : [];
}

function clear(): void {
  others.hidden = true;
  list.replaceChildren();
  delete list.dataset['total'];
  more.hidden = true;
}

async function run(): Promise<void> {
  const mine = (turn += 1);
  const typed = field.value;
  // Too long to look at: a pasted page costs nothing.
  const problem = parseQuery(typed.slice(0, 4_000), (character) => character).problem;
  if (problem !== undefined) {
    clear();
    choices.hidden = true;
    say(
      {
        empty: '',
        'no-words': said.noWords,
        'too-long': said.tooLong,
        'only-excluded': said.onlyExcluded,
      }[problem],
    );
    return;
  }
  say(said.searching);
  try {
    const answer = await ask(typed);
    if (mine !== turn) return;
    [search, query, hits] = answer;
  } catch {
    if (mine !== turn) return;
    clear();
    choices.hidden = true;
    say(said.missing);
    return;
  }
  await show(mine);
}

/** Asks the index; without a network the editions that are kept here. */
async function ask(typed: string): Promise<[Search, Query, readonly Hit[]]> {
  const answer = async (from: Search): Promise<[Search, Query, readonly Hit[]]> => {
    const asked = parseQuery(typed, await from.foldFor(typed));
    return [from, asked, await from.search(asked)];
  };
  try {
    // The paper may have been printed anew since the index was opened.
    return await openSearch(base, placeOf)
      .then(answer)
      .catch(async () => answer(await openSearch(base, placeOf)));
  } catch (error) {
    const kept = await openKeptEditions(base);
    if (kept === undefined) throw error;
    return answer(kept);
  }
}

/** Shows the hits that the choices leave, in the order that was chosen. */
async function show(mine: number): Promise<void> {
  const narrowed = facetFields.some(({ value }) => value !== '');
  isWithoutNames = false;
  choices.hidden = hits.length === 0;
  let left = hits;
  if (narrowed || panel.open) {
    try {
      left = await fillFacets();
    } catch {
      say(said.missing);
      return;
    }
    if (mine !== turn) return;
  }
  const order = sortField.value;
  shown = order === '' ? left : left.toSorted(byDate);
  if (order === 'oldest') shown = shown.toReversed();
  clear();
  if (hits.length === 0) offerOthers();
  list.dataset['total'] = String(shown.length);
  const found =
    shown.length === 0
      ? nestQuotes(said.none, '{query}', field.value.trim())
      : shown.length === 1
        ? said.one
        : said.many.replace('{n}', shown.length.toLocaleString('en'));
  const lone = query.wanted.some(
    ({ tokens }) => tokens.length === 1 && !tokens[0]!.key.endsWith(' '),
  );
  counted = [found, lone ? said.loneCharacter : '', search?.isKept ? said.offline : '']
    .filter(Boolean)
    .join(' ');
  sayCounted();
  await showMore(mine);
}

/** How many are on show, and what else there is to say of them. */
let counted = '';
/** Names of columns and columnists could not be had: their ids stand in the choices. */
let isWithoutNames = false;

function sayCounted(): void {
  say(isWithoutNames ? `${counted} ${said.withoutNames}` : counted);
}

/** The turn whose next results are on their way: a second wish for them is the same one. */
let showing = 0;

async function showMore(mine: number): Promise<void> {
  if (showing === mine) return;
  showing = mine;
  await showNext(mine);
  if (showing === mine) showing = 0;
}

async function showNext(mine: number): Promise<void> {
  const from = list.children.length;
  const next = shown.slice(from, from + nextOf(shown.length - from));
  const current = search!;
  try {
    const items = await Promise.all(next.map((hit) => makeResult(current, hit)));
    if (mine !== turn) return;
    list.append(...items);
  } catch {
    if (mine === turn) say(said.missing);
    return;
  }
  const left = shown.length - list.children.length;
  more.hidden = left <= 0;
  more.textContent = said.more.replace('{n}', String(nextOf(left)));
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
};

/** A text with its hits in `<mark>`, as nodes. */
function marked(text: string, ranges: readonly Range[]): (string | Node)[] {
  const nodes: (string | Node)[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    nodes.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes;
}

async function makeResult(from: Search, hit: Hit): Promise<HTMLLIElement> {
  const [slug, title, deck, page, sectionId] = await from.titleOf(hit);
  const { date } = hit;
  const address = withBase(base, addressOf.article({ edition: date, page, slug }));
  const found = (text: string): (string | Node)[] =>
    marked(text, findPhrases(text, query.wanted, from.fold));
  const link = element('a', '', ...found(title));
  link.href = address;
  const time = element('time', '', dateFormat.format(new Date(date)));
  time.dateTime = date;
  const section = sectionId === '' ? undefined : from.sections[sectionId];
  const snippet = element('p', 'result-snippet');
  const item = element(
    'li',
    'result',
    element('h2', '', link),
    ...(deck === '' ? [] : [element('p', 'result-deck', ...found(deck))]),
    snippet,
    element(
      'p',
      'result-place',
      time,
      element('span', '', pageName(page)),
      ...(section === undefined ? [] : [element('span', '', section)]),
    ),
  );
  snippets.set(snippet, { hit, address, query, from });
  whenSeen.observe(snippet);
  return item;
}

const dateFormat = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'long', timeZone: 'UTC' });
const pageName = (page: number): string =>
  form.dataset['page']!.replace('{nn}', formatPageNumber(page)).replace('{n}', String(page));

/** What to look for, and where, when a reader gets to a result. */
const snippets = new WeakMap<
  Element,
  { readonly hit: Hit; readonly address: string; readonly query: Query; readonly from: Search }
>();
const whenSeen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    whenSeen.unobserve(target);
    void fillSnippet(target as HTMLElement);
  }
});

/** Takes the text from what the paper gives away of the article, or from what is kept of it. */
async function fillSnippet(shownAt: HTMLElement): Promise<void> {
  const { hit, address, query: asked, from } = snippets.get(shownAt)!;
  const article = await from.textOf(hit);
  if (article === undefined) return;
  const blocks = article.blocks.map(({ id, text }) => ({
    id,
    text,
    hits: findPhrases(text, asked.wanted, from.fold),
  }));
  const block =
    blocks.find(({ hits: found }) => found.length > 0) ??
    blocks.find(({ text }) => !introducesWhatFollows(text)) ??
    blocks[0];
  if (block === undefined) return;
  const { text, hits: found } = cutSnippet(block.text, block.hits);
  const link = element('a', '', ...marked(text.trimEnd(), found));
  const words = new Set(block.hits.map(({ start, end }) => block.text.slice(start, end)));
  const marks = [...words].slice(0, 4).map((word) => `hit=${encodeURIComponent(word)}`);
  link.href = `${address}${marks.length > 0 ? `?${marks.join('&')}` : ''}${block.id === '' ? '' : `#${block.id}`}`;
  const number = /^p(\d+)$/.exec(block.id)?.[1];
  if (number !== undefined && found.length > 0) {
    link.title = said.inPage.replace('{n}', number);
  }
  shownAt.replaceChildren(link);
}

/** The address may ask for `section=constructor`, which every object has. */
const named = (names: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(names, value) ? names[value]! : value;

/** Counts what each choice would leave, and gives what all of them leave. */
async function fillFacets(): Promise<readonly Hit[]> {
  const current = search!;
  const [facets, names] = await Promise.all([
    current.facetsOf(hits),
    current.names().catch(() => undefined),
  ]);
  isWithoutNames = names === undefined;
  const valuesOf: Readonly<
    Record<string, (hit: Hit, at: number) => readonly (string | undefined)[]>
  > = {
    year: ({ date }) => [date.slice(0, 4)],
    page: (_, at) => [facets[at] && String(facets[at].page)],
    section: (_, at) => [facets[at]?.section],
    genre: (_, at) => [facets[at]?.genre],
    column: (_, at) => [facets[at]?.column],
    columnist: (_, at) => facets[at]?.columnists ?? [],
  };
  const nameOf: Readonly<Record<string, (value: string) => string>> = {
    year: (value) => value,
    page: (value) => pageName(Number(value)),
    section: (value) => named(current.sections, value),
    genre: (value) => named(genreNames, value),
    column: (value) => named(names?.columns ?? {}, value),
    columnist: (value) => named(names?.columnists ?? {}, value),
  };
  const passes = (hit: Hit, at: number, but?: string): boolean =>
    facetFields.every(
      ({ name, value }) => name === but || value === '' || valuesOf[name]!(hit, at).includes(value),
    );
  for (const facet of facetFields) {
    const { name, value: chosen } = facet;
    const counts = new Map<string, number>(chosen === '' ? [] : [[chosen, 0]]);
    for (const [at, hit] of hits.entries()) {
      if (!passes(hit, at, name)) continue;
      for (const value of valuesOf[name]!(hit, at)) {
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const rows = [...counts].sort(([one, most], [other, less]) =>
      name === 'year'
        ? Number(other) - Number(one)
        : name === 'page'
          ? Number(one) - Number(other)
          : less - most || (one < other ? -1 : 1),
    );
    facet.replaceChildren(
      new Option(said.all, ''),
      ...rows.map(([value, count]) => new Option(`${nameOf[name]!(value)} (${count})`, value)),
    );
    facet.value = chosen;
    facet.disabled = rows.length === 0;
  }
  return hits.filter((hit, at) => passes(hit, at));
}

/** The address bar holds what is on show, so that it can be kept and sent. */
function writeAddress(how: 'pushState' | 'replaceState'): void {
  const parameters = new URLSearchParams();
  const chosen = [sortField, ...facetFields].filter(({ value }) => value !== '');
  const typed = field.value.trim();
  if (typed !== '' && typed.length <= 400) parameters.set('q', typed);
  for (const { name, value } of chosen) parameters.set(name, value);
  const text = parameters.toString();
  const address = `${location.pathname}${text === '' ? '' : `?${text}`}`;
  if (address !== location.pathname + location.search) history[how](null, '', address);
}

function readAddress(): void {
  const parameters = new URLSearchParams(location.search);
  field.value = parameters.get('q') ?? '';
  for (const choice of [sortField, ...facetFields]) {
    const value = parameters.get(choice.name) ?? '';
    if (![...choice.options].some((option) => option.value === value)) {
      // A choice that is not counted yet: it gets its name with its number.
      if (choice === sortField) continue;
      choice.append(new Option(value, value));
    }
    choice.value = value;
  }
  if (facetFields.some(({ value }) => value !== '')) panel.open = true;
}

let timer = 0;
const later = (): void => {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    writeAddress('replaceState');
    void run();
  }, pause);
};
field.addEventListener('input', (event) => {
  // A syllable of an input method is no query yet.
  if (!(event as InputEvent).isComposing) later();
});
field.addEventListener('compositionend', later);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  writeAddress('pushState');
  void run();
});
sortField.addEventListener('change', () => {
  writeAddress('replaceState');
  void show((turn += 1));
});
for (const facet of facetFields) {
  facet.addEventListener('change', () => {
    writeAddress('replaceState');
    void show((turn += 1));
  });
}
form.querySelector('[data-clear]')!.addEventListener('click', () => {
  for (const facet of facetFields) facet.value = '';
  writeAddress('replaceState');
  void show((turn += 1));
});
panel.addEventListener('toggle', () => {
  if (panel.open && hits.length > 0) {
    void fillFacets().then(sayCounted, () => say(said.missing));
  }
});
/** The button is for those who come to it by the keyboard; to others the next ones show as they scroll. */
const whenAtEnd = new IntersectionObserver((entries) => {
  if (entries.some(({ isIntersecting }) => isIntersecting)) void showMore(turn);
});
addEventListener('scroll', () => whenAtEnd.observe(more), { once: true, passive: true });
more.addEventListener('click', () => {
  const from = list.children.length;
  void showMore(turn).then(() => list.children[from]?.querySelector('a')?.focus());
});
addEventListener('popstate', () => {
  readAddress();
  void run();
});

readAddress();
if (field.value === '') field.focus();
else void run();
