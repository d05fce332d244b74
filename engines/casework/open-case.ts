import { type Clock, type Ids, type RandomBytes, shanghaiDate } from '#basics';
import type { Tx } from '#platform/postgres';
import type { CaseFile, Channel } from './case.ts';
import { makeCaseNumber } from './case-number.ts';
import type { Process } from './process.ts';
import { insertCase } from './store.ts';

export interface Opening {
  readonly process: Process;
  readonly ownerId: string;
  readonly subject: string;
  readonly ruleSet: string;
  readonly ruleVersion: string;
  readonly officeId: string;
  readonly channel: Channel;
  /** What the agency's case numbers begin with, two to six capital letters or digits. */
  readonly numberPrefix: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
}

/** Opens a case in the first state of its process, with a number that nobody can guess. */
export async function openCase(tx: Tx, opening: Opening): Promise<CaseFile> {
  const openedAt = opening.clock.now();
  const file: CaseFile = {
    ownerId: opening.ownerId,
    id: opening.ids.next('cas'),
    number: makeCaseNumber({
      prefix: opening.numberPrefix,
      on: shanghaiDate(openedAt),
      random: opening.random,
    }),
    process: opening.process.id,
    processVersion: opening.process.version,
    subject: opening.subject,
    ruleSet: opening.ruleSet,
    ruleVersion: opening.ruleVersion,
    officeId: opening.officeId,
    channel: opening.channel,
    openedAt,
    state: opening.process.initial,
    actionCount: 0,
    dueOn: null,
    dueProvisional: false,
    assignedTo: null,
  };
  await insertCase(tx, file);
  return file;
}
