import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from './asking.ts';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { ProblemBox } from './problem-box.tsx';

/** What was asked, once it is there; until then that it is coming, and where it does not come, why and a way to ask again. */
export function Asked<T>(shown: {
  readonly of: UseQueryResult<T, Error>;
  readonly children: (answer: T) => ReactNode;
}) {
  const { of, children } = shown;
  const say = useSay();
  if (of.data !== undefined) return children(of.data);
  if (of.error)
    return (
      <div className="not-there">
        <ProblemBox problem={problemOf(of.error)} />
        <button type="button" className="btn" onClick={() => void of.refetch()}>
          <Icon name="swap" />
          {say({ zh: '再试一次', en: 'Try again' })}
        </button>
      </div>
    );
  return (
    <p className="coming muted" role="status">
      {say({ zh: '正在取……', en: 'One moment…' })}
    </p>
  );
}
