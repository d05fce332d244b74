import { plainDate, yearMonth } from '#basics';
import { identityDocument } from '#business/registry/public';
import { defineLifeEvent, type EventCondition, type EventFacts, type OpenEmployment } from '../life-event.ts';
import type { StaffReduction } from '../statements.ts';
import { agreesWithRecord, alive, dayHasCome, insuranceActive, is } from './conditions.ts';
import { employmentEnded } from './materials.ts';
import { registrationDays } from './working-days.ts';

const onRoster: EventCondition<StaffReduction> = {
  id: 'on-roster',
  source: 'G3',
  text: { zh: '在单位的参保名单上', en: 'The person is on an employer’s roster' },
  remedy: {
    zh: '名单上已经没有这个人，不用再减员；登记有误的先更正。',
    en: 'The person is off the roster already; where that is a mistake, have it corrected first.',
  },
  met: ({ situation }) => is(situation.relationship?.onEmployerRoster, true, situation.relationship === null),
};

const thisEmployer: EventCondition<StaffReduction> = {
  id: 'this-employer',
  source: 'LABOUR-50',
  text: {
    zh: '申报单位是登记的用人单位，减员日不早于入职日（没有登记单位的不比对）',
    en: 'The employer that reports is on record, and the day is not before the employment began (nothing is compared where none is on record)',
  },
  remedy: {
    zh: '请由登记的单位申报并核对日期，或者先更正单位登记。',
    en: 'Have the employer on record report it and check the day, or have the record of the employment corrected first.',
  },
  met: ({ employments, statement, ofAnother }) =>
    ofAnother !== true &&
    (employments.length === 0 ||
      employments.some((job) => isOf(job, statement) && job.fromOn <= statement.endedOn)),
};

const lastWhereStopped: EventCondition<StaffReduction> = {
  id: 'last-employer',
  source: 'G3',
  text: {
    zh: '同时停保的，没有别的用人单位',
    en: 'If the insurance stops too: there is no other employer',
  },
  remedy: {
    zh: '还有别的单位参保的，只减员，不停保。',
    en: 'With another employer the person leaves this roster only, and stays insured.',
  },
  met: (facts) => facts.statement.stopOn === null || staysOnRoster(facts) === false,
};

const ended = dayHasCome<StaffReduction>(({ endedOn }) => endedOn, {
  id: 'employment-ended',
  source: 'LABOUR-50',
  text: { zh: '劳动关系结束的日子已到', en: 'The day on which the employment ends has come' },
});

const stopped = dayHasCome<StaffReduction>(({ stopOn }) => stopOn, {
  id: 'stop-day-come',
  source: 'G3',
  text: { zh: '同时停保的，停保日已到', en: 'If the insurance stops too: that day has come' },
});

const activeWhereStopped: EventCondition<StaffReduction> = {
  ...insuranceActive,
  text: { zh: '同时停保的，现在正常参保', en: 'If the insurance stops too: the insurance is active now' },
  met: (facts) => facts.statement.stopOn === null || insuranceActive.met(facts),
};

/** 减员: the employer reports that an employment ended; it may stop the insurance with it. */
export const staffReduction = defineLifeEvent<StaffReduction>({
  kind: 'staff-reduction',
  name: { zh: '单位减员', en: 'Staff reduction by the employer' },
  ends: { approved: { zh: '已减员', en: 'Off the roster' }, refused: { zh: '不予减员', en: 'Refused' } },
  applicants: ['employer', 'clerk'],
  clauses: ['G3', 'LABOUR-50'],
  workingDays: registrationDays,
  conditions: [
    alive,
    onRoster,
    thisEmployer,
    ended,
    lastWhereStopped,
    activeWhereStopped,
    stopped,
    agreesWithRecord,
  ],
  materials: () => [identityDocument, employmentEnded],
  entries: (facts) => {
    const { statement, tier } = facts;
    const { endedOn, reductionMonth, stopOn } = statement;
    if (staysOnRoster(facts)) return [];
    const roster = {
      ...({ kind: 'roster', onEmployerRoster: false } as const),
      since: plainDate(endedOn),
      reductionMonth: yearMonth(reductionMonth),
    };
    if (stopOn === null) return [{ record: roster }];
    const on = plainDate(stopOn);
    return [
      { record: roster },
      { record: { kind: 'relationship', status: 'suspended', tier, stoppedOn: on, since: on } },
    ];
  },
  employmentEnds: ({ employments, statement }) =>
    employments
      .filter((job) => isOf(job, statement))
      .map(({ id }) => ({ employmentId: id, endedOn: statement.endedOn })),
});

function isOf({ creditCode }: OpenEmployment, { employerCreditCode }: StaffReduction): boolean {
  return creditCode === employerCreditCode;
}

/** Somebody whom another employer still has stays on a roster. */
function staysOnRoster({ employments, statement }: EventFacts<StaffReduction>): boolean {
  return employments.some((job) => !isOf(job, statement));
}
