import { expect, test } from 'vitest';
import { conditionsIn } from './conditions-in.ts';

const condition = {
  ...{ id: 'insurance-stopped', finding: 'not-met', source: 'TRANSFER-FLOW', remedy: null },
  text: { zh: '已停保', en: 'stopped' },
} as const;

test('conditions are found in the findings of either procedure, and none where a ground was not entered at all', () => {
  expect(conditionsIn({ status: 'blocked', option: { conditions: [condition] } })).toEqual([condition]);
  expect(conditionsIn({ status: 'blocked', conditions: [condition] })).toEqual([condition]);
  expect(conditionsIn({ status: 'not-offered', option: null })).toEqual([]);
});
