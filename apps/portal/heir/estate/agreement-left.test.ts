import { expect, test } from 'vitest';
import { agreementLeft, agreementWords } from './agreement-left.ts';
import { standingOf } from './standing.ts';

const heir = (
  name: string,
  agreement: 'not-needed' | 'lacking' | 'to-confirm' | 'counts',
  yours = false,
) => ({
  ...{ successorId: `suc_${name}`, name, agreement, yours },
});

test('shares as agreed are open until whoever applies has agreed too, and until each agreement by a passed-on link is confirmed', () => {
  const left = agreementLeft([
    heir('何佳', 'lacking', true),
    heir('梁秀珍', 'to-confirm'),
    heir('何立', 'to-confirm'),
    heir('何平', 'lacking'),
  ]);
  expect(left).toMatchObject({ asked: true, own: { is: 'lacking', successorId: 'suc_何佳' } });
  expect(left.others.map(({ name, is }) => `${name} ${is}`)).toEqual([
    ...['何平 lacking', '梁秀珍 to-confirm', '何立 to-confirm'],
  ]);
  expect(agreementWords(left).map(([, name]) => name)).toEqual(['', '何平', '梁秀珍', '何立']);
  const all = agreementLeft([heir('何佳', 'counts', true), heir('何立', 'counts')]);
  expect([all.asked, all.own?.is, agreementWords(all)]).toEqual([true, 'counts', []]);
  const equal = agreementLeft([heir('何佳', 'not-needed', true), heir('何立', 'not-needed')]);
  expect(equal).toEqual({ asked: false, own: null, others: [] });
});

test('applying agrees to equal shares only, and an agreement stands as given once it counts', () => {
  const own = { word: null, linkUntil: null, yours: true, agreement: 'not-needed' as const, channel: null };
  expect([standingOf(own), standingOf({ ...own, agreement: 'lacking' })]).toEqual(['agreed', 'silent']);
  const said = { ...own, yours: false, word: 'agree', channel: 'invited', linkUntil: '2026-12-01T00:00:00Z' };
  expect(standingOf(said)).toBe('agreed');
  expect(standingOf({ ...said, agreement: 'to-confirm' })).toBe('unconfirmed');
  expect(standingOf({ ...said, agreement: 'lacking' })).toBe('waiting');
  expect(standingOf({ ...said, agreement: 'counts' })).toBe('agreed');
  expect(standingOf({ ...said, word: 'waive' })).toBe('waived');
});
