import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, plainDate } from '#basics';
import { agreementOf, type EstateFacts, judgeEstate } from './judge-estate.ts';
import { legalShares } from './shares.ts';
import { isMinor, type Relation, relations, type Successor } from './successor.ts';

const on = plainDate('2026-06-01');

function heir(id: string, relation: Relation, more: Partial<Successor> = {}): Successor {
  const none = { represents: null, predeceasedOn: null, bornOn: null, lastWord: null, accountRevision: 1 };
  return { id, relation, basis: 'legal', guardian: false, ...none, ...more };
}

function told(successors: readonly Successor[]): readonly string[] {
  const shares = legalShares(successors);
  return (shares?.parts ?? []).map(
    ({ successorId, numerator }) => `${successorId} ${numerator}/${shares?.denominator}`,
  );
}

const waived = { word: 'waive', divisionId: null, disputes: [] } as const;
const dead = plainDate('2020-01-01');

test('spouse, children and parents share equally, and siblings get nothing beside them', () => {
  const family = [heir('w', 'spouse'), heir('s', 'child'), heir('m', 'parent'), heir('b', 'sibling')];
  expect(told(family)).toEqual(['w 1/3', 's 1/3', 'm 1/3']);
});

test('where the whole first order waived, siblings and grandparents inherit', () => {
  const family = [heir('w', 'spouse', { lastWord: waived }), heir('b', 'sibling'), heir('g', 'grandparent')];
  expect(told(family)).toEqual(['b 1/2', 'g 1/2']);
});

test('the children of a child who died before share what that child would have had, down the generations', () => {
  const family = [
    heir('s', 'child'),
    heir('d', 'child', { predeceasedOn: dead }),
    heir('x', 'descendant', { represents: 'd' }),
    heir('y', 'descendant', { represents: 'd', predeceasedOn: dead }),
    heir('z', 'descendant', { represents: 'y' }),
  ];
  expect(told(family)).toEqual(['s 2/4', 'x 1/4', 'z 1/4']);
});

test('nobody takes the place of an heir who waived, and a widowed child-in-law who gave the main support is of the first order', () => {
  const family = [
    heir('s', 'child', { lastWord: waived }),
    heir('x', 'descendant', { represents: 's' }),
    heir('l', 'supporting-in-law'),
  ];
  expect(told(family)).toEqual(['l 1/1']);
});

test('nobody of either order inherits nothing', () => {
  expect(legalShares([heir('o', 'other')])).toBeNull();
  expect(legalShares([])).toBeNull();
});

test('a legatee who has said nothing gets nothing, and a will needs nobody’s agreement', () => {
  const facts: EstateFacts = {
    divisionId: 'div_1',
    division: {
      basis: 'will',
      denominator: '2',
      shares: [
        ['s', '1'],
        ['f', '1'],
      ],
    },
    successors: [heir('s', 'child'), heir('f', 'other', { basis: 'legacy' })],
    smallEstateFen: null,
  };
  const { problems, shares } = judgeEstate(facts, { on, totalFen: fen(101) });
  expect(problems).toEqual([{ problem: 'legatee-silent', successorId: 'f' }]);
  expect(shares.map(({ amountFen }) => amountFen)).toEqual(['51', '50']);
});

test('an eighteenth birthday ends minority on its day', () => {
  expect(isMinor({ bornOn: plainDate('2008-06-01') }, on)).toBe(false);
  expect(isMinor({ bornOn: plainDate('2008-06-02') }, on)).toBe(true);
  expect(isMinor({ bornOn: null }, on)).toBe(false);
});

test('whatever the family, the shares of the law sum to one, go to living heirs only, and of one order', () => {
  const person = fc.record({
    relation: fc.constantFrom(...relations.filter((relation) => relation !== 'descendant')),
    out: fc.constantFrom('no', 'waive', 'dead'),
    grandchildren: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), (people) => {
      const family = people.flatMap(({ relation, out, grandchildren }, at) => [
        heir(`h${at}`, relation, {
          ...(out === 'waive' ? { lastWord: waived } : {}),
          ...(out === 'dead' ? { predeceasedOn: dead } : {}),
        }),
        ...Array.from({ length: grandchildren }, (_, below) =>
          heir(`h${at}.${below}`, 'descendant', { represents: `h${at}` }),
        ),
      ]);
      const shares = legalShares(family);
      if (!shares) return;
      const sum = shares.parts.reduce((total, { numerator }) => total + numerator, 0n);
      expect(sum).toBe(shares.denominator);
      const heads = shares.parts.map(({ successorId }) => people[Number(/\d+/.exec(successorId)?.[0])]);
      const second = heads.map((head) => ['sibling', 'grandparent'].includes(head?.relation ?? ''));
      expect(new Set(second).size).toBe(1);
      for (const { successorId, numerator } of shares.parts) {
        const one = family.find(({ id }) => id === successorId);
        expect(one?.predeceasedOn).toBeNull();
        expect(one?.lastWord).toBeNull();
        expect(numerator > 0n).toBe(true);
      }
    }),
  );
});

test('other than equal shares count an heir’s agreement to these very shares only, and once more where nobody of the agency saw them give it', () => {
  const to = (divisionId: string, how = {}) => ({ word: 'agree' as const, divisionId, disputes: [], ...how });
  const facts = (lastWord: Successor['lastWord'], basis: 'agreement' | 'equal' = 'agreement') => ({
    ...{
      divisionId: 'now',
      smallEstateFen: null,
      successors: [heir('s', 'child', { lastWord }), heir('b', 'sibling')],
    },
    division: { basis, denominator: '1', shares: [['s', '1'] as const] },
  });
  expect(agreementOf(facts(null), 's')).toBe('lacking');
  expect(agreementOf(facts(to('before')), 's')).toBe('lacking');
  expect(agreementOf(facts(to('now', { invited: true })), 's')).toBe('to-confirm');
  expect(agreementOf(facts(to('now', { unseen: true })), 's')).toBe('to-confirm');
  expect(agreementOf(facts(to('now')), 's')).toBe('counts');
  expect(agreementOf(facts(null, 'equal'), 's')).toBe('not-needed');
  expect(agreementOf(facts(null), 'b')).toBe('not-needed');
});
