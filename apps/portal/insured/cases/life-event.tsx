import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { AskedOfYou } from './asked-of-you.tsx';
import { CaseHead } from './case-head.tsx';
import type { Place } from './cases-page.tsx';
import { Timeline } from './happened.tsx';
import { Letters } from './letters.tsx';
import { WhoseMove } from './whose-move.tsx';

/** A filing or a report: treatment elsewhere, a retirement. */
export function LifeEvent({ place }: { readonly place: Place }) {
  const say = useSay();
  const params = { number: place.number };
  const asked = useAsk('GET /life-events/{number}', { params });
  const history = useAsk('GET /life-events/{number}/history', { params });
  return (
    <Asked of={asked}>
      {(view) => (
        <>
          <CaseHead {...{ place }} title={say(view.kindName)} name={view.personName} />
          <AskedOfYou place={place} />
          <WhoseMove {...{ place }} days={null} />
          <Asked of={history}>
            {({ items }) => <Timeline {...{ items }} now={{ state: place.state, over: place.over }} />}
          </Asked>
          <Letters number={place.number} />
        </>
      )}
    </Asked>
  );
}
