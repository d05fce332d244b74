import { assignmentActions, type Process, type State } from '#engines/casework/public';
import { departureActions } from './departure-actions.ts';

/**
 * A person's insurance and account go to another agency (guide, G0.1, G0.2). The record leg is over with the acceptance: the
 * relationship ends here and the information sheet goes out with it. The balance leg ends when the other agency has credited
 * the money, or refuses it, or never says where to: then the withdrawal opens by itself (G0.3, G4). Which leg stands where is
 * told beside the state (`legs.ts`).
 */
const record: Readonly<Record<string, State>> = {
  draft: { name: { zh: '草稿', en: 'Draft' }, heldBy: 'applicant', clock: 'not-started' },
  'awaiting-letter': {
    name: { zh: '等待转入地联系函', en: 'Waiting for the other agency’s contact letter' },
    heldBy: 'partner',
    clock: 'not-started',
  },
  accepted: {
    name: { zh: '关系已转出，待划转余额', en: 'Cover moved, the balance is about to be remitted' },
    heldBy: 'agency',
    clock: 'running',
  },
  declined: { name: { zh: '不予转出', en: 'Not transferred' }, heldBy: 'nobody', clock: 'over', final: true },
  cancelled: { name: { zh: '已撤销', en: 'Cancelled' }, heldBy: 'nobody', clock: 'over', final: true },
  'closed-by-death': {
    name: { zh: '因参保人去世终止', en: 'Ended by the insured person’s death' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const balance: Readonly<Record<string, State>> = {
  'awaiting-account': {
    name: { zh: '等待转入地提供收款账户', en: 'Waiting for the other agency’s account' },
    heldBy: 'partner',
    clock: 'paused',
  },
  remitting: {
    name: { zh: '余额已结清，待划款', en: 'Balance settled, to be remitted' },
    heldBy: 'agency',
    clock: 'running',
  },
  'with-bank': { name: { zh: '银行划款中', en: 'With the bank' }, heldBy: 'bank', clock: 'running' },
  'sent-back': {
    name: { zh: '银行退回，等待新账户', en: 'Sent back by the bank, waiting for another account' },
    heldBy: 'partner',
    clock: 'paused',
  },
  remitted: {
    name: { zh: '已划出，等待转入地入账', en: 'Remitted, the other agency is to credit it' },
    heldBy: 'partner',
    clock: 'over',
  },
  difference: {
    name: { zh: '入账金额不符，核对中', en: 'Another amount was credited: being cleared up' },
    heldBy: 'agency',
    clock: 'running',
  },
  'awaiting-money-back': {
    name: { zh: '转入地拒收，等待退款', en: 'Refused over there, waiting for the money to come back' },
    heldBy: 'partner',
    clock: 'over',
  },
  'not-paid-out': {
    name: {
      zh: '余额没有转走，支取没有自动开办',
      en: 'The balance did not go, and its withdrawal did not open by itself',
    },
    heldBy: 'agency',
    clock: 'over',
  },
  completed: { name: { zh: '转移完成', en: 'Completed' }, heldBy: 'nobody', clock: 'over', final: true },
  'refused-balance': {
    name: { zh: '转入地不接收余额，转为支取', en: 'The balance was refused: it is paid out here' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
  'no-account': {
    name: { zh: '转入地未提供账户，转为支取', en: 'No account was given: the balance is paid out here' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const states = { ...record, ...balance };

export const departureProcess: Process = {
  id: 'transfer-out',
  version: '1',
  name: { zh: '医保关系转出', en: 'Transfer to another agency' },
  initial: 'draft',
  states,
  actions: { ...departureActions, ...assignmentActions(states, ['draft']) },
  needs: {
    'conditions-met': { zh: '转出的条件还不齐备', en: 'not every condition of a transfer is met' },
    'conditions-not-met': { zh: '没有不予转出的理由', en: 'nothing stands against the transfer' },
    'account-known': { zh: '转入地还没有提供收款账户', en: 'the other agency has given no account yet' },
    'nothing-to-remit': { zh: '账户里还有余额', en: 'there is a balance to remit' },
    reminded: { zh: '对方机构没有催办', en: 'the other agency has not reminded us of anything' },
    'answer-day-passed': { zh: '答复期限还没有到', en: 'the day to answer by has not passed' },
    'can-be-paid-out': {
      zh: '支取还不能开办，原因和办法见办件',
      en: 'the withdrawal cannot be opened yet; the case says why, and what to do',
    },
    silent: {
      zh: '对方机构还在答复期限内，或者还会自动催办',
      en: 'the other agency still has time to answer, or is still reminded by itself',
    },
    'reminded-in-vain': {
      zh: '还没有催办，或者催办后的期限没有到',
      en: 'the other agency was not reminded yet, or the time given by the reminder has not passed',
    },
  },
};
