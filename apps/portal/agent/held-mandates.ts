import type { UseQueryResult } from '@tanstack/react-query';
import type { Answer } from '../ui/api.ts';
import { useAsk } from '../ui/asking.ts';

export type Mandate = Answer<'GET /mandates'>['items'][number];

/** What this login accepted, asked again whenever somebody looks: a mandate may end at any moment. */
export function useHeldMandates(): UseQueryResult<Answer<'GET /mandates'>, Error> {
  return useAsk('GET /mandates', {});
}

/** Somebody for whom an agent may act now, with everything that they were let do. */
export interface Principal {
  readonly ownerId: string;
  readonly name: string;
  readonly mandates: readonly Mandate[];
  /** Whether what is on record may be looked at. */
  readonly sees: boolean;
  /** Whether there is a procedure among it, whose cases the agent sees. */
  readonly acts: boolean;
  /** The procedures of which a new case may be begun. */
  readonly begins: readonly string[];
}

/** Everybody whose mandate holds, in the order in which they gave it, the latest first. */
export function principalsIn(mandates: readonly Mandate[]): readonly Principal[] {
  const holding = mandates.filter(({ status }) => status === 'holds');
  return [...new Set(holding.map(({ ownerId }) => ownerId))].map((ownerId) => {
    const theirs = holding.filter((each) => each.ownerId === ownerId);
    const scope = theirs.flatMap((each) => each.scope.map(({ id }) => id));
    return {
      ...{ ownerId, name: theirs[0]?.ownerName ?? '', mandates: theirs },
      sees: scope.includes('record'),
      acts: scope.some((id) => id !== 'record'),
      begins: theirs
        .filter(({ caseNumber }) => caseNumber === null)
        .flatMap((each) => each.scope.map(({ id }) => id))
        .filter((id) => id !== 'record'),
    };
  });
}
