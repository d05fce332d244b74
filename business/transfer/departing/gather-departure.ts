import { canonicalJson } from '#basics';
import type { Caller } from '#business/access/public';
import { partnerOn } from '#business/partners';
import { situationOf } from '#business/registry';
import type { AssessmentRequest } from '#business/registry/public';
import { readAccount } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { type TransferContext, today } from '../context.ts';
import type { TransferPerson } from '../messages/person.ts';
import { casesInTheWay } from '../pre-check/cases-in-the-way.ts';
import type { OutFacts } from '../pre-check/pre-check.ts';
import { compare } from '../pre-check/same-person.ts';
import { transferredBefore } from '../pre-check/transferred-before.ts';
import { openTransfersOf } from '../store.ts';

/**
 * What a transfer to another agency is weighed on: the register, the account, whatever holds it, the other agency, and what
 * its letter says of the person. The case's own hold is nothing that stands in its way.
 */
export async function gatherDeparture(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly owner: string;
    readonly partner: string;
    /** Null before there is a case. */
    readonly caseId: string | null;
    /** Whom the contact letter is about; null before it came. */
    readonly said: TransferPerson | null;
    /** Who is told which other case stands in the way; null for the other agency, which is not. */
    readonly toldTo: Caller | null;
  },
): Promise<OutFacts> {
  const { context, owner, partner, caseId, said, toldTo } = asked;
  const on = today(context);
  const known = await partnerOn(reader, { region: partner, on, seal: context.seal });
  const register = await situationOf(reader, { owner, onDate: on });
  if (!register) throw new Error(`${owner} is nobody on record`);
  const account = await readAccount(reader, owner);
  const open = account !== undefined && account.closedOn === null;
  const competingCase = account?.hold != null && account.hold.caseId !== caseId;
  const situation: AssessmentRequest = {
    ...register,
    onDate: on,
    region: context.region,
    account: open ? { exists: true, balanceFen: `${account.balanceFen}` } : { exists: false },
    open: { ...register.open, competingCase },
  };
  const others = await openTransfersOf(reader, owner);
  return {
    situation: JSON.parse(canonicalJson(situation)), // as it is stored: without absent keys
    partner: known.ok ? known.value : null,
    region: partner,
    said: said && (await compare(reader, { seal: context.seal, said, owner })),
    transferOpen: others.some((other) => other.caseId !== caseId),
    transferred: await transferredBefore(reader, {
      ...{ context, owner, relationship: situation.relationship, toldTo },
      balanceFen: open ? account.balanceFen : 0n,
    }),
    ...(toldTo ? { cases: await casesInTheWay(reader, { owner, caseId, toldTo }) } : {}),
    // Contributions are declared and matched by the fund's own procedure, which is not here yet: nothing is owed on record.
    arrears: null,
  };
}
