import { canonicalJson } from '#basics';
import type { Caller } from '#business/access/public';
import { partnerOn } from '#business/partners';
import { situationOf } from '#business/registry';
import type { Reader } from '#platform/postgres';
import { type TransferContext, today } from '../context.ts';
import { casesInTheWay } from '../pre-check/cases-in-the-way.ts';
import type { InFacts } from '../pre-check/pre-check.ts';
import { openTransfersOf } from '../store.ts';

/** What a transfer to this agency is weighed on. What only the other agency knows, it checks itself. */
export async function gatherArrival(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly owner: string;
    readonly partner: string;
    readonly caseId: string | null;
    /** Who is told which other transfer stands in the way. */
    readonly toldTo: Caller;
  },
): Promise<InFacts> {
  const { context, owner, partner, caseId, toldTo } = asked;
  const on = today(context);
  const known = await partnerOn(reader, { region: partner, on, seal: context.seal });
  const register = await situationOf(reader, { owner, onDate: on });
  if (!register) throw new Error(`${owner} is nobody on record`);
  const others = await openTransfersOf(reader, owner);
  return {
    situation: JSON.parse(canonicalJson({ ...register, onDate: on, region: context.region })),
    partner: known.ok ? known.value : null,
    region: partner,
    said: null,
    transferOpen: others.some((other) => other.caseId !== caseId),
    cases: await casesInTheWay(reader, { owner, caseId, toldTo }),
    retiredElsewhere: false,
    insuredElsewhere: false,
  };
}
