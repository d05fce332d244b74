import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Answer, Problem, Route } from '../../ui/api.ts';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { useInUse } from '../../ui/in-use.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { type EstateSeen, useAskedAgain } from './estate.tsx';
import { movedOn } from './moved-on.ts';

type OfCase = Pick<EstateSeen, 'number'> & { readonly view: Pick<EstateSeen['view'], 'seen'> };

/** By which it is kept, while the pages are open, that a case had moved on under a page. */
const keyOf = (number: string) => ['heir-moved-on', number];

/**
 * A write about a case. Where it is refused, everything is asked again, since somebody else may have been quicker; and where the case has
 * moved on meanwhile, its page says so, also where what was pressed is not there any more.
 */
export function useEstateWrite<R extends Route>(
  { number, view }: OfCase,
  route: R,
  onDone: (answer: Answer<R>) => void,
) {
  const client = useQueryClient();
  const again = useAskedAgain();
  const before = useRef(view.seen);
  before.current = view.seen;
  const written = useWrite(route, (answer) => {
    client.removeQueries({ queryKey: keyOf(number) });
    onDone(answer);
  });
  const { problem } = written;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (problem === null) return;
    const seen = before.current;
    void again().then(() => {
      const now = client.getQueryData<OfCase['view']>(['GET /withdrawals/{number}', { params: { number } }]);
      const told = movedOn(problem, { before: seen, now: now?.seen ?? seen });
      if (told && now) client.setQueryData<Told>(keyOf(number), { told, at: now.seen });
    });
  }, [problem]);
  return written;
}

interface Told {
  readonly told: Problem;
  /** What the case had come to then. */
  readonly at: number;
}

/** That the case had moved on when somebody pressed; said until its page is left, or the case moves on again. */
export function MovedOn({ of: { number, view } }: { readonly of: OfCase }) {
  const client = useQueryClient();
  const { data = null } = useQuery<Told | null>({ queryKey: keyOf(number), queryFn: skipToken });
  useEffect(() => () => client.removeQueries({ queryKey: keyOf(number) }), [client, number]);
  return <ProblemBox problem={data?.at === view.seen ? data.told : null} />;
}

/**
 * While a page is looked at, its case is asked again and again: what others did in it shows, and nothing is offered that is over. It
 * is looked at for some minutes after it was last touched.
 */
export function useWatched({ number, view }: OfCase): void {
  const again = useAskedAgain();
  const refetchInterval = useInUse(lookedAtMinutes) && everySeconds * 1000;
  useAsk('GET /withdrawals/{number}', { params: { number } }, { refetchInterval });
  const known = useRef(view.seen);
  useEffect(() => {
    if (known.current === view.seen) return;
    known.current = view.seen;
    void again();
  }, [view.seen, again]);
}

const everySeconds = 20;
const lookedAtMinutes = 2;
