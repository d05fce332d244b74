import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { same } from './letter-parts.ts';
import { type HeirFacts, type ShareStanding, shareStandings, writeHeirLetter } from './write-heir-letter.ts';

function letter(standing: ShareStanding, more: Partial<HeirFacts> = {}) {
  const written = writeHeirLetter({
    ...{ caseNumber: 'SZ-2026-7K3M9-QX2TB-04GHE', on: plainDate('2026-08-31'), region: '440300' },
    ...{
      heir: same('王*'),
      guardian: null,
      deceased: same('张*'),
      relation: { zh: '子女', en: 'their child' },
    },
    ...{ standing, shares: [share], amountFen: '277080', wholeFen: '831240', provisional: false },
    ...{ account: null, happenedOn: plainDate('2026-08-30'), reason: 'AC04', clauses: [], decided: false },
    ...more,
  });
  const texts = [
    written.opening,
    written.closing,
    ...written.rows.flatMap(({ name, value }) => [name, value]),
  ];
  return { zh: texts.map(({ zh }) => zh).join('\n'), en: texts.map(({ en }) => en).join('\n') };
}
const share: HeirFacts['shares'][number] = {
  ...{ fraction: '1/1', anew: false, basis: 'equal' },
  basisName: { zh: '法律规定份额相等', en: 'equal by law' },
};
const ofChild = { guardian: '李*' };
const notOut = shareStandings.filter((one) => !['waived', 'disqualified', 'none'].includes(one));

test('a guardian reads of the child’s share, and nowhere that it is theirs or that they are a child of the dead', () => {
  for (const standing of notOut) {
    const { zh, en } = letter(standing, ofChild);
    expect(zh).not.toMatch(/您的(一份|份额|身份)|您本人/);
    expect(en).not.toMatch(/\byour (own|share)\b|You are/i);
    expect(zh).toContain('孩子的身份');
    expect(letter(standing).zh).toContain('您的身份');
  }
});

test('a guardian of a child who gets nothing, or nothing from this agency, reads it of the child', () => {
  for (const standing of ['waived', 'disqualified', 'none', 'own-account', 'own-account-paid'] as const) {
    const { zh, en } = letter(standing, { ...ofChild, shares: [] });
    expect(zh).not.toMatch(/您(的|已|于)/);
    expect(en).not.toMatch(/\b(your(?! loss)|yours|you (were|waived))\b/i);
    expect(zh).toContain('孩子的亲人');
    expect(letter(standing, { shares: [] }).zh).toContain('您的亲人');
  }
  expect(letter('disqualified', ofChild).en).toContain('the child was recorded on');
});

test('of an account nothing is said of minors to an heir who is of age', () => {
  expect(letter('returned').zh).toContain('账户须是您本人的。');
  expect(letter('returned', ofChild).zh).toContain('账户须是孩子的或者监护人的。');
});

test('who disputes their own share does not read that somebody does', () => {
  expect(letter('held').zh).toMatch(/^您的份额有争议/);
  expect(letter('held').zh).not.toMatch(/有人/);
});

test('an heir who is to name an account and has no link of the agency reads that one can be asked for', () => {
  for (const standing of ['no-account', 'returned', 'held'] as const) {
    expect(letter(standing).zh).toContain('没有的，可以向我们要一个');
    expect(letter(standing).en).toContain('ask us for one');
  }
});

test('who gets the whole of what was divided anew reads that what was kept is theirs', () => {
  const whole = { shares: [{ ...share, anew: true }] };
  expect(letter('paid', whole).zh).toContain('原来留存的一份，全部归您');
  expect(letter('paid', { ...whole, ...ofChild }).zh).toContain('全部归孩子');
});
