import { lifeEventProcesses } from '#business/life-events/public';
import { findCase, readCaseNumber } from '#engines/casework';
import { type CaseOnDesk, showWithdrawal } from './case.ts';
import { explainWithdrawalCase } from './explain.ts';
import { conclude, type ExitCode, type Frame } from './frame.ts';
import { explainEvent, showLifeEvent } from './life-event.ts';
import { shownElsewhere } from './shown-elsewhere.ts';

/** `suixing case show NUMBER`: where it is, what is missing, what can be done; whatever its procedure. */
export async function showCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  const elsewhere = await shownElsewhere(frame, { ...asked, typed: 'case' });
  if (elsewhere) return conclude(frame, elsewhere, () => '');
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
  const elsewhere = await shownElsewhere(frame, { ...asked, typed: 'case' });
  if (elsewhere) return conclude(frame, elsewhere, () => '');
  return (await isLifeEvent(asked)) ? explainEvent(frame, asked) : explainWithdrawalCase(frame, asked);
}

async function isLifeEvent({ agency, number }: Pick<CaseOnDesk, 'agency' | 'number'>): Promise<boolean> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(agency.database, written);
  return file !== undefined && Object.hasOwn(lifeEventProcesses, file.process);
}
