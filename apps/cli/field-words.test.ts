import { expect, test } from 'vitest';
import { problemWords } from './field-words.ts';

test('what is wrong is told by the name of its field or paper, and never by an identifier alone', () => {
  const detail = { zh: '不是日期', en: 'is no date' };
  expect(problemWords({ path: 'diedOn', detail }, 'zh')).toBe('去世日期（diedOn）：不是日期');
  expect(problemWords({ path: 'person.diedOn', detail }, 'en')).toBe(
    'day of death (person.diedOn): is no date',
  );
  const paper = { zh: '还没有核对：境外定居证明', en: 'Nobody has looked at this paper yet' };
  expect(problemWords({ path: 'papers.settlement-proof', detail: paper }, 'zh')).toBe(paper.zh);
  expect(problemWords({ path: 'name', detail }, 'en')).toBe('name: is no date');
  expect(problemWords({ path: '', detail }, 'zh')).toBe(detail.zh);
  expect(problemWords({ path: 'lines.3.oddKey', detail }, 'zh')).toBe('lines.3.oddKey: 不是日期');
});
