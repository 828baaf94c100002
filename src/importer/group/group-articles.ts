import type { Block, LineRange } from '../page/block.ts';
import type { BlockRole } from '../page/decision.ts';
import { findTrailingCredit } from '../page/read-credit.ts';
import type { ClassifiedBlock } from '../classify/classified-block.ts';

/** A picture, or the place of one that the OCR dropped, with what is printed under it. */
export interface Picture {
  readonly image: Block | undefined;
  readonly captions: readonly ClassifiedBlock[];
  readonly credits: readonly ClassifiedBlock[];
  readonly lines: LineRange;
}

/** The blocks of one item, by what they are for; each list in reading order. */
export interface BlockGroup {
  readonly kickers: readonly ClassifiedBlock[];
  readonly labels: readonly ClassifiedBlock[];
  /** A label over an item before it that stands over this one, too. */
  readonly sharedLabel?: ClassifiedBlock;
  readonly headlines: readonly ClassifiedBlock[];
  readonly decks: readonly ClassifiedBlock[];
  readonly standfirsts: readonly ClassifiedBlock[];
  readonly bylines: readonly ClassifiedBlock[];
  /** Paragraphs, crossheads, verses, list items and tables. */
  readonly body: readonly ClassifiedBlock[];
  readonly pictures: readonly Picture[];
  readonly jumps: readonly ClassifiedBlock[];
}

export interface GroupedPage {
  readonly groups: readonly BlockGroup[];
  /** Folio, editors' line, nameplate and clutter. */
  readonly furniture: readonly ClassifiedBlock[];
  /** Labels with a pointing mark, which say only that they belong to a neighbour. */
  readonly orphans: readonly { readonly label: ClassifiedBlock; readonly after: number }[];
  /** Every picture's own block, whose alternative text is no text of the paper. */
  readonly pictures: readonly Block[];
  /** Pictures that belong to no item for all that can be told. */
  readonly unplaced: readonly Picture[];
}

type Parts = Omit<BlockGroup, 'sharedLabel'>;
type Draft = { -readonly [Key in keyof Parts]: Parts[Key][number][] };

/** Where a block of each role goes: into a list of its item, or to the page; pictures are put together first. */
const listOf: Partial<Record<BlockRole, Exclude<keyof Parts, 'pictures'> | 'furniture'>> = {
  folio: 'furniture',
  'page-credits': 'furniture',
  nameplate: 'furniture',
  clutter: 'furniture',
  'column-label': 'labels',
  kicker: 'kickers',
  headline: 'headlines',
  deck: 'decks',
  standfirst: 'standfirsts',
  byline: 'bylines',
  jump: 'jumps',
  paragraph: 'body',
  crosshead: 'body',
  verse: 'body',
  'list-item': 'body',
  table: 'body',
};

/** Words that tie a caption to the text beside it. */
const tied =
  /^(?:[▲△▼◀▶←→]\s*)?(?:图为|圖為|上图|下图|左图|右图|上圖|下圖|左圖|右圖|题图|資料|资料|[图圖][：:①-⑳\d]|Above|Below|Pictured)/u;
/** A caption that tells its own news. */
const ownNews =
  /^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^\d{1,2}日[，,晚上下清]|^(?:今[日天晨晚]|当地时间|近日|日前|连日来|昨日|昨天|眼下|时下|当前|初[春夏秋冬]|入[春夏秋冬]以来|金秋|[春夏秋冬]日)[，,]?/u;
const pointer = /^[△▲▽▼]/u;
const headRoles: ReadonlySet<BlockRole> = new Set(['column-label', 'kicker', 'headline', 'deck']);

/**
 * Puts the classified blocks of a page together into items. An item begins with its head (label,
 * kicker, headline, in any number), or with a paragraph that opens as news does (本报讯) after a
 * text that has ended.
 */
export function groupArticles(
  blocks: readonly ClassifiedBlock[],
  decided: Decided = { splits: new Set(), merges: new Set() },
): GroupedPage {
  const grouper = new Grouper(blocks, decided);
  return grouper.run();
}

interface Decided {
  readonly splits: ReadonlySet<Block>;
  readonly merges: ReadonlySet<Block>;
}

class Grouper {
  readonly #decided: Decided;
  readonly #blocks: readonly ClassifiedBlock[];
  readonly #groups: Draft[] = [];
  readonly #furniture: ClassifiedBlock[] = [];
  readonly #orphans: { label: ClassifiedBlock; after: number }[] = [];
  readonly #unplaced: Picture[] = [];
  /** Pictures printed above the title of their item. */
  readonly #waiting: ClassifiedBlock[] = [];
  /** The same with their captions. */
  readonly #above: Picture[] = [];
  #current: Draft | undefined;

  constructor(blocks: readonly ClassifiedBlock[], decided: Decided) {
    this.#blocks = blocks;
    this.#decided = decided;
  }

  run(): GroupedPage {
    let index = 0;
    while (index < this.#blocks.length) {
      const one = this.#merged(this.#blocks[index]!);
      if (this.#decided.splits.has(one.block)) this.#current = undefined;
      if (isPictured(one)) {
        index = this.#picture(index);
        continue;
      }
      this.#take(one, index);
      index += 1;
    }
    return {
      groups: this.#groups,
      furniture: this.#furniture,
      pictures: this.#blocks.filter((one) => one.role === 'image').map((one) => one.block),
      orphans: this.#orphans,
      unplaced: [...this.#unplaced, ...this.#above],
    };
  }

  /** A head that a person has merged into the item before it is a crosshead there. */
  #merged(one: ClassifiedBlock): ClassifiedBlock {
    if (!this.#decided.merges.has(one.block)) return one;
    const { block, shape, role, alternatives } = one;
    const isHead = ['kicker', 'column-label', 'headline', 'deck'].includes(role);
    return { block, shape, role: isHead ? 'crosshead' : role, alternatives };
  }

  #take(one: ClassifiedBlock, index: number): void {
    const list = listOf[one.role];
    if (list === undefined) throw new Error(`A ${one.role} outside a picture, at block ${index}`);
    if (list === 'furniture') this.#furniture.push(one);
    else if (list === 'labels' && pointer.test(one.block.text) && !one.decided) {
      this.#orphans.push({ label: one, after: this.#groups.length });
    } else {
      const item = this.#itemFor(one, index);
      item[list].push(one);
      if (list === 'body') item.pictures.push(...this.#above.splice(0));
    }
  }

  /** The item a block belongs to: the current one, or a new one that begins with it. */
  #itemFor(one: ClassifiedBlock, index: number): Draft {
    const { role, detail } = one;
    if (role === 'kicker' || (role === 'column-label' && !this.#standsUnderHeadline(index))) {
      return this.#head();
    }
    if (role === 'headline' && detail !== 'headline-line') return this.#headed();
    if (detail === 'opening' && this.#hasText() && this.#textEnded()) return this.#begin();
    return this.#open();
  }

  /** Reads a picture with its captions and credits from block `index`; gives the block after them. */
  #picture(index: number): number {
    const images: ClassifiedBlock[] = [];
    const captions: ClassifiedBlock[] = [];
    const credits: ClassifiedBlock[] = [];
    let end = index;
    const at = (): ClassifiedBlock | undefined => this.#blocks[end];
    while (at() && isPictured(at()!)) {
      const one = at()!;
      const isPlace = one.role === 'image' || one.role === 'gap';
      // A further picture after a caption is another picture's affair, if it has words of its own.
      if (isPlace && captions.length + credits.length > 0) {
        const below = this.#blocks[end + 1]?.role;
        if (images.length > 0 || below === 'caption' || below === 'credit') break;
      }
      // The photographer's name has closed a caption, and another day's news begins.
      if (
        one.role === 'caption' &&
        images.length <= 1 &&
        ownNews.test(one.block.text) &&
        (credits.length > 0 || endsWithCredit(captions.at(-1)?.block.text ?? ''))
      ) {
        break;
      }
      if (isPlace) images.push(one);
      else if (one.role === 'caption') captions.push(one);
      else credits.push(one);
      end += 1;
    }
    const shown = images.filter((one) => one.role === 'image');
    if (captions.length + credits.length === 0) {
      if (shown.length === 0) return end;
      const hasItem = this.#current !== undefined && this.#hasHead() && !this.#hasText();
      if (!hasItem && this.#leadsToCaption(end)) {
        this.#waiting.push(...shown);
        return end;
      }
    }
    shown.unshift(...this.#waiting.splice(0));
    const all = [...shown, ...images, ...captions, ...credits];
    const lines = linesOf(all.map((one) => one.block));
    const pictures: Picture[] = (shown.length === 0 ? [undefined] : shown).map((one, place) => ({
      image: one?.block,
      captions: place === 0 ? captions : [],
      credits: place === 0 ? credits : [],
      lines: place === 0 ? lines : one!.block.lines,
    }));
    this.#place(pictures, end);
    return end;
  }

  /** Whether a head and then a caption follow: the item of a picture that is printed above its title. */
  #leadsToCaption(from: number): boolean {
    let index = from;
    while (isHead(this.#blocks[index])) index += 1;
    return index > from && this.#blocks[index]?.role === 'caption';
  }

  /** Decides whose a picture is: the item around it, or an item of its own. */
  #place(pictures: readonly Picture[], end: number): void {
    const next = this.#blocks[end];
    const [first] = pictures;
    const words = first!.captions[0]?.block.text ?? '';
    const bare = first!.captions.length === 0 && first!.credits.length === 0;
    const current = this.#current;
    const textFollows = next !== undefined && isText(next);
    if (bare) {
      // Without words a picture belongs to the text that runs around it, and to nothing else.
      if (current && (textFollows || (this.#hasHead() && !this.#hasText())))
        current.pictures.push(...pictures);
      else if (next?.role === 'caption') this.#open().pictures.push(...pictures);
      else this.#unplaced.push(...pictures);
      return;
    }
    if (current && this.#hasHead() && !this.#hasText()) {
      current.pictures.push(...pictures);
      return;
    }
    const own = ownNews.test(words) && !tied.test(words);
    const itsOwn = current !== undefined && isOfOneHand(first!, Object.values(current).flat());
    if (current && itsOwn && !own && words !== '') {
      current.pictures.push(...pictures);
      if (!textFollows) this.#current = current;
      return;
    }
    const below = this.#itemFrom(end);
    if (
      isHead(next) &&
      (/\p{Script=Han}/u.test(words)
        ? isOfOneHand(first!, below) &&
          sharesName(words, below.map((one) => one.block.text).join('\n'))
        : sharesNames(words, below.map((one) => one.block.text).join('\n')))
    ) {
      this.#above.push(...pictures);
      this.#current = undefined;
      return;
    }
    if (
      current &&
      (textFollows
        ? !own || speaksOf(words, textOf(current))
        : tied.test(words) ||
          (!own &&
            ((first!.credits.length === 0 && !endsWithCredit(words)) ||
              speaksOf(words, textOf(current)))))
    ) {
      current.pictures.push(...pictures);
      return;
    }
    const around = this.#current;
    this.#begin().pictures.push(...pictures);
    // The text that the picture stood in goes on after it.
    if (textFollows && around && next.detail !== 'opening') this.#current = around;
    else this.#current = undefined;
  }

  /** The head at `from` with the text under it. */
  #itemFrom(from: number): readonly ClassifiedBlock[] {
    let index = from;
    while (isHead(this.#blocks[index])) index += 1;
    while (this.#blocks[index] && !isHead(this.#blocks[index])) index += 1;
    return this.#blocks.slice(from, index);
  }

  #begin(): Draft {
    const heads = { kickers: [], labels: [], headlines: [], decks: [], standfirsts: [] };
    this.#current = { ...heads, bylines: [], body: [], pictures: [], jumps: [] };
    this.#groups.push(this.#current);
    return this.#current;
  }

  #open(): Draft {
    return this.#current ?? this.#begin();
  }

  /** The item whose head is being read: a new one where the current has its headline or text. */
  #head(): Draft {
    const current = this.#current;
    const inHead =
      current !== undefined &&
      current.headlines.length === 0 &&
      current.decks.length === 0 &&
      current.bylines.length === 0 &&
      !this.#hasText() &&
      current.pictures.length === 0;
    return inHead ? current : this.#begin();
  }

  /** The item of a headline: a new one where the current has its headline, text or picture. */
  #headed(): Draft {
    const current = this.#current;
    const waits =
      current !== undefined &&
      current.headlines.length === 0 &&
      !this.#hasText() &&
      current.pictures.length === 0;
    return waits ? current : this.#begin();
  }

  /** A label between a headline and its byline or text belongs to that headline. */
  #standsUnderHeadline(index: number): boolean {
    const current = this.#current;
    const next = this.#blocks[index + 1]?.role;
    return (
      current !== undefined &&
      current.headlines.length > 0 &&
      current.labels.length === 0 &&
      !this.#hasText() &&
      (next === 'byline' || next === 'paragraph')
    );
  }

  #hasHead(): boolean {
    const current = this.#current;
    return (
      current !== undefined &&
      current.headlines.length +
        current.labels.length +
        current.decks.length +
        current.bylines.length >
        0
    );
  }

  #hasText(): boolean {
    return (this.#current?.body.length ?? 0) > 0;
  }

  #textEnded(): boolean {
    const last = this.#current?.body.at(-1)?.block.text ?? '';
    return /[。！？!?….][”’」』）)》"']*\s*$/u.test(last);
  }
}

function isHead(one: ClassifiedBlock | undefined): boolean {
  return one !== undefined && headRoles.has(one.role);
}

/** Whether who took a picture signs a text, too. */
function isOfOneHand(
  { captions, credits }: Picture,
  item: readonly (ClassifiedBlock | Picture)[],
): boolean {
  const names = [
    ...captions.flatMap(({ block }) => findTrailingCredit(block.text)?.bylines ?? []),
    ...credits.flatMap(({ shape }) => (shape.credit ?? shape.byline)?.bylines ?? []),
  ].map(({ name }) => name);
  return item.some(
    (one) =>
      'shape' in one &&
      [...(one.shape.byline?.bylines ?? []), ...(one.shape.leadIn?.bylines ?? [])].some(
        ({ name, role }) => role !== 'photographer' && names.includes(name),
      ),
  );
}

/** All that an item says so far. */
function textOf(draft: Draft): string {
  return [...draft.headlines, ...draft.body].map((one) => one.block.text).join('\n');
}

/** Whether four characters in a row stand in both: 双桥镇队. */
function sharesName(caption: string, text: string): boolean {
  return [...caption.matchAll(/(?=(\p{Script=Han}{4}))/gu)].some(([, run]) => text.includes(run!));
}

/** Whether two names or more in Latin letters (nouns of German are set as they are) stand in both, none of them first in its sentence. */
function sharesNames(caption: string, text: string, least = 2): boolean {
  const names = new Set(caption.match(/(?<!^|[.!?:]\s)(?<=[\s„“"«(])\p{Lu}[\p{L}'’-]{3,}/gu) ?? []);
  const said = new Set(text.match(/\p{Lu}[\p{L}'’-]{3,}/gu) ?? []);
  return [...names].filter((name) => said.has(name)).length >= least;
}

/** Whether a caption names what a text names: three characters in a row, or a third of its pairs. */
function speaksOf(caption: string, text: string): boolean {
  const words = caption.replace(/\s*[■（(]?[^\s。！？]{0,12}[\s/／]*[摄攝][）)]?$/u, '');
  const runs = (size: number): string[] =>
    Array.from({ length: Math.max(0, words.length - size + 1) }, (_, at) =>
      words.slice(at, at + size),
    ).filter((run) => /^\p{Script=Han}+$/u.test(run));
  if (!/\p{Script=Han}/u.test(words)) {
    return sharesNames(words, text) || sharesNames(words, text.split('\n')[0]!, 1);
  }
  const pairs = runs(2);
  const shared = pairs.filter((pair) => text.includes(pair)).length;
  return shared * 3 >= pairs.length && pairs.length > 0
    ? true
    : runs(3).some((run) => text.includes(run));
}

function isPictured(one: ClassifiedBlock): boolean {
  return (
    one.role === 'image' || one.role === 'gap' || one.role === 'caption' || one.role === 'credit'
  );
}

function isText(one: ClassifiedBlock): boolean {
  return (
    ['paragraph', 'crosshead', 'list-item', 'verse', 'table'].includes(one.role) &&
    one.detail !== 'opening'
  );
}

/** (Sentinel photo by Ann Roe): whose picture it is stands in Latin letters. */
function endsWithLatinCredit(words: string): boolean {
  return (
    !/[\p{Script=Han}\p{Script=Hangul}]/u.test(words) &&
    findTrailingCredit(words.replaceAll('\n', ' ')) !== undefined
  );
}

function endsWithCredit(words: string): boolean {
  return /[摄攝][）)]?$|■[^■]{2,20}$/u.test(words.trim()) || endsWithLatinCredit(words);
}

/** From the first to the last line of some blocks. */
export function linesOf(blocks: readonly Block[]): LineRange {
  return {
    first: Math.min(...blocks.map((block) => block.lines.first)),
    last: Math.max(...blocks.map((block) => block.lines.last)),
  };
}
