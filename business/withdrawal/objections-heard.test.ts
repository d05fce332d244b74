import { expect, test } from 'vitest';
import { objectionsHeard } from './objections-heard.ts';

const said = (word: string, day: string, more: Readonly<Record<string, unknown>> = {}) => ({
  action: 'hear-heir',
  at: new Date(`2026-06-${day}T10:00:00+08:00`),
  data: { successorId: 'suc_1', word, disputes: [], ...more },
});

test('officers read every objection of an heir with its day, and a further one hides none before it', () => {
  const heard = objectionsHeard([
    said('object', '01', { reason: '爸爸留了遗嘱' }),
    { ...said('object', '01'), action: 'record-heirs' },
    said('object', '02', { successorId: 'suc_2' }),
    said('object', '03', { reason: '份额不对', disputes: ['suc_2'] }),
  ]);
  expect(heard.get('suc_1')).toEqual([
    { on: '2026-06-01', reason: '爸爸留了遗嘱', disputes: ['suc_1'] },
    { on: '2026-06-03', reason: '份额不对', disputes: ['suc_2'] },
  ]);
  expect(heard.get('suc_2')).toEqual([{ on: '2026-06-02', reason: null, disputes: ['suc_2'] }]);
});

test('what an heir objected to before they agreed stands no more', () => {
  const before = [said('object', '01', { reason: '份额不对' }), said('agree', '02')];
  expect(objectionsHeard(before).get('suc_1')).toBeUndefined();
  expect(objectionsHeard([...before, said('object', '03')]).get('suc_1')).toEqual([
    { on: '2026-06-03', reason: null, disputes: ['suc_1'] },
  ]);
});
