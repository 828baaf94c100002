import { leading } from './sheet-grid.ts';

/** How a block is made: an article's shape, one block above another, one beside another. */
export const partKinds = { module: 0, stack: 1, row: 2 } as const;
export type PartKind = (typeof partKinds)[keyof typeof partKinds];

/** A block that is offered to the shelf. One object is filled again and again: there are many pairs. */
export interface Offer {
  /** In em of the text, as high as it must be. */
  height: number;
  /** How much higher it may be. */
  flex: number;
  cost: number;
  modules: number;
  /** Articles whose heads stand in its upper corners. */
  topLeft: number;
  topRight: number;
  kind: PartKind;
  /** Of a module: article and shape. Of others: blocks of the store. */
  first: number;
  second: number;
  /** Tracks of the left one, in a row. */
  split: number;
}

/** A stretch of the store: blocks of one run of articles and one width, by height. */
export interface Blocks {
  readonly from: number;
  readonly to: number;
  /** Cost of the cheapest. */
  readonly least: number;
}

export const noBlocks: Blocks = { from: 0, to: 0, least: Infinity };

/** All blocks that were kept, field by field: a block is its number. */
export class BlockStore {
  readonly height: number[] = [];
  readonly flex: number[] = [];
  readonly cost: number[] = [];
  readonly modules: number[] = [];
  readonly topLeft: number[] = [];
  readonly topRight: number[] = [];
  readonly kind: PartKind[] = [];
  readonly first: number[] = [];
  readonly second: number[] = [];
  readonly split: number[] = [];

  get size(): number {
    return this.height.length;
  }

  put(offer: Readonly<Offer>): void {
    this.height.push(offer.height);
    this.flex.push(offer.flex);
    this.cost.push(offer.cost);
    this.modules.push(offer.modules);
    this.topLeft.push(offer.topLeft);
    this.topRight.push(offer.topRight);
    this.kind.push(offer.kind);
    this.first.push(offer.first);
    this.second.push(offer.second);
    this.split.push(offer.split);
  }
}

/** An offer to be filled in. */
export const emptyOffer = (): Offer => ({
  height: 0,
  flex: 0,
  cost: 0,
  modules: 0,
  topLeft: 0,
  topRight: 0,
  kind: partKinds.module,
  first: 0,
  second: 0,
  split: 0,
});

/**
 * The cheapest block of each height, a line apart, and of those the cheapest few. One shelf serves
 * all runs of a page, one after the other.
 */
export class BlockShelf {
  readonly #costs: Float64Array;
  readonly #offers: Offer[];
  readonly #used: number[] = [];
  /** Costs of the cheapest few, rising. */
  readonly #few: number[] = [];
  #kept = Infinity;
  #limit = Infinity;

  /** @param tallest block that it will be offered, in em */
  constructor(tallest: number) {
    const lines = Math.ceil(tallest / leading) + 2;
    this.#costs = new Float64Array(lines).fill(Infinity);
    this.#offers = Array.from({ length: lines }, emptyOffer);
  }

  /** @param kept how many are wanted @param limit what none may cost more than */
  clear(kept: number, limit: number): void {
    for (const line of this.#used) this.#costs[line] = Infinity;
    this.#used.length = 0;
    this.#few.length = 0;
    this.#kept = kept;
    this.#limit = limit;
  }

  limitTo(limit: number): void {
    if (limit < this.#limit) this.#limit = limit;
  }

  /** What costs more is not among the cheapest few, whatever its height. */
  get limit(): number {
    return this.#limit;
  }

  wants(height: number, cost: number): boolean {
    return cost <= this.#limit && cost < this.#costs[Math.round(height / leading)]!;
  }

  /** @param offer that it wants; copied */
  put(offer: Readonly<Offer>): void {
    const line = Math.round(offer.height / leading);
    const before = this.#costs[line]!;
    if (before === Infinity) this.#used.push(line);
    this.#costs[line] = offer.cost;
    const own = this.#offers[line]!;
    own.height = offer.height;
    own.flex = offer.flex;
    own.cost = offer.cost;
    own.modules = offer.modules;
    own.topLeft = offer.topLeft;
    own.topRight = offer.topRight;
    own.kind = offer.kind;
    own.first = offer.first;
    own.second = offer.second;
    own.split = offer.split;
    if (this.#kept < Infinity) this.#count(before, offer.cost);
  }

  #count(before: number, cost: number): void {
    const few = this.#few;
    const known = few.indexOf(before);
    if (known >= 0) few.splice(known, 1);
    let place = few.length;
    while (place > 0 && few[place - 1]! > cost) place -= 1;
    few.splice(place, 0, cost);
    if (few.length > this.#kept) few.length = this.#kept;
    if (few.length === this.#kept) this.limitTo(few.at(-1)!);
  }

  /** The cheapest that is offered, when `more` is added to each one's cost. */
  cheapest(more: (height: number) => number): number {
    let least = Infinity;
    for (const line of this.#used) {
      least = Math.min(least, this.#costs[line]! + more(this.#offers[line]!.height));
    }
    return least;
  }

  /** Puts the cheapest few into the store, by height. */
  storeIn(store: BlockStore): Blocks {
    if (this.#used.length === 0) return noBlocks;
    const offers = this.#used.map((line) => this.#offers[line]!);
    if (offers.length > this.#kept) {
      offers.sort((left, right) => left.cost - right.cost || left.height - right.height);
      offers.length = this.#kept;
    }
    offers.sort((left, right) => left.height - right.height);
    const from = store.size;
    let least = Infinity;
    for (const offer of offers) {
      store.put(offer);
      least = Math.min(least, offer.cost);
    }
    return { from, to: store.size, least };
  }
}
