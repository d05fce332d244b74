import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Transfer } from './acceptance.store.ts';
import { transferProcesses } from './processes.ts';

/**
 * Which states a list is asked for, by their ids or as the list itself shows them; null for every one. `open` leaves out what is over.
 * Refuses `transfer.no-such-state`, with those that there are.
 */
export function readStates(asked: {
  /** Null for both directions. */
  readonly direction: Transfer['direction'] | null;
  readonly states: readonly string[] | null;
  readonly open: boolean;
}): Result<readonly string[] | null, Refusal> {
  const { direction, states, open } = asked;
  if (states === null && !open) return ok(null);
  const known = statesOf(direction);
  const named = (given: string) => {
    const said = given.trim().toLowerCase();
    return known.filter(({ id, name }) => [id, name.zh, name.en.toLowerCase()].includes(said));
  };
  const unknown = states?.find((given) => named(given).length === 0);
  if (unknown !== undefined) {
    // Both directions have some of them; where they mean the same they are told once.
    const told = known.map(({ id, name }) => [`${id} ${name.zh}`, { path: id, detail: name }] as const);
    const problems = [...new Map(told).values()];
    return refuse({ code: 'transfer.no-such-state', figures: { state: unknown.slice(0, 60) }, problems });
  }
  const found = (states === null ? known : states.flatMap(named)).filter(({ over }) => !open || !over);
  return ok([...new Set(found.map(({ id }) => id))]);
}

function statesOf(direction: Transfer['direction'] | null) {
  return Object.entries(transferProcesses)
    .filter(([process]) => direction === null || process === `transfer-${direction}`)
    .flatMap(([, { states }]) =>
      Object.entries(states).map(([id, { name, final }]) => ({ id, name, over: final === true })),
    );
}
