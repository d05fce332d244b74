import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Caller, maySee, onlyPersonOf } from '#business/access/public';
import { personById } from '#business/registry';
import type { Reader } from '#platform/postgres';
import { arrivalProcess } from '../arrival.ts';
import type { TransferContext } from '../context.ts';
import { type PreCheck, preCheckIn } from '../pre-check/pre-check.ts';
import { gatherArrival } from './gather-arrival.ts';

export interface ArrivalAsked {
  readonly context: TransferContext;
  readonly caller: Caller;
  /** Null: the one person that the caller may act for. */
  readonly personId: string | null;
  /** The region that the person comes from, six digits. */
  readonly from: string;
}

/** Whether a person can be transferred here today: everything that stands in the way, before anything is filed. */
export async function checkArrival(
  reader: Reader,
  { context, caller, personId, from }: ArrivalAsked,
): Promise<Result<PreCheck & { readonly ownerId: string; readonly officeId: string }, Refusal>> {
  const named = personId ?? onlyPersonOf(caller);
  const person =
    named !== null && maySee(caller, named, { process: arrivalProcess.id, id: null })
      ? await personById(reader, named)
      : undefined;
  if (!person) return refuse({ code: 'transfer.no-person' });
  const { ownerId, officeId } = person;
  const facts = await gatherArrival(reader, {
    context,
    owner: ownerId,
    partner: from,
    caseId: null,
    toldTo: caller,
  });
  return ok({ ...preCheckIn(facts), ownerId, officeId });
}
