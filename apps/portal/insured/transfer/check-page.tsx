import { Link, useParams } from 'react-router';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { usePerson } from '../../ui/person.tsx';
import { townOf } from '../../ui/town.ts';
import { usePlace, usePlaces } from './places.ts';
import { Reasons } from './reasons.tsx';
import { type Way, ways } from './ways.ts';
import { WhatHappens } from './what-happens.tsx';

export type Check = Answer<'GET /transfers-out/check'>;

/** Asked of the record: whether it can be done today, with everything that stands in the way at once. */
export function useCheck(way: Way, region: string) {
  const personId = usePerson();
  const away = useAsk(
    'GET /transfers-out/check',
    way === 'away' ? { query: { personId, to: region } } : null,
  );
  const here = useAsk(
    'GET /transfers-in/check',
    way === 'here' ? { query: { personId, from: region } } : null,
  );
  return way === 'away' ? away : here;
}

/** The answer first: it can be done and this is what will happen, or it cannot yet and this is what to do. */
export function CheckPage({ way }: { readonly way: Way }) {
  const say = useSay();
  const { region = '' } = useParams();
  const asked = useCheck(way, region);
  const words = ways[way];
  const place = usePlace(region);
  const places = usePlaces();
  return (
    <main id="main" className="reading">
      <BackTo to={words.link()}>{say({ zh: '换一个地方', en: 'Another place' })}</BackTo>
      <Asked of={asked}>
        {(check) => (
          <Asked of={places}>
            {() => {
              const open = check.outcome === 'open';
              const named = { place: townOf({ region, name: place?.name }, say) };
              return (
                <>
                  <Heading>{say(open ? words.can : words.notYet, named)}</Heading>
                  {open ? (
                    <>
                      {check.note && <p className="note">{say(check.note)}</p>}
                      <WhatHappens {...{ way, place, region }} />
                      <Link className="btn primary wide go-on" to={words.link(region, 'confirm')}>
                        {say({ zh: '继续', en: 'Continue' })}
                      </Link>
                    </>
                  ) : (
                    <Reasons check={check} onAgain={() => void asked.refetch()} busy={asked.isFetching} />
                  )}
                </>
              );
            }}
          </Asked>
        )}
      </Asked>
    </main>
  );
}
