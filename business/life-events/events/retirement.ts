import { plainDate } from '#basics';
import { identityDocument } from '#business/registry/public';
import { defineLifeEvent, type EventCondition } from '../life-event.ts';
import type { Retirement } from '../statements.ts';
import { agreesWithRecord, alive } from './conditions.ts';
import { retirementApproval } from './materials.ts';
import { registrationDays } from './working-days.ts';

const notRetiredYet: EventCondition<Retirement> = {
  id: 'not-retired-yet',
  source: 'SIL-27',
  text: { zh: '还没有登记退休', en: 'No retirement is on record yet' },
  remedy: {
    zh: '已经登记退休；日期有误的请走更正。',
    en: 'A retirement is on record; where its day is wrong, have that entry corrected.',
  },
  met: ({ situation }) => situation.person.retiredOn === null,
};

const insuredAtAll: EventCondition<Retirement> = {
  id: 'insured-here',
  source: 'SIL-27',
  text: { zh: '在本市参过保', en: 'The person was insured here' },
  remedy: {
    zh: '没有在本市参保的，由参保地办理。',
    en: 'Who was never insured here turns to the place of insurance.',
  },
  met: ({ situation }) => situation.relationship !== null,
};

/** Retirement, on a day, with the months paid that were counted; how many are needed is decided where benefits are. */
export const retirement = defineLifeEvent<Retirement>({
  kind: 'retirement',
  name: { zh: '退休登记', en: 'Recording a retirement' },
  ends: { approved: { zh: '已登记', en: 'Recorded' }, refused: { zh: '不予登记', en: 'Refused' } },
  applicants: ['insured', 'agent', 'employer', 'clerk'],
  clauses: ['SIL-27'],
  workingDays: registrationDays,
  conditions: [alive, notRetiredYet, insuredAtAll, agreesWithRecord],
  materials: () => [identityDocument, retirementApproval],
  entries: ({ statement, situation }) => {
    const paidMonths = situation.relationship?.paidMonths ?? 0;
    return [{ record: { kind: 'retired', on: plainDate(statement.retiredOn), paidMonths } }];
  },
});
