import type { Text } from '#basics';
import type { HistoryEntry } from '#engines/casework';
import { notApplyingMark } from './told-reference.ts';

/** A history in which nobody is told that a paper was handed in where only a reason was given why it does not apply. */
export function withReasonsTold(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.map((entry) =>
    entry.action === 'provide-material' && entry.data.paperReference === notApplyingMark
      ? { ...entry, name: saidNotApplying }
      : entry,
  );
}

const saidNotApplying: Text = {
  zh: '说明了一项材料不适用',
  en: 'Said why a paper does not apply',
};
