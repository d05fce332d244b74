import { type Process, targetsOf } from './process.ts';

/** A step of a procedure as the database knows it, in its table `case_move`. */
export interface Move {
  readonly process: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly doers: readonly string[];
}

/** What `case_move` must hold of a procedure, every version of it; `open` leads from nowhere to the first state. */
export function movesOf(process: Process): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const declared of [process, ...(process.earlier ?? [])].flatMap(movesOfVersion)) {
    const { action, from, to, doers } = declared;
    const key = `${action} ${from} ${to}`;
    const before = moves.get(key)?.doers ?? [];
    moves.set(key, { ...declared, doers: [...new Set([...before, ...doers])] });
  }
  return [...moves.values()];
}

function movesOfVersion(process: Process): readonly Move[] {
  const { id, initial, actions } = process;
  const steps = Object.entries(actions).flatMap(([action, rule]) =>
    rule.from.flatMap((from) =>
      targetsOf(process, rule, from).map((to) => ({ process: id, action, from, to, doers: rule.who })),
    ),
  );
  return [{ process: id, action: 'open', from: '', to: initial, doers: [] }, ...steps];
}
