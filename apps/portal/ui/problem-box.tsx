import { useEffect, useRef } from 'react';
import type { Problem } from './api.ts';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';

/** What did not work and what to do about it, in the words of whoever refused it; read out as it appears, and brought into view. */
export function ProblemBox({ problem }: { readonly problem: Problem | null }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  // Below what was pressed, or under what sticks to the foot of a phone, a press would seem to have done nothing.
  useEffect(() => {
    if (problem !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (problem === null) return null;
  const { detail, next, reference, problems } = problem;
  const wrong = problems.map(({ detail: what }) => say(what));
  return (
    <div className="errors" role="alert" ref={box}>
      <h2>
        <Icon name="warn" />
        {say(detail)}
      </h2>
      {wrong.length > 0 && (
        <ul className="plain">
          {wrong.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <p>{say(next)}</p>
      {reference !== null && problem.code === 'http.fault' && (
        <p className="caption">
          {say({ zh: '请求编号', en: 'Request' })} {reference}
        </p>
      )}
    </div>
  );
}
