import { type Refusal, type Refused, type Result, refuse } from '#basics';
import { type Caller, maySee } from '#business/access/public';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import { findCase, type Process, readCaseNumber } from '#engines/casework';
import type { Database } from '#platform/postgres';
import type { Frame } from './frame.ts';

/** The procedures whose cases each group of commands shows, by their processes' ids. */
const shownBy: Readonly<Record<'case' | 'transfer', Readonly<Record<string, Process>>>> = {
  case: { [withdrawalProcess.id]: withdrawalProcess, ...lifeEventProcesses },
  transfer: transferProcesses,
};

interface Typed {
  readonly agency: { readonly database: Database };
  readonly caller: Caller;
  readonly number: string;
  /** The group of the command that was typed. */
  readonly typed: keyof typeof shownBy;
}

/** What a command came to; where it found no case of its kind, that the case is of the other kind. */
export async function unlessElsewhere<T>(
  frame: Frame,
  asked: Typed,
  done: Result<T, Refusal>,
): Promise<Result<T, Refusal>> {
  if (done.ok || done.refusal.code !== 'casework.no-case') return done;
  return (await shownElsewhere(frame, asked)) ?? done;
}

/**
 * Where the number is that of a case which the other group of commands shows: a refusal that names the command. Null for every other
 * number, and for a case that the caller may not see, of which nobody learns that it is there.
 */
export async function shownElsewhere(frame: Frame, asked: Typed): Promise<Refused | null> {
  const { agency, caller, typed } = asked;
  const number = readCaseNumber(asked.number);
  const file = number === null ? undefined : await findCase(agency.database, number);
  const process = file && shownBy[typed === 'case' ? 'transfer' : 'case'][file.process];
  if (!process || !maySee(caller, file.ownerId, file)) return null;
  frame.shown?.add(file.number);
  const { zh: nameZh, en: nameEn } = process.name;
  const code = typed === 'case' ? 'cli.is-a-transfer' : 'cli.is-no-transfer';
  return refuse({ code, figures: { number: file.number, nameZh, nameEn } });
}
