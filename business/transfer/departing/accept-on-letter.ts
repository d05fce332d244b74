import { type PlainDate, type Refusal, type Result, shanghaiDate } from '#basics';
import { endRelationship, recordTransferBalance } from '#business/registry';
import { actionsOf, type CaseFile } from '#engines/casework';
import { transferOutWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import { acceptTransfer } from '../acceptance.ts';
import { figureToday, today } from '../context.ts';
import { partnerName } from '../partner-name.ts';
import type { PreCheck } from '../pre-check/pre-check.ts';
import { partnerActor } from '../step.ts';
import { stepTelling } from '../step-telling.ts';
import { tellPartner } from '../tell-partner.ts';
import { gatherSheet } from './gather-sheet.ts';
import { balanceOnLetter, goOnWithBalance } from './go-on-with-balance.ts';
import type { Lettered } from './take-letter.ts';
import { writeSheet } from './write-sheet.ts';

/** Accepts a transfer on the matched letter: the record leg is over with it, the balance leg begins. */
export async function acceptOnLetter(
  tx: Tx,
  accepted: Lettered & { readonly check: PreCheck },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, transfer, word, check } = accepted;
  const { messageId } = word;
  const on = today(context);
  const at = context.clock.now();
  const place = { owner: file.ownerId, caseId: file.id };
  const held = await acceptTransfer(tx, { ...place, messageId, at });
  if (!held.ok) return held;
  const facts = await factsOf(tx, accepted);
  const sheet = writeSheet(facts, { revision: 1, replaces: null });
  const said = await tellPartner(tx, {
    ...{ context, transfer, file, type: 'information-sheet', body: sheet, inReplyTo: messageId },
  });
  if (!said.ok) return said;
  await endRelationship(tx, { ...place, on, at, ids: context.ids });
  const applied = await appliedOn(tx, accepted);
  const pending = await recordTransferBalance(tx, {
    ...{ ...place, at, ids: context.ids, messageId },
    ...{ balance: 'pending', appliedOn: applied, evidenceOn: null },
  });
  if (!pending.ok) return pending;
  const workingDays = figureToday(context, transferOutWorkingDays);
  const data = {
    messageId,
    sheet: said.value.messageId,
    appliedOn: applied,
    workingDays,
    check: JSON.parse(JSON.stringify(check)),
    onLetter: balanceOnLetter({ context, word, account: facts.account }),
  };
  const moved = await stepTelling(tx, {
    ...{ context, file, transfer, actor: partnerActor(transfer.partner), action: 'accept', data },
    ...{ met: ['conditions-met'], told: said.value },
  });
  if (!moved.ok) return moved;
  return goOnWithBalance(tx, { context, transfer, file: moved.value, word, account: facts.account });
}

async function factsOf(tx: Tx, { context, transfer }: Lettered) {
  const name = await partnerName(tx, { context, region: transfer.partner });
  return gatherSheet(tx, { context, transfer, partnerName: name, endedOn: today(context) });
}

/** The day on which the person applied, here or there, whichever was first; a draft is no application yet. */
async function appliedOn(tx: Tx, { context, file, word }: Lettered): Promise<PlainDate> {
  const submitted = (await actionsOf(tx, file)).find(({ action }) => action === 'submit')?.at;
  if (submitted && submitted < word.sentAt) return shanghaiDate(submitted);
  return word.body.appliedOn <= today(context) ? word.body.appliedOn : today(context);
}
