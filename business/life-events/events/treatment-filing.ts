import { identityDocument } from '#business/registry/public';
import { defineLifeEvent, type EventCondition } from '../life-event.ts';
import type { TreatmentFiling } from '../statements.ts';
import { agreesWithRecord, alive, is } from './conditions.ts';
import { residenceElsewhere } from './materials.ts';
import { filingDays } from './working-days.ts';

type Rule = EventCondition<TreatmentFiling>;

const insuredHere: Rule = {
  id: 'insured-here',
  source: 'G1',
  text: { zh: '在本市正常参保', en: 'The insurance here is active' },
  remedy: {
    zh: '停保或者转出的，由参保地办理备案。',
    en: 'Where insurance here is suspended or moved, the place of insurance takes the filing.',
  },
  met: ({ statement, situation }) =>
    statement.change === 'end' ||
    is(situation.relationship?.status, 'active', situation.relationship === null),
};

const elsewhere: Rule = {
  id: 'elsewhere',
  source: 'FILING-RULES',
  text: { zh: '备案地不在本市', en: 'The place of the filing is not this city' },
  remedy: { zh: '在本市看病不用备案。', en: 'Treatment in this city needs no filing.' },
  met: ({ statement, region }) =>
    statement.change === 'end' || statement.region.slice(0, 4) !== region.slice(0, 4),
};

const retiredIfResettled: Rule = {
  id: 'retired-if-resettled',
  source: 'G1',
  text: { zh: '按“安置退休人员”备案的，已经退休', en: 'Who files as a resettled retiree is retired' },
  remedy: {
    zh: '没有退休的，请按“长期居住”或“单位派驻”备案。',
    en: 'Who is not retired files as a long-term resident or as posted by the employer.',
  },
  met: ({ statement, situation, onDate }) => {
    if (statement.change === 'end' || statement.group !== 'retired-resettled') return true;
    const { retiredOn } = situation.person;
    return retiredOn !== null && retiredOn <= onDate;
  },
};

const somethingToEnd: Rule = {
  id: 'filing-exists',
  source: 'FILING-RULES',
  text: {
    zh: '取消备案的，现在有备案，取消日已到',
    en: 'A filing that is to end is there, and its last day has come',
  },
  remedy: {
    zh: '没有备案的不用取消；日子没到的，到那天再办。',
    en: 'Without a filing there is nothing to end; before its day it cannot end.',
  },
  met: ({ statement, situation, onDate }) =>
    statement.change === 'file' ||
    (situation.person.treatmentElsewhere !== null && statement.endOn <= onDate),
};

/** 备案: long-term treatment elsewhere, filed by the person and confirmed by two officers; or the end of such a filing. */
export const treatmentFiling = defineLifeEvent<TreatmentFiling>({
  kind: 'treatment-filing',
  name: { zh: '长期异地就医备案', en: 'Filing for long-term treatment elsewhere' },
  ends: {
    approved: { zh: '已确认', en: 'Confirmed' },
    refused: { zh: '不予确认', en: 'Not confirmed' },
  },
  applicants: ['insured', 'agent', 'clerk'],
  clauses: ['G1', 'FILING-RULES'],
  workingDays: filingDays,
  conditions: [alive, insuredHere, elsewhere, retiredIfResettled, somethingToEnd, agreesWithRecord],
  materials: (statement) =>
    statement.change === 'end' ? [identityDocument] : [identityDocument, residenceElsewhere[statement.group]],
  // The day of the confirmation is the day of the approval; the database writes it when the decision is approved.
  entries: ({ statement }) => {
    if (statement.change === 'end') {
      return [{ record: { kind: 'treatment-elsewhere', filing: null }, trueFrom: statement.endOn }];
    }
    const { region, group, fromOn, toOn } = statement;
    const filing = { region, group, confirmedOn: null };
    return [{ record: { kind: 'treatment-elsewhere', filing }, trueFrom: fromOn, trueTo: toOn }];
  },
});
