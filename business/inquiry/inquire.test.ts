import { describe, expect, test } from 'vitest';
import { inquire, isProblem } from './public.ts';

const basics = { onDate: '2022-06-30', region: '440300' };
const alive = {
  nationality: 'CHN',
  retiredOn: null,
  diedOn: null,
  nationalityLostOn: null,
  leftCountry: null,
  treatmentElsewhere: null,
};

describe('the public inquiry', () => {
  test('asks only what a person knows: never for our own records', () => {
    const told = inquire(basics);
    if (isProblem(told)) throw new Error('refused');
    expect(told.outcome).toBe('undetermined');
    expect(told.questions.filter((path) => /^(account|open)/.test(path))).toEqual([]);
    expect(told.questions[0]).toBe('person.diedOn');
  });

  test('says yes under the condition that our check finds the account and nothing open', () => {
    const told = inquire({
      ...basics,
      person: {
        ...alive,
        nationality: 'DEU',
        leftCountry: { on: '2022-05-01', to: 'DEU', purpose: 'return-home' },
      },
      relationship: { status: 'suspended', onEmployerRoster: false, stoppedOn: null },
      transfer: null,
    });
    if (isProblem(told)) throw new Error('refused');
    expect(told.outcome).toBe('open');
    expect(told.why.en).toMatch(/^Yes, if our check finds the account and nothing open\./);
    expect(told.why.zh).toMatch(/^可以，前提是/);
    expect(told.assumed).toContain('account.balanceFen');
  });

  test('shows no assumed figure as if it were known', () => {
    const told = inquire({
      ...basics,
      person: { ...alive, diedOn: '2022-01-01' },
      succession: { established: true },
    });
    if (isProblem(told)) throw new Error('refused');
    const shown = told.options.flatMap((option) =>
      option.conditions.flatMap(({ figures }) => Object.keys(figures)),
    );
    expect(shown).toEqual(['succession.established']);
  });

  test('takes a transfer that somebody asks about as applied for on that day', () => {
    const told = inquire({
      ...basics,
      person: alive,
      relationship: { status: 'suspended', stoppedOn: null },
      transfer: { to: '510100', balance: null, appliedOn: null },
    });
    expect(told).toMatchObject({ outcome: 'open', options: [{ action: 'transfer', status: 'open' }] });
  });

  test('does not say yes where the answer is no, and names what would be a ground', () => {
    const told = inquire({ ...basics, person: alive, transfer: null });
    expect(told).toMatchObject({ outcome: 'none' });
    if (!isProblem(told)) expect(told.why.en).toContain('simply wanting the money are not grounds');
  });

  test('refuses a bad request as the assessment does', () => {
    expect(inquire({})).toMatchObject({ status: 400, problems: [{ path: 'onDate' }, { path: 'region' }] });
  });
});
