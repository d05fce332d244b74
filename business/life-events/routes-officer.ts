import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { approveEventOrSendBack } from './approve-life-event.ts';
import type { LifeEventContext } from './context.ts';
import { caseOf, type Job, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import * as schemas from './schemas.ts';
import {
  proposeOnEvent,
  requestEventPapers,
  returnEvent,
  stopWaitingForEvent,
  takeUpEvent,
} from './steps.ts';

const takeUpLifeEvent: Write = {
  ...{ id: 'takeUpLifeEvent', kind: 'write', method: 'POST', path: '/life-events/{number}/review', tag },
  roles: ['clerk'],
  summary: { zh: '开始审核', en: 'Take a case up for review' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await takeUpEvent(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

const requestLifeEventMaterials: Write = {
  ...{ id: 'requestLifeEventMaterials', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/life-events/{number}/materials-request',
  summary: { zh: '一次告知要补的材料', en: 'Ask once for everything that is missing' },
  params: schemas.number,
  body: schemas.request,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['casework.already-done', 'casework.nothing-missing', 'casework.unknown-material'] as const),
  ],
  async run(tx, asked) {
    return shown(await requestEventPapers(tx, { ...caseOf(asked), ...schemas.request.parse(asked.body) }));
  },
};

const stopWaitingForLifeEvent: Write = {
  ...{ id: 'stopWaitingForLifeEvent', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/life-events/{number}/waiting-end',
  summary: { zh: '不再等材料，继续审核', en: 'Stop waiting for papers and go on with the review' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await stopWaitingForEvent(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

const proposeDecisionOnLifeEvent: Write = {
  ...{ id: 'proposeLifeEventDecision', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/life-events/{number}/proposal',
  summary: { zh: '提出决定，交复核', en: 'Propose to approve or to refuse' },
  params: schemas.number,
  body: schemas.proposal,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.not-supported'],
  async run(tx, asked) {
    return shown(await proposeOnEvent(tx, { ...caseOf(asked), ...schemas.proposal.parse(asked.body) }));
  },
};

/** Opens its own transactions: a decision that no longer holds sends the case back, and is refused all the same. */
const approveDecisionOnLifeEvent: Job = {
  ...{ id: 'approveLifeEventDecision', kind: 'job', method: 'POST', tag, roles: ['reviewer'] },
  path: '/life-events/{number}/approval',
  summary: {
    zh: '复核通过所提出的决定，随即登记',
    en: 'Approve the decision that was proposed; it is on record then',
  },
  params: schemas.number,
  body: schemas.approval,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['casework.facts-changed', 'casework.maker-is-checker', 'casework.no-decision'] as const),
  ],
  async run(asked) {
    return shown(await approveEventOrSendBack({ ...caseOf(asked), ...schemas.approval.parse(asked.body) }));
  },
};

const returnLifeEventToMaker: Write = {
  ...{ id: 'returnLifeEventToMaker', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/life-events/{number}/return',
  summary: { zh: '退回经办', en: 'Return to the clerk' },
  params: schemas.number,
  body: schemas.returning,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.reason-missing'],
  async run(tx, asked) {
    return shown(await returnEvent(tx, { ...caseOf(asked), ...schemas.returning.parse(asked.body) }));
  },
};

/** What officers do: review, ask, propose, approve. */
export const officerOperations: readonly Operation<LifeEventContext, Caller>[] = [
  takeUpLifeEvent,
  requestLifeEventMaterials,
  stopWaitingForLifeEvent,
  proposeDecisionOnLifeEvent,
  approveDecisionOnLifeEvent,
  returnLifeEventToMaker,
];
