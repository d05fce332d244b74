import { describe, expect, it } from 'vitest';
import {
  checklist,
  type HeldPapers,
  type JudgedPaper,
  missingOf,
  reasonsOf,
  uncheckedOf,
} from './checklist.ts';

const asked = [{ id: 'passport', alternatives: [{ id: 'permit' }] }];
const on = '2026-06-01';

function stateOf(held: Partial<HeldPapers>) {
  return checklist(asked, { papers: {}, onRecord: [], ...held }, on)[0];
}

const given = (standing: JudgedPaper['standing'], more: Partial<JudgedPaper> = {}) => ({
  ...{ revision: 1, standing },
  ...more,
});

describe('the list of papers', () => {
  it('takes a paper at the window as given, and what is on record as not needed, under either name', () => {
    expect(stateOf({ papers: { permit: 1 } })).toEqual({
      materialId: 'passport',
      state: 'given',
      by: 'permit',
    });
    expect(stateOf({ onRecord: ['permit'] })).toEqual({
      materialId: 'passport',
      state: 'on-record',
      by: null,
    });
    expect(stateOf({})).toEqual({ materialId: 'passport', state: 'missing', by: null });
  });

  it('counts an accepted paper to its last day, and says why another does not count', () => {
    const papers = { passport: 1 };
    const until = (validUntil: string) =>
      stateOf({ papers, judged: { passport: given('accepted', { validUntil }) } });
    expect(until('2026-06-01')?.state).toBe('given');
    expect(until('2026-05-31')).toMatchObject({ state: 'missing', why: 'expired' });
    const rejected = { passport: given('rejected', { reason: 'illegible' }) };
    expect(stateOf({ papers, judged: rejected })).toEqual({
      ...{ materialId: 'passport', state: 'missing', by: null, why: 'illegible' },
    });
    expect(stateOf({ papers, judged: rejected, onRecord: ['passport'] })?.state).toBe('on-record');
  });

  it('takes the better of two alternatives: accepted before unchecked before rejected', () => {
    const papers = { passport: 1, permit: 1 };
    const judged = (passport: JudgedPaper, permit: JudgedPaper) =>
      stateOf({ papers, judged: { passport, permit } });
    expect(judged(given('rejected'), given('accepted'))).toMatchObject({ state: 'given', by: 'permit' });
    expect(judged(given('rejected'), given('unchecked'))).toMatchObject({ state: 'unchecked', by: 'permit' });
    expect(judged(given('unchecked'), given('accepted'))).toMatchObject({ state: 'given', by: 'permit' });
  });

  it('names what is missing with its reason apart from what nobody has looked at', () => {
    const papers = checklist(
      [...asked, { id: 'form', alternatives: [] }],
      {
        ...{ papers: { passport: 2, form: 1 }, onRecord: [] },
        judged: { passport: given('rejected', { revision: 2, reason: 'altered' }), form: given('unchecked') },
      },
      on,
    );
    expect([missingOf(papers), uncheckedOf(papers)]).toEqual([['passport'], ['form']]);
    expect(reasonsOf(papers)).toEqual({ reasons: { passport: 'altered' } });
  });
});
