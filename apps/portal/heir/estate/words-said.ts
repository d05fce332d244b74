import type { Text } from '#basics';
import type { HeirsView } from './estate.tsx';

/** What a waiver or an objection means for the others, and whose it is. */
export interface Consequence {
  readonly is: 'to-confirm' | 'divide-again' | 'held';
  readonly names: readonly string[];
  readonly text: Text;
}

type Told = Pick<HeirsView, 'division'> & {
  readonly heirs: readonly Pick<
    HeirsView['heirs'][number],
    'successorId' | 'name' | 'word' | 'channel' | 'predeceasedOn'
  >[];
};

/** Whoever waived or lost the right gets nothing. */
export function isOut({ word }: { readonly word: string | null }): boolean {
  return word === 'waive' || word === 'disqualified';
}

/** What the heirs’ words ask for, the most pressing first; empty where nobody waived or objected. */
export function consequencesOf({ heirs, division }: Told): readonly Consequence[] {
  const counted = heirs.filter(({ word, predeceasedOn }) => word !== 'struck' && predeceasedOn === null);
  const unseen = counted.filter(({ word, channel }) => word === 'waive' && channel === 'invited');
  const sharing = new Set(division?.shares.map(({ successorId }) => successorId));
  const still = counted.filter((heir) => isOut(heir) && sharing.has(heir.successorId));
  const objecting = counted.filter(({ word }) => word === 'object');
  const all: readonly Consequence[] = [
    { is: 'divide-again', names: named(still), text: divideAgain },
    { is: 'to-confirm', names: named(unseen), text: toConfirm },
    { is: 'held', names: named(objecting), text: willBeHeld },
  ];
  return all.filter(({ names }) => names.length > 0);
}

function named(heirs: readonly { readonly name: string }[]): readonly string[] {
  return heirs.map(({ name }) => name);
}

const divideAgain: Text = {
  zh: '{names}不再分这笔钱，请在“改份额”里重新分一次',
  en: '{names}: no longer takes a share. Divide it again under “Change the shares”',
};
const toConfirm: Text = {
  zh: '{names}用家人转的链接表示放弃，还不算数：请本人带身份证件到窗口确认',
  en: '{names}: waived by a link that the family passed on. It does not count yet; have them confirm it at a window with their identity document',
};
const willBeHeld: Text = {
  zh: '{names}有异议：有争议的那一份会先留着，其他人照常领',
  en: '{names}: does not agree. The share in dispute will be kept back; the others are paid',
};
