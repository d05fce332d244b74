import { useAsk } from '../../ui/asking.ts';
import type { Paper } from './estate.tsx';

/** What a relative told of a death that is not on record yet. */
export interface DeathTold {
  /** The number of the notice that two officers decide. */
  readonly notice: string;
  /** The proof that is still to be handed in; null where nothing is; undefined until that is known. */
  readonly missing: Paper | null | undefined;
}

/** Null where nobody told of it, until that is known, and of whom nothing is asked. */
export function useDeathTold(personId: string | null): DeathTold | null {
  const told = useAsk('GET /people/{personId}/cases', personId === null ? null : { params: { personId } });
  const notice = told.data?.items.find(({ process, over }) => process === 'death-notice' && !over)?.number;
  const papers = useAsk(
    'GET /cases/{number}/papers',
    notice === undefined ? null : { params: { number: notice } },
  );
  if (notice === undefined) return null;
  return {
    notice,
    missing: papers.data && (papers.data.papers.find(({ state }) => state === 'missing') ?? null),
  };
}
