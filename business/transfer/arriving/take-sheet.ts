import { ok, type Refusal, type Result, refuse } from '#basics';
import { recordArrivedMonths } from '#business/registry';
import { type CaseFile, type JsonObject, systemActor } from '#engines/casework';
import { transferInWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { ArrivalTold } from '../arrival/tell-arrival.ts';
import { figureToday, type TransferContext } from '../context.ts';
import type { InformationSheet } from '../messages/information-sheet.ts';
import { recordWord } from '../record-word.ts';
import { compare } from '../same-person.ts';
import { partnerActor, step } from '../step.ts';
import type { Effect, Word } from '../word.ts';
import { creditIfHere } from './credit-arrival.ts';
import { refuseBalance } from './refuse-balance.ts';
import { tellRecorded } from './tell-recorded.ts';

export interface Sheeted {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly word: Word<'information-sheet'>;
}

/**
 * The information sheet of the agency that the person leaves. What fits the person and our record is recorded at once; what
 * does not waits for a clerk, who asks for a correction. Money that came before it is credited with it.
 */
export async function takeSheet(tx: Tx, sheeted: Sheeted): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = sheeted;
  if (!['awaiting-sheet', 'awaiting-correction', 'awaiting-balance'].includes(file.state))
    return refuse({ code: 'transfer.not-expected-now' });
  const kept = await recordWord(tx, sheeted);
  if (!kept.ok) return kept;
  const workingDays = figureToday(context, transferInWorkingDays);
  const doubts = await doubtsOf(tx, sheeted);
  const { messageId, body } = word;
  const data = { messageId, doubts, workingDays, revision: body.revision };
  const received = await step(tx, {
    ...{ context, file, actor: partnerActor(transfer.partner), action: 'receive-sheet', data },
  });
  if (!received.ok) return received;
  const effect = {
    ownerId: file.ownerId,
    effect: doubts.length === 0 ? 'months-recorded' : 'sheet-in-check',
  };
  if (doubts.length > 0) return ok(effect);
  const done = await recordSheet(tx, { ...sheeted, file: received.value });
  return done.ok ? ok(effect) : done;
}

/** What a clerk must look at before the months are recorded, by code. */
async function doubtsOf(tx: Tx, { context, file, word }: Sheeted): Promise<string[]> {
  const same = await compare(tx, { seal: context.seal, said: word.body.person, owner: file.ownerId });
  return [
    ...(same.sameIdentity ? [] : ['identity-differs']),
    ...(same.sameName ? [] : ['name-differs']),
    ...(word.body.receiving.region === context.region ? [] : ['for-another-region']),
    ...(word.body.sending.region === word.from ? [] : ['of-another-region']),
  ];
}

/** Records the months of a sheet that was found to fit, and goes on with the money. */
export async function recordSheet(tx: Tx, sheeted: Sheeted): Promise<Result<CaseFile, Refusal>> {
  const { context, file, transfer, word } = sheeted;
  const { messageId, body } = word;
  const recorded = await recordArrivedMonths(tx, {
    ...{ owner: file.ownerId, caseId: file.id, messageId, originRegion: transfer.partner },
    ...{ periods: periodsOf(body), ids: context.ids, at: context.clock.now() },
  });
  if (!recorded.ok) return recorded;
  const told = await tellRecorded(tx, {
    ...{ context, file, messageId, sheet: body, from: transfer.partner },
  });
  const { acceptsBalances } = context.desk;
  const offered = body.account !== null && body.account.balanceFen !== '0';
  const comes = offered && acceptsBalances;
  const refused =
    offered && !acceptsBalances ? await refuseBalance(tx, { context, transfer, messageId }) : null;
  if (refused && !refused.ok) return refused;
  const data = {
    ...{ messageId, months: body.paidMonths + body.deemedMonths, told: plain(told) },
    ...(refused ? { refusedBy: refused.value.messageId } : {}),
  };
  const moved = await step(tx, {
    ...{ context, file, actor: systemActor, data, action: comes ? 'record-months' : 'record-only' },
    met: ['sheet-fits', comes ? 'balance-comes' : 'no-balance-comes'],
  });
  if (!moved.ok || !comes) return moved;
  return creditIfHere(tx, { context, transfer, file: moved.value });
}

function plain(told: ArrivalTold): JsonObject {
  return JSON.parse(JSON.stringify(told)); // kept with the action as plain JSON
}

function periodsOf({ periods }: InformationSheet) {
  return periods.map(({ from, to, basis, averageBaseFen }) => ({
    ...{ fromMonth: from, toMonth: to, deemed: basis === 'deemed' },
    // A base that is not on record over there is nought here: months count alike, whatever was paid on.
    baseFen: averageBaseFen ?? '0',
  }));
}
