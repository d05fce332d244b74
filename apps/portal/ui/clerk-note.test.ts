import { expect, test } from 'vitest';
import { clerkNote } from './clerk-note.ts';

const why = { text: { zh: '看不清', en: 'It cannot be read' } };

test('what the clerk wrote with a paper that does not serve is told with the reason, and nothing where nothing was written', () => {
  const judged = (note: string) => ({ why, given: [{ verdict: null }, { verdict: { note } }] });
  expect(clerkNote(judged('第二页的章看不清'))?.zh).toBe('经办人员说明：第二页的章看不清');
  expect(clerkNote(judged(' '))).toBeNull();
  expect(clerkNote({ why, given: [] })).toBeNull();
});

test('once a paper was handed in anew, the note on the one before is told no more', () => {
  expect(clerkNote({ why: null, given: [{ verdict: { note: '看不清' } }] })).toBeNull();
  expect(clerkNote({ why, given: [{ verdict: { note: '看不清' } }, { verdict: null }] })).toBeNull();
});
