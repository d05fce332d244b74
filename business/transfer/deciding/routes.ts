import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { TransferContext } from '../context.ts';
import { caseOf, shown, stepRefusals, tag, type Write } from '../operation-parts.ts';
import * as schemas from '../schemas.ts';
import { passSheet, proposeSheet, recordDoubtfulSheet, returnSheet } from './pass-sheet.ts';
import { proposeRefusal, refuseBalanceByHand, returnRefusal } from './refuse-by-hand.ts';
import * as decisions from './schemas.ts';

const moneyHere = ['transfer.money-here', 'transfer.money-being-matched', 'transfer.not-sent-back'] as const;
const decided = [
  'transfer.no-proposal',
  'transfer.proposer-is-decider',
  'transfer.proposal-decided',
] as const;

const proposeBalanceRefusal: Write = {
  ...{ id: 'proposeBalanceRefusal', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/refusal-proposal',
  summary: { zh: '提出不接收余额，交复核', en: 'Propose not to take the balance; a reviewer decides' },
  params: schemas.number,
  body: decisions.refusing,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...moneyHere, 'transfer.refusal-needs-words', 'transfer.bad-input'],
  async run(tx, asked) {
    const { seen, text = null, sentBackReference = null, ...told } = decisions.refusing.parse(asked.body);
    const refusal = { ...told, text, sentBackReference };
    return shown(await proposeRefusal(tx, { ...caseOf(asked), refusal, seen }));
  },
};

const refuseBalance: Write = {
  ...{ id: 'refuseBalance', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/transfers/{number}/balance-refusal',
  summary: {
    zh: '同意不接收余额：签名的通知发给对方机构',
    en: 'Refuse the balance as a clerk proposed: the signed refusal goes to the other agency',
  },
  params: schemas.number,
  body: decisions.agreeing,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...decided, ...moneyHere],
  async run(tx, asked) {
    return shown(
      await refuseBalanceByHand(tx, { ...caseOf(asked), ...decisions.agreeing.parse(asked.body) }),
    );
  },
};

const returnRefusalProposal: Write = {
  ...{ id: 'returnRefusalProposal', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/transfers/{number}/refusal-return',
  summary: {
    zh: '退回不接收余额的意见，余额照常接收',
    en: 'Give the proposal back: the balance is awaited as before',
  },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...decided],
  async run(tx, asked) {
    return shown(await returnRefusal(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const sheetRefusals = [
  'transfer.no-sheet-in-check',
  'transfer.another-sheet',
  'transfer.sheet-of-another',
  'transfer.sheet-taken-back',
] as const;

const recordDoubtful: Write = {
  ...{ id: 'recordDoubtfulSheet', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/sheet-record',
  summary: {
    zh: '写明理由，按填写有误的信息表接续年限',
    en: 'Record the months of a sheet that was filled in wrongly, with a reason',
  },
  params: schemas.number,
  body: schemas.onSheet,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...sheetRefusals, 'transfer.sheet-needs-two', 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await recordDoubtfulSheet(tx, { ...caseOf(asked), ...schemas.onSheet.parse(asked.body) }));
  },
};

const proposeDoubtful: Write = {
  ...{ id: 'proposeDoubtfulSheet', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/sheet-proposal',
  summary: {
    zh: '姓名有疑问的信息表，写明理由提出接续，交复核',
    en: 'Propose to record a sheet whose name is in doubt; a reviewer decides',
  },
  params: schemas.number,
  body: schemas.onSheet,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...sheetRefusals, 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await proposeSheet(tx, { ...caseOf(asked), ...schemas.onSheet.parse(asked.body) }));
  },
};

const letSheetPass: Write = {
  ...{ id: 'letSheetPass', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/transfers/{number}/sheet-pass',
  summary: { zh: '同意按信息表接续年限', en: 'Let the sheet pass: its months are recorded' },
  params: schemas.number,
  body: decisions.passing,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...sheetRefusals, ...decided],
  async run(tx, asked) {
    return shown(await passSheet(tx, { ...caseOf(asked), ...decisions.passing.parse(asked.body) }));
  },
};

const returnSheetProposal: Write = {
  ...{ id: 'returnSheetProposal', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/transfers/{number}/sheet-return',
  summary: { zh: '把信息表退回经办再核', en: 'Give the sheet back to the clerk' },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, ...decided],
  async run(tx, asked) {
    return shown(await returnSheet(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

/** What a clerk proposes and a reviewer decides. */
export const decisionOperations: readonly Operation<TransferContext, Caller>[] = [
  proposeBalanceRefusal,
  refuseBalance,
  returnRefusalProposal,
  recordDoubtful,
  proposeDoubtful,
  letSheetPass,
  returnSheetProposal,
];
