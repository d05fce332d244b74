import type { Text } from '#basics';
import type { Reason } from '../leaving-draft.tsx';

/** Why somebody leaves, in the order in which it is most often so. */
export const reasons: readonly { readonly id: Reason; readonly name: Text }[] = [
  { id: 'resigned', name: { zh: '本人辞职', en: 'They resigned' } },
  { id: 'contract-ended', name: { zh: '合同到期', en: 'The contract ended' } },
  { id: 'by-agreement', name: { zh: '协商一致解除', en: 'By agreement' } },
  { id: 'dismissed', name: { zh: '单位解除', en: 'We ended it' } },
  { id: 'moved', name: { zh: '调往别的单位', en: 'They moved to another employer' } },
];

export function reasonName(reason: Reason): Text {
  return reasons.find(({ id }) => id === reason)?.name ?? { zh: reason, en: reason };
}
