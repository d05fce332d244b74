import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import type { Situation } from '#business/registry/public';
import { groundsFor } from './assessed.ts';
import { differing, othersActFirst, toldByDifference } from './differing.ts';

const today = plainDate('2026-11-30');

const insured = {
  person: {
    ...{ nationality: 'CHN', nationalityLostOn: null, diedOn: null, retiredOn: null, leftCountry: null },
    treatmentElsewhere: null,
  },
  relationship: { status: 'active', stoppedOn: null, onEmployerRoster: true, paidMonths: 86 },
  ...{ transfer: null, succession: null },
  open: { claims: false, recoveries: false, investigation: false },
} as Situation;

function groundOn(situation: Situation, id: string) {
  const known = { situation: situation as never, account: { balanceFen: '100', closedOn: null } };
  const ground = groundsFor({ ...known, region: '440300', today }).find((each) => each.id === id);
  if (!ground) throw new Error(`no such ground: ${id}`);
  return ground;
}

function told(answers: Readonly<Record<string, string>>, situation = insured, id = settled) {
  return differing({ answers, situation, ground: groundOn(situation, id), today });
}

const settled = 'settled-abroad-before-retirement';

test('who answered that cover and roster are over reads that the record says otherwise: the question, both answers, and what to do', () => {
  const answers = { what: 'settle', left: '2026-10-01', roster: 'removed', insured: 'stopped' };
  const differences = told({ ...answers, 'retired-then': 'no' });
  expect(differences.map(({ id }) => id)).toEqual(['insured', 'roster']);
  const [cover, roster] = differences;
  expect(cover?.answered).toEqual({ zh: '已经停保', en: 'No, it has been stopped' });
  expect(cover?.onRecord).toEqual({ zh: '还在缴', en: 'Yes' });
  expect(cover?.remedy.zh).toContain('请单位办理停保');
  expect(roster?.remedy.zh).toMatch(/请单位办理减员.*离职证明/);
});

test('an answer that the record bears out, that was not known, or that the record does not tell of differs from nothing', () => {
  expect(told({ roster: 'still', insured: 'active', 'retired-then': 'no' })).toEqual([]);
  expect(told({ roster: 'unsure', insured: 'unsure' })).toEqual([]);
  expect(told({ what: 'settle', left: '2026-10-01' })).toEqual([]);
  const unknown = { ...insured, relationship: { paidMonths: 3 } } as Situation;
  expect(told({ roster: 'removed', insured: 'stopped' }, unknown)).toEqual([]);
});

test('an answer matters only to the ground that looks at it, and what is no answer to the question is passed over', () => {
  const answers = { what: 'settle', roster: 'removed', insured: 'stopped' };
  expect(told(answers, insured, 'nationality-lost')).toEqual([]);
  expect(told({ roster: 'perhaps' })).toEqual([]);
});

test('a leaving on another day or for another reason, a filing not confirmed and another answer of the other agency are told too', () => {
  const left = { on: '2026-09-15', to: 'CAN', purpose: 'return-home' };
  const abroad = { ...insured, person: { ...insured.person, leftCountry: left } } as Situation;
  const [reason, day] = told({ what: 'settle', left: '2026-12-24' }, abroad);
  expect([reason?.id, day?.id]).toEqual(['what', 'left']);
  expect([day?.answered, day?.onRecord]).toEqual(['2026-12-24', '2026-09-15']);
  const filed = {
    ...insured,
    person: { ...insured.person, treatmentElsewhere: { region: '510100', confirmedOn: null } },
  } as Situation;
  const [filing] = told({ filing: 'confirmed' }, filed, 'retired-treated-elsewhere');
  expect(filing?.onRecord).toEqual({ zh: '办了，还没确认', en: 'Yes, but it is not confirmed yet' });
  const moved = { ...insured, transfer: { to: '510100', balance: null } } as Situation;
  const [answer] = told({ answer: 'refused' }, moved, 'balance-refused');
  expect(answer?.onRecord).toEqual({ zh: '还在等答复', en: 'No answer so far' });
  expect(answer?.remedy.en).toMatch(/We write and remind them/);
});

test('a day close to that of leaving differs from it only where somebody retired between the two', () => {
  const left = { on: '2026-09-15', to: 'CAN', purpose: 'settle' };
  const abroad = { ...insured, person: { ...insured.person, leftCountry: left } } as Situation;
  expect(told({ left: '2026-10-01' }, abroad)).toEqual([]);
  const retired = { ...abroad, person: { ...abroad.person, retiredOn: '2026-09-20' } } as Situation;
  expect(told({ left: '2026-10-01' }, retired).map(({ id }) => id)).toEqual(['left']);
});

test('who moved within the country, and left it besides, answered nothing that the record denies', () => {
  const left = { on: '2026-09-15', to: 'CAN', purpose: 'settle' };
  const abroad = { ...insured, person: { ...insured.person, leftCountry: left } } as Situation;
  for (const what of ['move', 'elsewhere', 'refused']) expect(told({ what }, abroad)).toEqual([]);
});

test('whether somebody was retired is asked for the day of leaving, as it is on record or else as it was answered', () => {
  const retired = { ...insured, person: { ...insured.person, retiredOn: '2026-10-15' } } as Situation;
  expect(told({ 'retired-then': 'no', left: '2026-10-01' }, retired)).toEqual([]);
  expect(told({ 'retired-then': 'no', left: '2026-11-01' }, retired).map(({ id }) => id)).toEqual([
    'retired-then',
  ]);
});

test('a cover that ends only later still runs, and the condition that a difference tells of is not listed again', () => {
  const later = {
    ...insured,
    relationship: { ...insured.relationship, status: 'suspended', stoppedOn: '2026-12-31' },
  } as Situation;
  const differences = told({ insured: 'stopped' }, later);
  expect(differences.map(({ id }) => id)).toEqual(['insured']);
  expect(toldByDifference('insurance-stopped', differences)).toBe(true);
  expect(toldByDifference('removed-by-employer', differences)).toBe(false);
});

test('who applies is told that papers alone do not do while an employer has yet to act by our record, and only then', () => {
  const over = { status: 'suspended', stoppedOn: '2026-10-01', onEmployerRoster: false, paidMonths: 86 };
  const left = { ...insured, relationship: over } as Situation;
  const ground = groundOn(insured, settled);
  expect(othersActFirst(ground, { situation: insured, today })).toBe(true);
  expect(othersActFirst(ground, { situation: left, today })).toBe(false);
  expect(othersActFirst({ reads: [] }, { situation: insured, today })).toBe(false);
});
