import { plainDate } from '#basics';
import { identityDocument } from '#business/registry/public';
import { defineLifeEvent, type EventCondition } from '../life-event.ts';
import type { InsuranceStop } from '../statements.ts';
import { agreesWithRecord, alive, dayHasCome, insuranceActive, is } from './conditions.ts';
import { registrationDays } from './working-days.ts';

const noEmployer: EventCondition<InsuranceStop> = {
  id: 'no-employer',
  source: 'G3',
  text: { zh: '不在单位的参保名单上', en: 'The person is on no employer’s roster' },
  remedy: {
    zh: '在单位参保的，由单位减员时一并停保。',
    en: 'For somebody on a roster the employer stops the insurance, with the staff reduction.',
  },
  met: ({ situation }) =>
    is(situation.relationship?.onEmployerRoster, false, situation.relationship === null),
};

const come = dayHasCome<InsuranceStop>(({ stopOn }) => stopOn, {
  id: 'stop-day-come',
  source: 'G3',
  text: { zh: '停保日已到', en: 'The day of stopping has come' },
});

/** 停保: somebody without an employer stops the insurance; employers do it with the staff reduction. */
export const insuranceStop = defineLifeEvent<InsuranceStop>({
  kind: 'insurance-stop',
  name: { zh: '停保', en: 'Stopping insurance' },
  ends: { approved: { zh: '已停保', en: 'Stopped' }, refused: { zh: '不予停保', en: 'Refused' } },
  applicants: ['insured', 'agent', 'clerk'],
  clauses: ['G3', 'SIH-10'],
  workingDays: registrationDays,
  conditions: [alive, noEmployer, insuranceActive, come, agreesWithRecord],
  materials: () => [identityDocument],
  entries: ({ statement, tier }) => {
    const on = plainDate(statement.stopOn);
    return [{ record: { kind: 'relationship', status: 'suspended', tier, stoppedOn: on, since: on } }];
  },
});
