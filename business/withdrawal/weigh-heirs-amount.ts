import type { OrderStanding } from '#business/payments';
import type { CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import { weigh } from './weigh.ts';

/** What one heir gets of how much. */
export interface HeirsAmount {
  readonly amountFen: string;
  readonly ofFen: string;
  /** As it would come out today: until the settlement interest still comes in, and is shared in the same way. */
  readonly provisional: boolean;
}

/** Of an heir of a case that is decided: until then the shares are a proposal, and whoever inherits may still change. */
export async function heirsAmount(
  reader: Reader,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    /** Of the case. */
    readonly orders: readonly OrderStanding[];
    readonly successorId: string;
  },
): Promise<HeirsAmount | null> {
  const { context, file, orders, successorId } = asked;
  if (orders.length > 0)
    return amountIn(orders.filter(isOwed).map(shareOf), { successorId, provisional: false });
  const weighed = await weigh(reader, { context, file });
  if (!weighed.ok) return null;
  const shares = (weighed.value.findings.succession?.shares ?? []).map(({ successorId: id, amountFen }) => ({
    ...{ successorId: id, amountFen: BigInt(amountFen) },
  }));
  return amountIn(shares, { successorId, provisional: true });
}

interface Share {
  readonly successorId: string | null;
  readonly amountFen: bigint;
}

function amountIn(
  shares: readonly Share[],
  { successorId, provisional }: { readonly successorId: string; readonly provisional: boolean },
): HeirsAmount | null {
  const own = shares.filter((share) => share.successorId === successorId);
  if (own.length === 0) return null;
  return { amountFen: `${sumOf(own)}`, ofFen: `${sumOf(shares)}`, provisional };
}

/** An order that was divided anew is paid by those that came of it. */
function isOwed({ standing }: OrderStanding): boolean {
  return standing !== 'divided';
}

function shareOf({ partyId, amountFen }: OrderStanding): Share {
  return { successorId: partyId, amountFen };
}

function sumOf(shares: readonly Share[]): bigint {
  return shares.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}
