import type { Standing } from '../../ui/share-bar.tsx';
import type { Heir } from './estate.tsx';

type Speaking = Pick<Heir, 'word' | 'linkUntil' | 'yours' | 'agreement'>;

/** How an heir stands to the shares as they are now: applying agrees to equal ones, and to no others. */
export function standingOf({ word, linkUntil, yours, agreement }: Speaking): Standing {
  const asked = linkUntil === null ? 'silent' : 'waiting';
  if (word === 'waive' || word === 'disqualified') return 'waived';
  if (word === 'object') return 'objected';
  if (agreement === 'to-confirm') return 'unconfirmed';
  if (agreement === 'lacking') return asked;
  return word === 'agree' || yours ? 'agreed' : asked;
}
