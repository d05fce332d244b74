import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { checkChange } from './check-change.ts';
import type { Change } from './correction.ts';

const ground = {
  ...{ entryKind: null, bornOn: plainDate('1990-01-01'), standing: {}, today: plainDate('2026-06-01') },
};
const paths = (change: Change) => checkChange(change, ground).map(({ path }) => path);

test('what is corrected is held to the rule of the register: names and addresses without markup, formulas and unseen marks', () => {
  for (const [field, value] of [
    ['name', '张<b>'],
    ['name-latin', '=1+1'],
    ['email', '<b>@example.org'],
    ['name', '张\u202e'],
  ] as const)
    expect(paths({ subject: 'detail', field, value, trueFrom: null }), value).toEqual(['value']);
  const employment = {
    ...{ creditCode: '91350100M000100Y43', name: '示例<script>' },
    ...{ fromOn: plainDate('2020-01-01'), toOn: null },
  };
  expect(paths({ subject: 'employment', id: null, employment })).toEqual(['employment.name']);
  expect(paths({ subject: 'employment', id: null, employment: { ...employment, name: '示例' } })).toEqual([]);
});
