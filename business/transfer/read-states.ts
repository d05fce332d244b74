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
    const problems = toldOnce(known);
    return refuse({ code: 'transfer.no-such-state', figures: { state: unknown.slice(0, 60) }, problems });
  }
  const found = (states === null ? known : states.flatMap(named)).filter(({ over }) => !open || !over);
  return ok([...new Set(found.map(({ id }) => id))]);
}

type KnownState = ReturnType<typeof statesOf>[number];

/** Both directions have some of them: what means the same is told once, and of what differs which direction it is of. */
function toldOnce(known: readonly KnownState[]) {
  const different = [...new Map(known.map((state) => [`${state.id} ${state.name.zh}`, state])).values()];
  const twice = ({ id }: KnownState) => different.filter((other) => other.id === id).length > 1;
  return different.map((state) => {
    const { id, name, process } = state;
    const of = { zh: `${process.zh}：${name.zh}`, en: `${process.en}: ${name.en}` };
    return { path: id, detail: twice(state) ? of : name };
  });
}

function statesOf(direction: Transfer['direction'] | null) {
  return Object.entries(transferProcesses)
    .filter(([process]) => direction === null || process === `transfer-${direction}`)
    .flatMap(([, { name: process, states }]) =>
      Object.entries(states).map(([id, { name, final }]) => ({ id, name, process, over: final === true })),
    );
}
