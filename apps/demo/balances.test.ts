import { expect, test } from 'vitest';
import type { Agency } from '#apps/agency';
import { setWayOfBalances } from './balances.ts';

test('who names no way in which a demo treats balances is told those that there are', () => {
  const agency = { region: '440300', config: { mode: 'demo' } } as Agency; // all that is looked at before a way is known
  expect(setWayOfBalances(agency, 'maybe')).toMatchObject({
    refusal: {
      ...{ code: 'cli.unknown-choice', figures: { given: 'maybe' } },
      problems: [{ path: 'taken' }, { path: 'refused' }, { path: 'unanswered' }],
    },
  });
});
