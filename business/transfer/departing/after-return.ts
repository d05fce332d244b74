import type { Refusal, Result } from '#basics';
import { type Actor, actionsOf, type CaseFile, type JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { askFor } from '../ask-for.ts';
import type { TransferContext } from '../context.ts';
import { issueForm } from '../step-telling.ts';
import { tellPartner } from '../tell-partner.ts';
import { afterReturn } from './credit-return.ts';
import { returnToAccount } from './take-answer.ts';

interface Returned {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
}

/** The bank did not accept the account: the advice no longer counts, and the other agency is asked for another account. */
export async function askAnotherAccount(tx: Tx, returned: Returned): Promise<Result<CaseFile, Refusal>> {
  const { context, file, transfer } = returned;
  const done = await actionsOf(tx, file);
  const advised = done.findLast(({ action }) => action === 'confirm-paid')?.data.messageId;
  if (typeof advised === 'string') {
    const body = { invalidates: advised, reason: 'wrong-content', text: cameBack, replacedBy: null };
    const said = await tellPartner(tx, { context, transfer, file, type: 'invalidate', body });
    if (!said.ok) return said;
  }
  const letter = done.findLast(({ action }) => action === 'accept')?.data.messageId;
  const refersTo = typeof letter === 'string' ? letter : null;
  const body = askFor(context, { missing: 'receiving-account', refersTo });
  // On paper one letter says both: that the advice no longer counts, and what is asked for.
  const said = await tellPartner(tx, { context, transfer, file, type: 'reminder', body, remark: cameBack });
  return said.ok ? issueForm(tx, { context, file, told: said.value }) : said;
}

/** What was refused over there has come back: into the account, held, and its withdrawal opens. */
export async function moneyIsBack(
  tx: Tx,
  returned: Returned & { readonly actor: Actor; readonly data: JsonObject },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, actor, data } = returned;
  const refused = (await actionsOf(tx, file)).findLast(({ action }) => action === 'refuse-after-remittance');
  const messageId = typeof refused?.data.messageId === 'string' ? refused.data.messageId : null;
  const back = await returnToAccount(tx, { context, file, messageId });
  return back.ok ? afterReturn(tx, { context, file, actor, data }) : back;
}

const cameBack = {
  zh: '银行已退回这笔划款，先前的基金划转通知作废，请提供正确的收款账户。',
  en: 'The bank has sent this remittance back, and the advice of it no longer counts; please give the right account.',
};
