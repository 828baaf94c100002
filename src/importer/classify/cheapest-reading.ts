import type { BlockRole } from '../page/decision.ts';
import { findCheapestPath } from '../models/cheapest-path.ts';
import { pageGrammar } from './page-grammar.ts';
import { never, roleOfState, states, type Costs, type State } from './state.ts';

/** What one block is in the cheapest reading of its page. */
export interface ReadState {
  readonly state: State;
  /** Roles whose best reading of the page costs hardly more, the likeliest first. */
  readonly alternatives: readonly BlockRole[];
}

/** A reading within this of the best is worth a person's look. */
const nearlyAsLikely = 0.5;

/**
 * Finds the cheapest way to read a page: the sum of what each state asks of its block and of what the
 * grammar asks of each pair of neighbours.
 *
 * @param costs by block; never empty
 */
export function findCheapestReading(costs: readonly Costs[]): readonly ReadState[] {
  const asked = costs.map((own) => states.map((state) => own[state] ?? never));
  const { path, totals } = findCheapestPath(asked, pageGrammar);
  const every = totals();
  return path.map((number, index) => {
    const state = states[number]!;
    const role = roleOfState(state);
    const best = every[index]![number]!;
    const alternatives = every[index]!.map((cost, other) => ({
      role: roleOfState(states[other]!),
      cost,
    }))
      .filter((one) => one.role !== role && one.cost - best < nearlyAsLikely)
      .sort((left, right) => left.cost - right.cost)
      .map((one) => one.role);
    return { state, alternatives: [...new Set(alternatives)] };
  });
}
