import { blockRoles, type BlockRole } from '../page/decision.ts';

/** Roles, with three of them in two parts: what may follow differs. */
export const states = [...blockRoles, 'label-below', 'headline-line', 'opening'] as const;
export type State = (typeof states)[number];

/** The role a reader knows a state by. */
export function roleOfState(state: State): BlockRole {
  if (state === 'headline-line') return 'headline';
  if (state === 'opening') return 'paragraph';
  if (state === 'label-below') return 'column-label';
  return state;
}

/** What a state costs, in nats, roughly; a state that is not named costs `never`. */
export type Costs = Partial<Record<State, number>>;
/** Dear enough that no reading of a page takes it. */
export const never = 40;
