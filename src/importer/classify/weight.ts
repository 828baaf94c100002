import type { BlockPlace } from './block-place.ts';
import type { State } from './state.ts';

/** One sign by which a block's role is told: a row of the tables in weights/. */
export interface Weight {
  readonly id: string;
  /** The role that the sign speaks against or for; `title` is every part of an item's head. */
  readonly role: State | 'title';
  readonly why: string;
  readonly when: (place: BlockPlace) => boolean;
  /** Nats, roughly. Above 0 the sign speaks against the role, below 0 for it. */
  readonly cost: number | ((place: BlockPlace) => number);
  /** Rows that answer one question stand together: the first that holds counts. */
  readonly of?: string;
  /** Where it holds, it is all that counts of its table. */
  readonly alone?: true;
  /** Blocks of a page, parted by ⏎; of the one behind ▶ the sign holds. */
  readonly example: string;
}

/** What the rows of a table that hold of a block cost together. */
export function sumWeights(weights: readonly Weight[], place: BlockPlace): number {
  let sum = 0;
  let answered: string | undefined;
  for (const { when, cost, of, alone } of weights) {
    if ((of !== undefined && of === answered) || !when(place)) continue;
    const own = typeof cost === 'number' ? cost : cost(place);
    if (alone) return own;
    sum += own;
    answered = of;
  }
  return sum;
}

/** For the last row of a question: it holds where none before it does. */
export const otherwise = (): boolean => true;
