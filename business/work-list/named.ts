import { ok, type Refused, type Result, refuse, type Text } from '#basics';
import { grounds } from '#business/withdrawal/public';
import type { WorkListContext } from './context.ts';
import type { WorkQuery } from './list-work.ts';

interface Named {
  readonly id: string;
  readonly name: Text;
}

/**
 * The question with every state by its id: people type what the list shows them, and a name that nothing has is refused rather
 * than answered with an empty list.
 */
export function readNames(
  query: WorkQuery,
  { processes }: Pick<WorkListContext, 'processes'>,
): Result<WorkQuery> {
  const known = Object.values(processes).map(({ id, name }) => ({ id, name }));
  const strange = query.procedures?.find((given) => !known.some(({ id }) => id === given));
  if (strange !== undefined) return unknown(strange, known);
  const told = grounds.map(({ ground, name }) => ({ id: ground, name }));
  const { ground } = query;
  if (ground !== null && ![...told, ...known].some(({ id }) => id === ground)) return unknown(ground, told);
  const procedures = query.procedures ?? Object.keys(processes);
  const states = statesOf(procedures, processes);
  const ids: string[] = [];
  for (const given of query.states ?? []) {
    const named = states.filter((state) => isCalled(state, given));
    if (named.length === 0) return unknown(given, states);
    ids.push(...named.map(({ id }) => id));
  }
  return ok({ ...query, states: query.states === null ? null : [...new Set(ids)] });
}

function isCalled({ id, name }: Named, given: string): boolean {
  const said = given.trim().toLowerCase();
  return [id, name.zh, name.en.toLowerCase()].includes(said);
}

/** A state that procedures call differently stands under each of its names. */
function statesOf(procedures: readonly string[], processes: WorkListContext['processes']): readonly Named[] {
  const all = procedures.flatMap((procedure) =>
    Object.entries(processes[procedure]?.states ?? {}).map(([id, { name }]) => ({ id, name })),
  );
  return [...new Map(all.map((state) => [`${state.id} ${state.name.en}`, state])).values()];
}

function unknown(given: string, known: readonly Named[]): Refused {
  const problems = known.map(({ id, name }) => ({ path: id, detail: name }));
  return refuse({ code: 'work-list.unknown-name', figures: { given }, problems });
}
