import { expect, test } from 'vitest';
import { shenzhen } from '#business/inquiry/public';
import { fromFragment, toFragment } from '../../ui/checker-answers.ts';
import { questionIds } from '../../ui/checker-questions.ts';
import { nothingKnown } from './known.ts';
import { inquiryOf, mostToCome, nextQuestion, pathTaken, questionsAtMost } from './next-question.ts';
import { answered, placeIn, seenAt } from './place.ts';
import { everyWay, somebody, today } from './walk.testing.ts';

const ways = everyWay();

test('nobody is asked more than six questions, whatever they answer', () => {
  const counts = ways.map((answers) => pathTaken({ ...somebody, answers }).length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(questionsAtMost);
  expect(mostToCome({ ...somebody, answers: {} })).toBe(Math.max(...counts));
});

test('each question is asked of somebody, and each ground and the transfer is open to somebody', () => {
  const asked = new Set(ways.flatMap((answers) => pathTaken({ ...somebody, answers })));
  expect([...asked].sort()).toEqual([...questionIds].sort());
  const told = ways.flatMap((answers) => inquiryOf({ ...somebody, answers }).options);
  const open = new Set(told.filter(({ status }) => status === 'open').map(({ ground }) => ground));
  expect([...open].sort()).toEqual(shenzhen.options.map(({ ground }) => ground).sort());
});

test('the checker asks on only while an answer still matters, and never again what was answered with "I do not know"', () => {
  for (const answers of ways) {
    const { outcome, questions } = inquiryOf({ ...somebody, answers });
    const unsure = Object.values(answers).includes('unsure');
    expect(outcome === 'undetermined' && !unsure, JSON.stringify({ answers, questions })).toBe(false);
  }
});

test('answers come back whole from the address, and what is no answer of ours is left out', () => {
  for (const answers of ways) expect(fromFragment(`#${toFragment(answers)}`)).toEqual(answers);
  expect(fromFragment('#what=settle&left=2026-02-30&roster=maybe&name=x')).toEqual({ what: 'settle' });
});

test('who has not left yet is answered for the day on which they mean to', () => {
  const answers = { what: 'settle', left: '2027-02-01' };
  expect(inquiryOf({ ...somebody, answers }).onDate).toBe('2027-02-01');
  expect(inquiryOf({ ...somebody, answers: { ...answers, left: '2026-09-15' } }).onDate).toBe(today);
});

test('who just wants the money is asked nothing more', () => {
  expect(nextQuestion({ ...somebody, answers: { what: 'money' } })).toBeNull();
});

test('what an answer leads to is worked out while it is being considered, and nothing is weighed again once it is given', () => {
  for (const way of ways) {
    const known = nothingKnown(mostToCome({ ...somebody, answers: {} }));
    const asked = { ...somebody, answers: {}, known };
    expect(seenAt(asked, null)).toMatchObject({ shown: 'what', step: 1 });
    expect(known.inquiries.size, 'the first question needs no rule').toBe(0);
    pathTaken({ ...somebody, answers: way }).reduce((place, at) => {
      const here = { ...asked, answers: place.answers };
      const next = answered(here, { at, answer: way[at] ?? '' });
      seenAt({ ...asked, answers: next.answers }, next.at);
      const weighed = known.inquiries.size;
      const given = answered(here, { at, answer: way[at] ?? '' });
      const seen = seenAt({ ...asked, answers: given.answers }, given.at);
      if (seen.shown === null) inquiryOf({ ...asked, answers: given.answers });
      expect(known.inquiries.size).toBe(weighed);
      expect(seen).toEqual(seenAt({ ...somebody, answers: given.answers }, given.at));
      return given;
    }, placeIn(''));
  }
});
