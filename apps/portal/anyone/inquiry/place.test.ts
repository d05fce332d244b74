import { expect, test } from 'vitest';
import { fromFragment } from '../../ui/checker-answers.ts';
import { answered, seenAt } from './place.ts';
import { verdictOf } from './verdict.ts';
import { everyWay, somebody, today } from './walk.testing.ts';

test('what was answered before somebody changed an answer says nothing of the new way, and is there where they go back', () => {
  const before = {
    ...somebody,
    answers: { what: 'settle', left: '2027-02-01', 'retired-then': 'no', roster: 'still' },
  };
  const changed = answered(before, { at: 'what', answer: 'money' });
  expect(changed.answers.left).toBe('2027-02-01');
  const { shown, counts } = seenAt({ ...somebody, answers: changed.answers }, changed.at);
  expect([shown, counts]).toEqual([null, { what: 'money' }]);
  expect(verdictOf({ ...somebody, answers: counts }).onDate).toBe(today);
});

test('whatever somebody answered first, another situation is answered as if they had come to it at once', () => {
  for (const old of everyWay())
    for (const way of everyWay().filter(({ what }) => what !== old.what)) {
      const { shown, counts } = seenAt({ ...somebody, answers: { ...old, ...way } }, null);
      if (shown === null) expect({ ...way, ...counts }).toEqual(counts);
    }
});

test('an address typed by hand that names a question which is not on the way leads to the next one that is', () => {
  const answers = fromFragment('#what=settle&insured=active');
  expect(seenAt({ ...somebody, answers }, 'insured')).toMatchObject({
    shown: 'left',
    before: 'what',
    step: 2,
  });
  expect(seenAt({ ...somebody, answers: {} }, 'roster')).toMatchObject({
    shown: 'what',
    before: null,
    step: 1,
  });
});
