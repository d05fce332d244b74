import { describe, expect, test } from 'vitest';
import { type PlainDate, plainDate } from '#basics';
import type { AssessmentRequest, Facts } from '#business/registry/public';
import { defineRuleSet } from '#engines/rules';
import { provision } from '#law';
import { readBody } from '../messages/read-body.ts';
import { transferOption } from '../public.ts';
import { declineReasons, type InFacts, type OutFacts, preCheckIn, preCheckOut } from './pre-check.ts';
import { conditionReasons, preCheckReasons } from './pre-check-reasons.ts';

const ruleSet = defineRuleSet<Facts>({ id: 'test', version: '1', options: [transferOption] });
const onDate: PlainDate = plainDate('2026-11-20');
const situation: AssessmentRequest = {
  ...{ onDate, region: '440300', person: { nationality: 'CHN', retiredOn: null, diedOn: null } },
  relationship: {
    status: 'suspended',
    onEmployerRoster: false,
    stoppedOn: plainDate('2026-09-30'),
    paidMonths: 101,
  },
  account: { exists: true, balanceFen: '831240' },
  open: { claims: false, recoveries: false, investigation: false, competingCase: false },
};
const asked = {
  ...{ partner: { region: '510100', suspended: false }, region: '510100' },
  ...{ said: { sameName: true, sameIdentity: true }, transferOpen: false },
};
const leaving: OutFacts = { ...asked, situation, arrears: null };
const coming: InFacts = {
  ...{ ...asked, retiredElsewhere: false, insuredElsewhere: false },
  situation: {
    ...situation,
    relationship: { status: 'active', onEmployerRoster: true, stoppedOn: null, paidMonths: 2 },
  },
};

const codes = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) =>
  reasons.map(({ code }) => code);

describe('before a transfer out', () => {
  test('nothing stands in the way of somebody stopped, with an account and nothing open', () => {
    expect(preCheckOut(leaving, ruleSet)).toEqual({ outcome: 'open', onDate, reasons: [] });
  });

  test('a record that went already does not go once more unless something is left, and then it is said when it went', () => {
    const to = { zh: '杭州市医保中心', en: 'Hangzhou MSC' };
    const transferred = { to, on: '2026-10-08', number: 'SZ-1', left: false };
    const told = preCheckOut({ ...leaving, transferred }, ruleSet);
    expect([told.outcome, ...codes(told)]).toEqual(['blocked', 'transferred-already']);
    expect(told.reasons[0]?.text).toEqual({
      zh: '医保关系已于 2026-10-08 转到杭州市医保中心（办件 SZ-1），这里没有还可以转的月数和余额。',
      en: 'The record was transferred to Hangzhou MSC on 2026-10-08 (case SZ-1); no month and no balance is left here to transfer.',
    });
    const rest = preCheckOut({ ...leaving, transferred: { ...transferred, left: true } }, ruleSet);
    expect(rest).toMatchObject({
      ...{ outcome: 'open', reasons: [] },
      note: { en: expect.stringContaining('on 2026-10-08 (case SZ-1); what can still go') },
    });
  });

  test('everything that stands in the way is told at once, each with remedy, legal basis and who acts', () => {
    const worst: OutFacts = {
      situation: {
        ...situation,
        person: { ...situation.person, retiredOn: plainDate('2026-01-01') },
        relationship: { status: 'active', onEmployerRoster: true, stoppedOn: null, paidMonths: 0 },
        account: null,
        open: { claims: true, recoveries: true, investigation: true, competingCase: true },
      },
      ...{ arrears: { months: 2, owedBy: 'employer' }, region: '510100', partner: null },
      ...{ said: { sameName: false, sameIdentity: false }, transferOpen: true },
    };
    const told = preCheckOut(worst, ruleSet);
    expect(told.outcome).toBe('blocked');
    expect(codes(told)).toEqual([
      ...['insurance-stopped', 'not-retired-here', 'account-or-months', 'no-open-claim', 'no-open-recovery'],
      ...['no-open-investigation', 'no-competing-case', 'arrears', 'agency-unknown', 'name-differs'],
      ...['identity-differs', 'transfer-open'],
    ]);
    for (const { text, remedy, source, legalBasis, by } of told.reasons) {
      expect([text.zh, text.en, remedy.zh, remedy.en].every((each) => each.length > 3)).toBe(true);
      expect(legalBasis.zh).toContain(provision(source).instrument.zh);
      expect(['person', 'employer', 'this-agency', 'other-agency']).toContain(by);
    }
  });

  test('the reasons go to the other agency as a message that its schema takes', () => {
    const reasons = declineReasons(
      preCheckOut({ ...leaving, transferOpen: true, region: '440300' }, ruleSet),
    );
    const body = { reasons, declinedOn: onDate, supersededBy: null };
    expect(readBody('transfer-declined', body)).toEqual({ ok: true, body });
    expect(reasons.map(({ code }) => code)).toEqual(['same-agency', 'transfer-open']);
  });

  test('whoever has no employer stops the insurance themselves, and whoever owes contributions pays them', () => {
    const active = { status: 'active', stoppedOn: null, paidMonths: 3 } as const;
    const acting = (onEmployerRoster: boolean, owedBy: 'employer' | 'person') =>
      preCheckOut(
        {
          ...leaving,
          situation: { ...situation, relationship: { ...active, onEmployerRoster } },
          arrears: { months: 1, owedBy },
        },
        ruleSet,
      ).reasons.map(({ code, by }) => [code, by]);
    expect(acting(true, 'employer')).toEqual([
      ['insurance-stopped', 'employer'],
      ['arrears', 'employer'],
    ]);
    expect(acting(false, 'person')).toEqual([
      ['insurance-stopped', 'person'],
      ['arrears', 'person'],
    ]);
  });

  test('what is not on record is not guessed: the check cannot be told yet, and says what is missing', () => {
    const { person, account, ...rest } = situation;
    const told = preCheckOut({ ...asked, situation: { ...rest, account: {}, relationship: null } }, ruleSet);
    expect(told.outcome).toBe('undetermined');
    expect(told.reasons.map(({ code, certain }) => [code, certain])).toEqual([
      ...[
        ['not-retired-here', false],
        ['account-or-months', false],
        ['arrears', false],
      ],
    ]);
    expect(told.reasons[0]?.remedy.en).toContain('person.retiredOn');
    expect(person && account).toBeTruthy();
  });

  test('nobody who died is transferred, and a rule set without transfers takes none up', () => {
    const died = { ...situation, person: { ...situation.person, diedOn: onDate } };
    expect(codes(preCheckOut({ ...leaving, situation: died }, ruleSet))).toEqual(['person-died']);
    expect(codes(preCheckOut(leaving, { ...ruleSet, options: [] }))).toEqual(['no-rules']);
  });
});

describe('before a transfer in', () => {
  test('nothing stands in the way of somebody insured here whose old insurance was stopped', () => {
    expect(preCheckIn(coming)).toEqual({ outcome: 'open', onDate, reasons: [] });
  });

  test('everything that stands in the way is told at once', () => {
    const worst: InFacts = {
      ...coming,
      ...{ situation, retiredElsewhere: true, insuredElsewhere: true, transferOpen: true },
      ...{ partner: { region: '510100', suspended: true }, said: { sameName: false, sameIdentity: true } },
    };
    expect(codes(preCheckIn(worst))).toEqual([
      ...[
        'not-enrolled-here',
        'retired-elsewhere',
        'insured-elsewhere',
        'agency-suspended',
        'name-differs',
        'transfer-open',
      ],
    ]);
    expect(codes(preCheckIn({ ...coming, region: '440300' }))).toEqual(['same-agency']);
    expect(codes(preCheckIn({ ...coming, partner: null }))).toEqual(['agency-unknown']);
  });

  test('whoever applies for what the other agency announced is told to confirm that, and of any other to wait', () => {
    const open = { ...coming, transferOpen: true };
    const told = (announcedBy: string | null) =>
      preCheckIn({ ...open, cases: { holder: null, transfer: 'CD-1', announcedBy } }).reasons[0];
    expect(told('510100')).toMatchObject({
      text: { zh: '转出地已经告知这件转移，等待确认。（CD-1）', en: expect.any(String) },
      remedy: { zh: expect.any(String), en: expect.stringContaining('confirm that one') },
    });
    for (const other of ['330100', null]) expect(told(other)?.remedy.zh).toContain('等前一件办完');
  });

  test('what only the other agency can know is left to its own check, and what is not on record here is not guessed', () => {
    const { retiredElsewhere, insuredElsewhere, ...unsaid } = coming;
    expect([retiredElsewhere, insuredElsewhere]).toEqual([false, false]);
    expect(preCheckIn(unsaid).outcome).toBe('open');
    const { person, relationship, ...bare } = coming.situation;
    const told = preCheckIn({ ...unsaid, situation: bare });
    expect(told.outcome).toBe('undetermined');
    expect(codes(told)).toEqual(['person-died', 'not-enrolled-here', 'retired-elsewhere']);
    expect(person && relationship).toBeTruthy();
  });
});

test('every condition of a transfer has its words for where it is not met', () => {
  const worded = Object.keys(conditionReasons).sort();
  expect(transferOption.conditions.map(({ id }) => id).sort()).toEqual(worded);
  for (const code of Object.keys(preCheckReasons)) expect(code).toMatch(/^[a-z][a-z0-9-]{1,59}$/);
});
