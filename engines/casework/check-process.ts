import { type Process, targetsOf } from './process.ts';

/**
 * What is wrong with a declaration, one sentence each; empty for a sound one. Every state must be reachable, every state
 * that is not final must have a way on to a final one, and every name that is used must be declared.
 */
export function checkProcess(process: Process): readonly string[] {
  const unknown = unknownNames(process);
  if (unknown.length > 0) return unknown; // the walks below need every name to exist
  const states = Object.keys(process.states);
  const reached = reachableFrom(process, process.initial);
  return [
    ...states.filter((id) => !reached.has(id)).map((id) => `the state ${id} cannot be reached`),
    ...states
      .filter((id) => !process.states[id]?.final && !endsSomewhere(process, id))
      .map((id) => `no final state can be reached from ${id}`),
    ...states
      .filter(
        (id) =>
          process.states[id]?.final &&
          waysOut(process, id).some(({ action }) => !process.actions[action]?.reopens),
      )
      .map((id) => `the final state ${id} has a way out`),
    ...Object.entries(process.actions)
      .filter(([, rule]) => rule.who.length === 0)
      .map(([id]) => `nobody may do ${id}`),
  ];
}

/** Where the case can go from a state in one step. */
export function waysOut(
  process: Process,
  state: string,
): readonly { readonly action: string; readonly to: string }[] {
  return Object.entries(process.actions)
    .filter(([, rule]) => rule.from.includes(state))
    .flatMap(([action, rule]) => targetsOf(process, rule, state).map((to) => ({ action, to })));
}

function unknownNames(process: Process): readonly string[] {
  const problems: string[] = [];
  const known = (id: string) => id in process.states;
  if (!known(process.initial)) problems.push(`the initial state ${process.initial} is not declared`);
  for (const [id, rule] of Object.entries(process.actions)) {
    for (const from of rule.from)
      if (!known(from)) problems.push(`${id} starts from ${from}, which is not declared`);
    const { to } = rule;
    if (typeof to !== 'string') {
      if (!(to.backFrom in process.actions))
        problems.push(`${id} goes back from ${to.backFrom}, which is not declared`);
    } else if (to !== 'same' && !known(to)) problems.push(`${id} leads to ${to}, which is not declared`);
    for (const need of rule.needs ?? []) {
      if (!(need in process.needs)) problems.push(`${id} needs ${need}, which is not declared`);
    }
  }
  return problems;
}

function reachableFrom(process: Process, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { to } of waysOut(process, state)) reached.add(to); // a Set's loop also visits what is added on the way
  }
  return reached;
}

function endsSomewhere(process: Process, state: string): boolean {
  return [...reachableFrom(process, state)].some((id) => process.states[id]?.final);
}
