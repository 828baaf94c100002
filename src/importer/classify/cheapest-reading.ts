import type { BlockRole } from '../page/decision.ts';
import { begins, ends, follows } from './page-grammar.ts';
import { never, roleOfState, stateIndex, states, type Costs, type State } from './state.ts';

/** What one block is in the cheapest reading of its page. */
export interface ReadState {
  readonly state: State;
  /** Roles whose best reading of the page costs hardly more, the likeliest first. */
  readonly alternatives: readonly BlockRole[];
}

/** A reading within this of the best is worth a person's look. */
const nearlyAsLikely = 0.5;
/** Sums of the same costs in another order differ by less: of equal readings the first state stands. */
const rounding = 1e-9;

/**
 * Finds the cheapest way to read a page (Viterbi): the sum of what each state asks of its block and
 * of what the grammar asks of each pair of neighbours.
 *
 * @param costs by block; never empty
 */
export function findCheapestReading(costs: readonly Costs[]): readonly ReadState[] {
  const emission = costs.map((own) => states.map((state) => own[state] ?? never));
  const forward = sweep(emission, begins, (from, to) => follows[from]![to]!);
  const backward = sweep(
    [...emission].reverse(),
    ends,
    (from, to) => follows[to]![from]!,
  ).reverse();
  return trace(emission, forward).map((state, index) => {
    const role = roleOfState(state);
    const best = total(forward, backward, emission, index, stateIndex.get(state)!);
    const alternatives = states
      .map((other, number) => ({
        role: roleOfState(other),
        cost: total(forward, backward, emission, index, number),
      }))
      .filter((one) => one.role !== role && one.cost - best < nearlyAsLikely)
      .sort((left, right) => left.cost - right.cost)
      .map((one) => one.role);
    return { state, alternatives: [...new Set(alternatives)] };
  });
}

/** Cheapest way from the start to each state of each block, its own shape not counted. */
function sweep(
  emission: readonly (readonly number[])[],
  first: readonly number[],
  step: (from: number, to: number) => number,
): number[][] {
  const arrivals: number[][] = [];
  for (const [index, costs] of emission.entries()) {
    if (index === 0) {
      arrivals.push([...first]);
      continue;
    }
    const previous = arrivals[index - 1]!;
    const own = emission[index - 1]!;
    arrivals.push(
      costs.map((_, to) => {
        let cheapest = Infinity;
        for (let from = 0; from < states.length; from += 1) {
          const cost = previous[from]! + own[from]! + step(from, to);
          if (cost < cheapest) cheapest = cost;
        }
        return cheapest;
      }),
    );
  }
  return arrivals;
}

function total(
  forward: readonly (readonly number[])[],
  backward: readonly (readonly number[])[],
  emission: readonly (readonly number[])[],
  index: number,
  state: number,
): number {
  return forward[index]![state]! + emission[index]![state]! + backward[index]![state]!;
}

/** Walks the cheapest reading back from the last block. */
function trace(
  emission: readonly (readonly number[])[],
  forward: readonly (readonly number[])[],
): readonly State[] {
  const path: number[] = [];
  for (let index = emission.length - 1; index >= 0; index -= 1) {
    const next = path.at(-1);
    let best = 0;
    let cheapest = Infinity;
    for (let state = 0; state < states.length; state += 1) {
      const cost =
        forward[index]![state]! +
        emission[index]![state]! +
        (next === undefined ? ends[state]! : follows[state]![next]!);
      if (cost < cheapest - rounding) {
        cheapest = cost;
        best = state;
      }
    }
    path.push(best);
  }
  return path.reverse().map((state) => states[state]!);
}
