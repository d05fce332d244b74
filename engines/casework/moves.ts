import { type Process, targetOf } from './process.ts';

/** A step of a procedure as the database knows it, in its table `case_move`. */
export interface Move {
  readonly process: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly doers: readonly string[];
}

/** What `case_move` must hold of a procedure; `open` leads from nowhere to the first state. */
export function movesOf({ id: process, initial, actions }: Process): readonly Move[] {
  const steps = Object.entries(actions).flatMap(([action, rule]) =>
    rule.from.map((from) => ({ process, action, from, to: targetOf(rule, from), doers: rule.who })),
  );
  return [{ process, action: 'open', from: '', to: initial, doers: [] }, ...steps];
}
