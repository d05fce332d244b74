import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { type Fen, fen } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import type { BarPart, Standing } from '../../ui/share-bar.tsx';
import { type DeathTold, useDeathTold } from './death-told.ts';
import { isSpokenForInSilence } from './own-ward.ts';
import { standingOf } from './standing.ts';

export type CaseView = Answer<'GET /withdrawals/{number}'>;
export type HeirsView = Answer<'GET /withdrawals/{number}/heirs'>;
export type Heir = HeirsView['heirs'][number];
export type Paper = Answer<'GET /cases/{number}/papers'>['papers'][number];

/** A case after a death as a page needs it: the case, its heirs and papers, and what is on record of the person who died. */
export interface EstateSeen {
  readonly number: string;
  readonly view: CaseView;
  readonly heirs: HeirsView;
  readonly papers: readonly Paper[];
  readonly diedOn: string | null;
  /** Where the death is not on record, and somebody told of it. */
  readonly deathTold: DeathTold | null;
  readonly established: boolean;
}

/** What was said of a case is asked again after each step in it. */
export function useAskedAgain(): () => Promise<void> {
  const client: QueryClient = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [route] }) =>
        typeof route === 'string' && /withdrawals|cases|people/.test(route),
    });
}

/** Others act in a case too: it is asked again whenever somebody comes, or comes back, to a page of it. */
export const atOnce = { staleTime: 0 } as const;

/** A page of the case that its address names; until all of it is there, that it is coming. */
export function WithEstate({ children }: { readonly children: (seen: EstateSeen) => ReactNode }) {
  const { number = '' } = useParams();
  const params = { number };
  const view = useAsk('GET /withdrawals/{number}', { params }, atOnce);
  const heirs = useAsk('GET /withdrawals/{number}/heirs', { params }, atOnce);
  const papers = useAsk('GET /cases/{number}/papers', { params }, atOnce);
  const personId = view.data?.personId;
  const situation = useAsk(
    'GET /people/{personId}/situation',
    personId === undefined ? null : { params: { personId } },
    atOnce,
  );
  // The schema names what every person has.
  const person = situation.data?.person as { readonly diedOn?: string | null } | undefined;
  const diedOn = person?.diedOn ?? null;
  const deathTold = useDeathTold(person && diedOn === null ? (personId ?? null) : null);
  const late = [view, heirs, papers, situation].find(({ data }) => data === undefined);
  if (late)
    return (
      <main id="main" className="narrow" aria-busy="true">
        <Asked of={late as typeof view}>{() => null}</Asked>
      </main>
    );
  if (!view.data || !heirs.data || !papers.data || !situation.data) return null;
  return children({
    ...{ number, view: view.data, heirs: heirs.data, papers: papers.data.papers },
    ...{ diedOn, deathTold },
    established: situation.data.succession?.established === true,
  });
}

/** Who counts: whoever was not recorded by mistake. */
export function livingIn({ heirs }: Pick<HeirsView, 'heirs'>): readonly Heir[] {
  return heirs.filter(({ word, predeceasedOn }) => word !== 'struck' && predeceasedOn === null);
}

/** By what is known of an heir: the name of a minor's guardian, else their own. */
export function speakerOf(heir: Pick<Heir, 'name' | 'minor' | 'guardianName'>): string {
  return heir.minor ? (heir.guardianName ?? heir.name) : heir.name;
}

/** How the payments stand of one heir; none before the settlement. */
export function ordersOf({ shares }: Pick<HeirsView, 'shares'>, { successorId }: Pick<Heir, 'successorId'>) {
  return shares.flatMap((share) =>
    share.successorId === successorId && share.payment !== null ? [share.payment] : [],
  );
}

/** Once there are payments, the share that is kept back is the one in dispute, and the others go their way. */
export function standingIn(view: HeirsView, heir: Heir): Standing {
  const own = ordersOf(view, heir);
  if (own.length === 0)
    return standingOf({ ...heir, yours: heir.yours || isSpokenForInSilence(view.heirs, heir) });
  return own.some(({ standing }) => standing === 'held') ? 'objected' : 'agreed';
}

/** The shares as they are recorded, each with who it is. */
export function barOf(view: HeirsView): readonly BarPart[] {
  const { division, heirs } = view;
  return (division?.shares ?? []).flatMap(({ successorId, share }) => {
    const heir = heirs.find((one) => one.successorId === successorId);
    return heir ? [{ id: successorId, who: heir.name, share, standing: standingIn(view, heir) }] : [];
  });
}

/** What the account holds today with its interest; null where that is not known. */
export function totalOf({ money }: CaseView): Fen | null {
  return money ? fen(money.totalFen) : null;
}

/** What was settled in all: every share that has a payment of its own. */
export function settledOf({ shares }: Pick<HeirsView, 'shares'>): Fen {
  return fen(shares.reduce((sum, { payment, amountFen }) => (payment ? sum + BigInt(amountFen) : sum), 0n));
}

export function isDraft({ state }: CaseView): boolean {
  return state === 'draft';
}

/** Until the decision heirs may be recorded and accounts named. */
export function mayChange({ state }: CaseView): boolean {
  return ['draft', 'submitted', 'in-review', 'awaiting-materials'].includes(state);
}
