import { expect, test } from 'vitest';
import { countWords } from './asking-words.ts';

test('a question says how many more can come at most, and the last one that it is the last', () => {
  const [first, figures] = countWords({ step: 1, of: 5 });
  expect([first.zh, figures]).toEqual(['第 {step} 题，后面最多还有 {left} 题', { step: '1', left: '4' }]);
  expect(countWords({ step: 5, of: 5 })[0].zh).toBe('第 {step} 题，最后一题');
});
