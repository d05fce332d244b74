import { citation, provisions } from '#law';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { AskedOfYou, AtTheWindow } from './asked-of-you.tsx';
import { CaseHead } from './case-head.tsx';
import type { Place } from './cases-page.tsx';
import { Timeline } from './happened.tsx';
import { Letters } from './letters.tsx';
import { answeringIn, endsWell, nextWords } from './next-words.ts';
import { PapersHeld } from './papers-held.tsx';
import { may, TakeBackLifeEvent } from './take-back.tsx';
import { WhoseMove } from './whose-move.tsx';
import { Why } from './why.tsx';

type View = Answer<'GET /life-events/{number}'>;

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
          {answeringIn(place.process, view.state) === 'window' ? (
            <AtTheWindow place={place} />
          ) : (
            <AskedOfYou place={place} />
          )}
          <WhoseMove {...{ place }} days={null} next={nextWords(place.process, view.state)} />
          <Against view={view} />
          <section className="sec">
            <PapersHeld number={place.number} open={may(view.actions, 'provide-material')} />
            <Why route="GET /life-events/{number}/explanation" number={place.number} />
          </section>
          <Asked of={history}>
            {({ items }) => (
              <Timeline
                {...{ items }}
                now={{ state: place.state, over: place.over, well: endsWell(view.state) }}
              />
            )}
          </Asked>
          <Letters number={place.number} />
          {may(view.actions, 'withdraw-application') && (
            <section className="sec last">
              <TakeBackLifeEvent of={view} />
            </section>
          )}
        </>
      )}
    </Asked>
  );
}

/** What stood against it, with what can be done. */
function Against({ view }: { readonly view: View }) {
  const say = useSay();
  const unmet = view.conditions.filter(({ finding }) => finding === 'not-met');
  if (view.state !== 'refused' || unmet.length === 0) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '原因和办法', en: 'Why, and what to do' })}</h2>
      <ul className="plain">
        {unmet.map(({ id, text, remedy, source }) => (
          <li key={id}>
            {say(text)}
            {remedy && <p className="small">{say(remedy)}</p>}
            {provisions.some((each) => each.id === source) && (
              <p className="caption song">{say(citation(source))}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
