/** What a reading of things in a row costs, besides what each thing asks by itself. States are numbered. */
export interface StateGrammar {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
  /** By the state before and the state after; Infinity where the one may not follow the other. */
  readonly follows: readonly (readonly number[])[];
}

type Table = readonly (readonly number[])[];

/** Sums of the same costs in another order differ by less: of equal readings the first state stands. */
const rounding = 1e-9;

/**
 * Finds the cheapest way through states, one a thing (Viterbi).
 *
 * @param costs by thing and state; never empty
 * @returns the state of each thing, and what the cheapest reading costs in which a thing has a state
 */
export function findCheapestPath(
  costs: Table,
  { begins, ends, follows }: StateGrammar,
): { readonly path: readonly number[]; readonly totals: () => Table } {
  const forward = sweep(costs, begins, (from, to) => follows[from]![to]!);
  const path: number[] = [];
  for (let index = costs.length - 1; index >= 0; index -= 1) {
    const next = path.at(-1);
    let best = 0;
    let cheapest = Infinity;
    for (const [state, own] of costs[index]!.entries()) {
      const way = next === undefined ? ends[state]! : follows[state]![next]!;
      const cost = forward[index]![state]! + own + way;
      if (cost >= cheapest - rounding) continue;
      cheapest = cost;
      best = state;
    }
    path.push(best);
  }
  const totals = (): Table => {
    const backward = sweep([...costs].reverse(), ends, (from, to) => follows[to]![from]!).reverse();
    return costs.map((own, index) =>
      own.map((cost, state) => forward[index]![state]! + cost + backward[index]![state]!),
    );
  };
  return { path: path.reverse(), totals };
}

/** The cheapest way from one end to each state of each thing, its own cost not counted. */
function sweep(
  costs: Table,
  first: readonly number[],
  step: (from: number, to: number) => number,
): number[][] {
  const arrivals: number[][] = [[...first]];
  for (const [index, own] of costs.slice(0, -1).entries()) {
    const previous = arrivals[index]!;
    arrivals.push(
      own.map((_, to) => {
        let cheapest = Infinity;
        for (let from = 0; from < own.length; from += 1) {
          const cost = previous[from]! + own[from]! + step(from, to);
          if (cost < cheapest) cheapest = cost;
        }
        return cheapest;
      }),
    );
  }
  return arrivals;
}
