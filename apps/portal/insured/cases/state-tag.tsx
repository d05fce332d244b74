import { useAsk } from '../../ui/asking.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Place } from './cases-page.tsx';
import { endsWell } from './next-words.ts';
import { endsInPayment, stateToTell } from './paid-out.ts';

type Kind = 'stop' | 'wait' | 'info' | 'neutral';

const shapes: Readonly<Record<Kind, IconName>> = {
  stop: 'cross',
  wait: 'warn',
  info: 'clock',
  neutral: 'tick',
};

/** In which state a case is: a shape and the words of its procedure; amber where it is the person's move. */
export function StateTag({ place }: { readonly place: Place }) {
  const say = useSay();
  const kind = kindOf(place);
  const followUps = useFollowUps(place);
  return (
    <span className={`tag ${kind}`}>
      <Icon name={shapes[kind]} />
      {say(stateToTell(place, followUps))}
    </span>
  );
}

/** The cases that pay out what a transfer left behind; none of any other case. */
export function useFollowUps(place: Place) {
  const { number } = place;
  const followed = useAsk('GET /transfers/{number}', endsInPayment(place) ? { params: { number } } : null);
  return followed.data?.followUps ?? [];
}

function kindOf({ over, stateId, waitingFor }: Place): Kind {
  if (over) return endsWell(stateId) ? 'neutral' : 'stop';
  return waitingFor === 'applicant' ? 'wait' : 'info';
}
