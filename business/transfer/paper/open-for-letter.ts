import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Caller, channelOf, maySee } from '#business/access/public';
import { partnerOn } from '#business/partners';
import { personById } from '#business/registry';
import { type CaseFile, caseById, openCase } from '#engines/casework';
import { numberPrefixOf } from '#law';
import type { Tx } from '#platform/postgres';
import { openTransfer } from '../acceptance.ts';
import { rulesInForce, type TransferContext, today } from '../context.ts';
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
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const { ownerId, officeId } = person;
  const states = ['draft', 'awaiting-letter'];
  const [waiting] = await transfersOfPerson(tx, { owner: ownerId, partner, direction: 'out', states });
  // It waits for a letter already: this is the one.
  const there = waiting && (await caseById(tx, ownerId, waiting.caseId));
  if (there) return ok(there);
  const { clock, ids, random, region } = context;
  const file = await openCase(tx, {
    ...{ process: departureProcess, ownerId, subject: 'transfer', clock, ids, random },
    ...{ ruleSet: rules.value.id, ruleVersion: rules.value.version, officeId },
    ...{ channel: channelOf(caller), numberPrefix: numberPrefixOf(region) },
  });
  const transferId = `${region}-${ids.next('trf')}`;
  const place = { owner: ownerId, caseId: file.id, transferId, partner };
  const begun = await openTransfer(tx, { ...place, direction: 'out', at: clock.now() });
  return begun.ok ? ok(file) : begun;
}
