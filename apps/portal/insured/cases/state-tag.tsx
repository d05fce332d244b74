import { Icon, type IconName } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Place } from './cases-page.tsx';
import { endsWell } from './next-words.ts';

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
  return (
    <span className={`tag ${kind}`}>
      <Icon name={shapes[kind]} />
      {say(place.state)}
    </span>
  );
}

function kindOf({ over, stateId, waitingFor }: Place): Kind {
  if (over) return endsWell(stateId) ? 'neutral' : 'stop';
  return waitingFor === 'applicant' ? 'wait' : 'info';
}
