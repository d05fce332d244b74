import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { approveOrSendBack } from './approve-decision.ts';
import type { WithdrawalContext } from './context.ts';
import { caseOf, type Job, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { requestMaterials } from './request-materials.ts';
import { returnToMaker } from './return-to-maker.ts';
import * as schemas from './schemas.ts';
import { settleApproved } from './settle-withdrawal.ts';
import { closeNotCompleted, stopWaiting } from './stop-waiting.ts';
import { takeUpWithdrawal } from './take-up.ts';

const takeUpOneWithdrawal: Write = {
  ...{ id: 'takeUpWithdrawal', kind: 'write', method: 'POST', path: '/withdrawals/{number}/review', tag },
  roles: ['clerk'],
  summary: { zh: '开始审核', en: 'Take a withdrawal up for review' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await takeUpWithdrawal(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

const stopWaitingForMaterials: Write = {
  ...{ id: 'stopWaitingForMaterials', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/withdrawals/{number}/waiting-end',
  summary: { zh: '不再等材料，继续审核', en: 'Stop waiting for papers and go on with the review' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await stopWaiting(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

const closeWithdrawalNotCompleted: Write = {
  ...{ id: 'closeWithdrawalNotCompleted', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/withdrawals/{number}/closing',
  summary: { zh: '催告以后材料仍未交来，终止办理', en: 'Close a withdrawal whose papers did not come' },
  params: schemas.number,
  body: schemas.closing,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.need-missing', 'withdrawal.bad-input'],
  async run(tx, asked) {
    return shown(await closeNotCompleted(tx, { ...caseOf(asked), ...schemas.closing.parse(asked.body) }));
  },
};

const requestWithdrawalMaterials: Write = {
  ...{ id: 'requestWithdrawalMaterials', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/withdrawals/{number}/materials-request',
  summary: { zh: '一次告知要补的材料', en: 'Ask once for everything that is missing' },
  params: schemas.number,
  body: schemas.request,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['casework.already-done', 'withdrawal.nothing-missing', 'withdrawal.unknown-material'] as const),
    ...(['withdrawal.asked-already', 'withdrawal.not-handed-in', 'casework.need-missing'] as const),
  ],
  async run(tx, asked) {
    return shown(await requestMaterials(tx, { ...caseOf(asked), ...schemas.request.parse(asked.body) }));
  },
};

const proposeDecisionOnWithdrawal: Write = {
  ...{ id: 'proposeWithdrawalDecision', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/withdrawals/{number}/proposal',
  summary: { zh: '提出决定，交复核', en: 'Propose to approve or to refuse' },
  params: schemas.number,
  body: schemas.proposal,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'withdrawal.not-supported', 'casework.decided-before'],
  async run(tx, asked) {
    return shown(
      await proposeWithdrawalDecision(tx, { ...caseOf(asked), ...schemas.proposal.parse(asked.body) }),
    );
  },
};

/** Opens its own transactions: a decision that no longer holds sends the case back, and is refused all the same. */
const approveDecisionOnWithdrawal: Job = {
  ...{ id: 'approveWithdrawalDecision', kind: 'job', method: 'POST', tag, roles: ['reviewer'] },
  path: '/withdrawals/{number}/approval',
  summary: { zh: '复核通过所提出的决定', en: 'Approve the decision that was proposed' },
  params: schemas.number,
  body: schemas.approval,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['withdrawal.facts-changed', 'casework.maker-is-checker', 'casework.no-decision'] as const),
    ...(['casework.decided-before', 'ledger.already-held', 'ledger.account-closed'] as const),
    ...(['casework.above-limit'] as const),
  ],
  async run(asked) {
    return shown(await approveOrSendBack({ ...caseOf(asked), ...schemas.approval.parse(asked.body) }));
  },
};

const returnWithdrawalToMaker: Write = {
  ...{ id: 'returnWithdrawalToMaker', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/withdrawals/{number}/return',
  summary: { zh: '退回经办', en: 'Return to the clerk' },
  params: schemas.number,
  body: schemas.returning,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'withdrawal.bad-input'],
  async run(tx, asked) {
    return shown(await returnToMaker(tx, { ...caseOf(asked), ...schemas.returning.parse(asked.body) }));
  },
};

const settleOneWithdrawal: Write = {
  ...{ id: 'settleWithdrawal', kind: 'write', method: 'POST', tag, roles: ['clerk', 'finance'] },
  path: '/withdrawals/{number}/settlement',
  summary: { zh: '结清账户，生成付款单', en: 'Settle the account and make the payment order' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['ledger.not-held', 'ledger.nothing-to-settle', 'ledger.account-closed'] as const),
    'ledger.above-approved-limit',
    ...(['ledger.day-gone-by', 'ledger.interest-differs', 'payments.no-payee'] as const),
    ...([
      'supervision.under-investigation',
      'supervision.recovery-open',
      'ledger.payment-under-way',
    ] as const),
    ...(['withdrawal.changed-since-approval', 'ledger.not-approved'] as const),
  ],
  async run(tx, asked) {
    return shown(await settleApproved(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

/** What officers do: review, ask, propose, approve, settle. */
export const officerOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  takeUpOneWithdrawal,
  requestWithdrawalMaterials,
  stopWaitingForMaterials,
  closeWithdrawalNotCompleted,
  proposeDecisionOnWithdrawal,
  approveDecisionOnWithdrawal,
  returnWithdrawalToMaker,
  settleOneWithdrawal,
];
