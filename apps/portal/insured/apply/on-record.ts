import type { Situation } from '#business/registry/public';
import { useAsk } from '../../ui/asking.ts';
import { usePerson } from '../../ui/person.tsx';
import { useSite } from '../../ui/site.tsx';
import { useToday } from '../../ui/today.ts';
import { type Ground, groundsFor } from './assessed.ts';
import { type Differing, differing } from './differing.ts';
import type { Content } from './drafted.ts';

/** The grounds as one's own record bears them out; null while that is on its way. */
export function useGrounds(): {
  readonly grounds: readonly Ground[] | null;
  readonly asked: ReturnType<typeof useSituation>;
} {
  const params = { personId: usePerson() };
  const { region } = useSite();
  const today = useToday();
  const asked = useSituation();
  const account = useAsk('GET /people/{personId}/account', { params });
  if (!asked.data || account.isPending) return { grounds: null, asked };
  const known = { situation: asked.data, account: account.data ?? null, region, today };
  return { grounds: groundsFor(known), asked };
}

/** What is on record of them, for what stands in the way of a ground; null while that is on its way. */
export function useRecord(): Situation | null {
  const { data } = useSituation();
  return data ? (data as unknown as Situation) : null; // as the API answers it
}

/** Where the checker was told otherwise than is on record, as far as the ground looks at it. */
export function useDiffering(ground: Ground | undefined, { answers }: Content): readonly Differing[] {
  const today = useToday();
  const situation = useRecord();
  if (!situation || !ground) return [];
  return differing({ answers, ground, today, situation });
}

function useSituation() {
  return useAsk('GET /people/{personId}/situation', { params: { personId: usePerson() } });
}
