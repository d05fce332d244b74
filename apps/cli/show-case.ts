import { refuse } from '#basics';
import { maySee } from '#business/access/public';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { type CaseFile, findCase, readCaseNumber } from '#engines/casework';
import { type CaseOnDesk, showWithdrawal } from './case.ts';
import { explainWithdrawalCase } from './explain.ts';
import { conclude, type ExitCode, type Frame } from './frame.ts';
import { explainEvent, showLifeEvent } from './life-event.ts';

/** `suixing case show NUMBER`: where it is, what is missing, what can be done; whatever its procedure. */
export async function showCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  const { caller } = asked;
  const file = await fileOf(asked);
  if (file && Object.hasOwn(transferProcesses, file.process) && maySee(caller, file.ownerId, file)) {
    frame.shown?.add(file.number);
    const refusal = refuse({ code: 'cli.is-a-transfer', figures: { number: file.number } });
    return conclude(frame, refusal, () => '');
  }
  return (await isLifeEvent(asked)) ? showLifeEvent(frame, asked) : showWithdrawal(frame, asked);
}

/**
 * `suixing explain CASE [--verify]`: each time the case was assessed, on which facts, by which rules, with which findings.
 * With `--verify` everything is computed again; exit code 1 where it does not come out byte for byte.
 */
export async function explainCase(
  frame: Frame,
  asked: CaseOnDesk & { readonly verify: boolean },
): Promise<ExitCode> {
  return (await isLifeEvent(asked)) ? explainEvent(frame, asked) : explainWithdrawalCase(frame, asked);
}

type Named = Pick<CaseOnDesk, 'agency' | 'number'>;

async function fileOf({ agency, number }: Named): Promise<CaseFile | undefined> {
  const written = readCaseNumber(number);
  return written === null ? undefined : await findCase(agency.database, written);
}

async function isLifeEvent(named: Named): Promise<boolean> {
  const file = await fileOf(named);
  return file !== undefined && Object.hasOwn(lifeEventProcesses, file.process);
}
