import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Caller, channelOf, maySee } from '#business/access/public';
import { partnerOn } from '#business/partners';
import { personById } from '#business/registry';
import { type CaseFile, caseById } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { beginTransfer } from '../begin-transfer.ts';
import { type TransferContext, today } from '../context.ts';
import { departureProcess } from '../departure.ts';
import { transfersOfPerson } from '../store.ts';

/**
 * A contact letter came on paper about somebody who has not applied here: the clerk finds the person and opens the case for it, so that
 * the letter can be keyed in. Nothing happens before it is confirmed; then it is weighed as one that came through a gateway.
 */
export async function openForLetter(
  tx: Tx,
  opening: {
    readonly context: TransferContext;
    readonly caller: Caller;
    readonly personId: string;
    /** The agency that wrote, six digits. */
    readonly from: string;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, personId, from: partner } = opening;
  const may = maySee(caller, personId, { process: departureProcess.id, id: null });
  const person = may ? await personById(tx, personId) : undefined;
  if (!person) return refuse({ code: 'transfer.no-person' });
  const known = await partnerOn(tx, { region: partner, on: today(context), seal: context.seal });
  if (!known.ok || known.value.gateway !== null) return refuse({ code: 'transfer.paper-not-reached' });
  const { ownerId, officeId } = person;
  const states = ['draft', 'awaiting-letter'];
  const [waiting] = await transfersOfPerson(tx, { owner: ownerId, partner, direction: 'out', states });
  // It waits for a letter already: this is the one.
  const there = waiting && (await caseById(tx, ownerId, waiting.caseId));
  if (there) return ok(there);
  const begun = await beginTransfer(tx, {
    ...{ context, direction: 'out', partner, ownerId, officeId, channel: channelOf(caller) },
  });
  return begun.ok ? ok(begun.value.file) : begun;
}
