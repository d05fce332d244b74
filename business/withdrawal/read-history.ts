import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import { withReasonsTold } from '#business/materials';
import { actionsOf, declarationOf, type HistoryEntry, historyOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { doneInWithdrawal } from './done-words.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** What happened in a withdrawal, oldest first. */
export async function readHistory(
  reader: Reader,
  asked: { readonly caller: Caller; readonly number: string },
): Promise<Result<readonly HistoryEntry[], Refusal>> {
  const found = await findWithdrawal(reader, asked);
  if (!found.ok) return found;
  const inside = asked.caller.kind === 'officer' || asked.caller.kind === 'system';
  const actions = await actionsOf(reader, found.value);
  const history = historyOf(declarationOf(withdrawalProcess, found.value), {
    ...{ actions, inside, told: toldToApplicants },
    done: doneInWithdrawal,
  });
  return ok(withReasonsTold(history));
}

/** What the applicant wrote or is asked for, and the money; officers' notes to one another stay inside. */
const toldToApplicants = [
  ...[
    'materials',
    'reasons',
    'materialId',
    'paperReference',
    'verdict',
    'why',
    'validUntil',
    'bankName',
    'accountTail',
    'noticeNumber',
  ],
  ...['anyway', 'saidLeftOn', 'amountFen', 'interestFen', 'on', 'rates', 'workingDays'],
  ...[
    'rejected',
    'answerBy',
    'changed',
    'closedBecause',
    'objectUntil',
    'remedies',
    'objection',
    'parentNumber',
  ],
];
