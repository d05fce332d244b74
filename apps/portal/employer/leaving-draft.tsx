import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { PlainDate } from '#basics';
import type { Answer, Given } from '../ui/api.ts';
import { forgetLeaving, keepLeaving, leavingBefore } from '../ui/leaving-kept.ts';

export type Member = Answer<'GET /employers/{employerId}/roster'>['items'][number];
export type Reason = Given<'POST /employers/{employerId}/staff-reports'>['body']['reason'];

/** As many as a report takes. */
export const mostAtOnce = 200;

/** Who leaves, and what is said of them; kept in this window until it is sent, without anybody's number, and in no address. */
export interface Leaving {
  readonly staff: readonly Member[];
  readonly endedOn: PlainDate | null;
  /** Whether insurance stops with it; null until that was said. */
  readonly stops: boolean | null;
  readonly stopOn: PlainDate | null;
  readonly reason: Reason | null;
}

export const nobodyLeaves: Leaving = { staff: [], endedOn: null, stops: null, stopOn: null, reason: null };

/** What the page of a report is told by the one that sent it: what was ticked is done with. */
export const justSent = 'just-sent';

interface Draft {
  readonly leaving: Leaving;
  readonly change: (part: Partial<Leaving>) => void;
}

const Current = createContext<Draft>({ leaving: nobodyLeaves, change: () => undefined });

interface Providing {
  readonly employerId: string;
  readonly children: ReactNode;
}

export function LeavingProvider({ employerId, children }: Providing) {
  const [leaving, setLeaving] = useState(() => leavingBefore<Leaving>(employerId) ?? nobodyLeaves);
  useEffect(() => {
    // Nothing is said of nobody.
    if (leaving.staff.length === 0) return forgetLeaving();
    const staff = leaving.staff.map((member) => ({ ...member, number: null }));
    keepLeaving(employerId, { ...leaving, staff });
  }, [employerId, leaving]);
  const draft = useMemo(
    () => ({
      leaving,
      change: (part: Partial<Leaving>) => setLeaving((before) => ({ ...before, ...part })),
    }),
    [leaving],
  );
  return <Current.Provider value={draft}>{children}</Current.Provider>;
}

export function useLeaving(): Draft {
  return useContext(Current);
}
