import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Answer, Given, Problem, Route } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';

export interface Step<R extends Route> {
  readonly take: (given: Given<R>) => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

/**
 * A step in a case, which two clicks take once. Everything that was asked before is asked again with it, so that the page shows how
 * things stand now: also where it was refused, since somebody else may have been quicker.
 */
export function useStep<R extends Route>(route: R, onDone?: (answer: Answer<R>) => void): Step<R> {
  const client = useQueryClient();
  const going = useRef(false);
  const renewed = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const { send, busy, problem } = useWrite(route, async (answer) => {
    await renewed();
    going.current = false;
    onDone?.(answer);
  });
  const [looking, setLooking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (problem === null) return;
    // Nothing is sent again before it is known how things stand.
    setLooking(true);
    void renewed().finally(() => {
      going.current = false;
      setLooking(false);
    });
  }, [problem]);
  return {
    busy: busy || looking,
    problem,
    take(given) {
      if (going.current) return;
      going.current = true;
      send(given);
    },
  };
}
