import { plainDate } from '#basics';
import { identityDocument } from '#business/registry/public';
import { defineLifeEvent, type EventCondition } from '../life-event.ts';
import type { DeathNotice } from '../statements.ts';
import { agreesWithRecord } from './conditions.ts';
import { proofOfDeath } from './materials.ts';
import { registrationDays } from './working-days.ts';

const notOnRecord: EventCondition<DeathNotice> = {
  id: 'death-not-on-record',
  source: 'SIH-25',
  text: { zh: '还没有登记去世', en: 'The death is not on record yet' },
  remedy: {
    zh: '去世已经登记；日期有误的请走更正。',
    en: 'The death is on record; where its day is wrong, have that entry corrected.',
  },
  met: ({ situation }) => situation.person.diedOn === null,
};

/** A death, told by a relative, a hospital, civil affairs or another agency. It closes every other ground and the transfer. */
export const deathNotice = defineLifeEvent<DeathNotice>({
  kind: 'death-notice',
  name: { zh: '参保人去世登记', en: 'Recording a death' },
  ends: { approved: { zh: '已登记', en: 'Recorded' }, refused: { zh: '不予登记', en: 'Refused' } },
  applicants: ['successor', 'integrator', 'clerk'],
  clauses: ['G2', 'SIH-25'],
  workingDays: registrationDays,
  conditions: [notOnRecord, agreesWithRecord],
  // An authority that tells of a death shows no identity card; a relative does.
  materials: ({ reporter }) => (reporter === 'relative' ? [identityDocument, proofOfDeath] : [proofOfDeath]),
  entries: ({ statement }) => [{ record: { kind: 'died', on: plainDate(statement.diedOn) } }],
});
