import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { WithdrawalContext } from './context.ts';
import { objectToDecision, withdrawObjection } from './object.ts';
import { applicants, caseOf, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import * as schemas from './schemas.ts';

const objectToWithdrawalDecision: Write = {
  ...{ id: 'objectToWithdrawalDecision', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/withdrawals/{number}/objection',
  summary: {
    zh: '对决定提出异议，由没有参与原决定的人员重新审查',
    en: 'Object to the decision; officers who had no part in it decide again',
  },
  params: schemas.number,
  body: schemas.objecting,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['casework.need-missing', 'casework.no-decision', 'withdrawal.bad-input'] as const),
  ],
  async run(tx, asked) {
    return shown(await objectToDecision(tx, { ...caseOf(asked), ...schemas.objecting.parse(asked.body) }));
  },
};

const withdrawWithdrawalObjection: Write = {
  ...{ id: 'withdrawWithdrawalObjection', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/withdrawals/{number}/objection-withdrawal',
  summary: { zh: '撤回异议', en: 'Withdraw the objection' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.no-decision'],
  async run(tx, asked) {
    return shown(await withdrawObjection(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

/** What the applicant does who does not agree; the decision on it is proposed and approved like any other. */
export const objectionOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  objectToWithdrawalDecision,
  withdrawWithdrawalObjection,
];
