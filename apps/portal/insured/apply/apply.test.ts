import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { groundsFor } from './assessed.ts';
import { broughtAlong } from './brought-along.ts';
import { type Content, onlyAskedFor, type Paper, withEntry } from './drafted.ts';
import { readyOf } from './ready.ts';

const said = { zh: '材料', en: 'a paper' };

function paper(materialId: string, more: Partial<Paper> = {}): Paper {
  return {
    ...{ materialId, text: said, legalBasis: '', state: 'missing', why: null, onRecord: null, given: [] },
    ...{ alternatives: [], onlyFor: null },
    ...more,
  };
}

const whole = {
  name: '张三',
  bankCode: '102584000002',
  bankName: '工商银行',
  accountNumber: '6222020200112233442',
};

it('what is on record is not asked for again, the application itself is no paper, an account stands for its card, and what is left is counted at once', () => {
  const papers = [
    paper('identity-document', { state: 'on-record' }),
    ...[paper('application-form'), paper('payee-bank-account')],
    paper('settlement-proof', { alternatives: [{ id: 'residence-permit', text: said, commitment: null }] }),
  ];
  const proof = papers.at(-1);
  const begun: Content = { ground: 'x', payee: { name: '张三', accountNumber: '6222' } };
  const open = { status: 'open' } as const;
  expect(readyOf({ content: begun, papers, ground: open })).toMatchObject({
    ...{ left: 2, payee: { is: 'part', done: 1, of: 4 }, payeeTail: null },
    papers: [{ is: 'on-record' }, { is: 'to-do' }],
  });
  const shown = withEntry({ ...begun, payee: whole }, proof as Paper, {
    materialId: 'residence-permit',
    fileIds: ['fil_1'],
  });
  expect(readyOf({ content: shown, papers, ground: open })).toMatchObject({
    left: 0,
    payeeTail: '工商银行 ••••\u00a03442',
  });
  const against = { status: 'blocked' } as const;
  expect(readyOf({ content: shown, papers, ground: against }).left).toBe(1);
  expect(readyOf({ content: { ...shown, applyAnyway: true }, papers, ground: against }).left).toBe(0);
  const follows = withEntry(shown, proof as Paper, { materialId: 'settlement-proof', later: true });
  expect(follows.papers).toEqual([{ materialId: 'settlement-proof', later: true }]);
  expect(readyOf({ content: follows, papers, ground: open })).toMatchObject({
    left: 0,
    papers: [{}, { is: 'later' }],
  });
  expect(onlyAskedFor(shown, [paper('identity-document')]).papers).toEqual([]);
});

it('the grounds that the record bears out come first, each with what is met and what is missing, and a death is nobody’s own ground', () => {
  const situation = {
    person: {
      nationality: 'CHN',
      nationalityLostOn: '2026-09-15',
      diedOn: null,
      retiredOn: null,
      leftCountry: null,
    },
    relationship: { status: 'suspended', stoppedOn: '2026-09-30', onEmployerRoster: false },
    ...{ transfer: null, succession: null, open: { claims: false, recoveries: false, investigation: true } },
  } as never; // as the API answers it
  const account = { balanceFen: '1234567', closedOn: null };
  const on = { region: '440300', today: plainDate('2026-11-30') };
  const [first, ...others] = groundsFor({ situation, account, ...on });
  expect(first).toMatchObject({ id: 'nationality-lost', status: 'blocked' });
  expect(first?.unmet.map(({ id }) => id)).toEqual(['no-open-investigation']);
  expect(first?.met.map(({ id }) => id)).not.toContain('no-competing-case');
  expect(others.map(({ status }) => status)).not.toContain('open');
  expect(others.map(({ id }) => id)).not.toContain('death');
});

it('what the checker was told comes along behind the sign of the address, and nothing else of it', () => {
  const grounds = [{ id: 'nationality-lost' }];
  expect(broughtAlong('#ground=nationality-lost&what=nationality', grounds)).toEqual({
    ...{ ground: 'nationality-lost', answers: { what: 'nationality' } },
  });
  const odd = `#ground=money&left=${'x'.repeat(41)}&<b>=1&roster=still`;
  expect(broughtAlong(odd, grounds)).toEqual({ ground: null, answers: { roster: 'still' } });
});
