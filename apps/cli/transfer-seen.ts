import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude, type ExitCode, type Frame } from './frame.ts';

/** What a command is given of what was seen before it was typed. */
export interface GivenSeen {
  readonly seen?: string;
}

/** A command that takes a step of a transfer, on what its caller has read of it. */
export function stepCommand(transfer: Command, name: string): Command {
  return transfer
    .command(name)
    .argument('<number>')
    .option(
      '--seen <count>',
      'how many steps you saw, as `transfer show` prints it: refused if more happened',
    );
}

/** Does the step on what was seen; a count that is none is refused. */
export function onSeen(
  frame: Frame,
  { seen: told }: GivenSeen,
  work: (seen: number | undefined) => Promise<ExitCode>,
): Promise<ExitCode> {
  const seen = told === undefined ? undefined : Number(told);
  if (seen === undefined || (told?.trim() && Number.isInteger(seen) && seen >= 0)) return work(seen);
  const refused = refuse({ code: 'cli.bad-value', figures: { name: '--seen' } });
  return Promise.resolve(conclude(frame, refused, () => ''));
}
