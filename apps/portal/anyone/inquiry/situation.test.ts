import { expect, test } from 'vitest';
import { answerAlone, situationOf } from './situation.ts';
import { verdictOf } from './verdict.ts';
import { somebody } from './walk.testing.ts';

const asked = (answers: Readonly<Record<string, string>>) => ({ ...somebody, answers });
const shown = (answers: Readonly<Record<string, string>>) =>
  situationOf(verdictOf(asked(answers)), asked(answers)).map((id) => answerAlone(id, asked(answers))?.zh);

test('that somebody was retired when they left stands among the reasons, since it decides the situation', () => {
  const settled = { what: 'settle', left: '2026-05-10' };
  expect(shown({ ...settled, 'retired-then': 'yes' })).toContain('退休了');
  expect(shown({ ...settled, 'retired-then': 'no' })).toContain('还没有退休');
  expect(shown({ what: 'death' })).toEqual(['家人去世了']);
});

test('an answer that a condition tells of stands once', () => {
  expect(shown({ what: 'move', retired: 'yes' })).toEqual(['换到别的城市工作或参保']);
});
