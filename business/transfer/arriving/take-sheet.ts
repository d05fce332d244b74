import { isDeepStrictEqual } from 'node:util';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { recordArrivedMonths } from '#business/registry';
import { type Actor, actionsOf, type CaseFile, type JsonObject, systemActor } from '#engines/casework';
import { transferInWorkingDays } from '#law';
import type { Reader, Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { ArrivalTold } from '../arrival/tell-arrival.ts';
import { figureToday, type TransferContext } from '../context.ts';
import type { InformationSheet } from '../messages/information-sheet.ts';
import { partnerActor, step } from '../step.ts';
import { adviceOf } from '../store.ts';
import { issueMonthsLetter } from '../telling/write-months-letter.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';
import { creditIfHere, moneyIsHere } from './credit-arrival.ts';
import { doubtsOf } from './sheet-doubts.ts';
import { staysThere } from './stays-there.ts';
import { tellRecorded } from './tell-recorded.ts';
import { turnAway } from './turn-away.ts';

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
  // It crossed with our letter's withdrawal; had it come too late over there, the money's advice stands before a clerk.
  if (file.state === 'cancelled' || file.state === 'closed-by-death')
    return ok({ ownerId: file.ownerId, effect: 'crossed-with-cancelling' });
  if (file.state === 'sheet-proposed' || file.state === 'refusal-proposed')
    return refuse({ code: 'transfer.awaits-reviewer' });
  if (!expectedIn.includes(file.state)) return refuse({ code: 'transfer.not-expected-now' });
  const kept = await recordWord(tx, sheeted);
  if (!kept.ok) return kept;
  const workingDays = figureToday(context, transferInWorkingDays);
  const { messageId, body } = word;
  const doubts = await doubtsOf(tx, { context, transfer, sheet: body });
  const data = { messageId, doubts: [...doubts], workingDays, revision: body.revision };
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

/** A corrected one takes the place of the sheet that is being checked, or was recorded before the money came. */
const expectedIn: readonly string[] = [
  'awaiting-sheet',
  'in-check',
  'awaiting-correction',
  'awaiting-balance',
];

/** By whom a sheet is recorded, and with which steps of the case. */
export interface Recording {
  readonly actor: Actor;
  readonly seen?: number | undefined;
  /** Where a balance comes, and where none does. */
  readonly actions: readonly [comes: string, none: string];
  /** What is kept with the step besides. */
  readonly data: JsonObject;
}

const byItself: Recording = { actor: systemActor, actions: ['record-months', 'record-only'], data: {} };

/** Records the months of a sheet that fits, or that officers let pass, and goes on with the money. */
export async function recordSheet(
  tx: Tx,
  { recording = byItself, ...sheeted }: Sheeted & { readonly recording?: Recording },
): Promise<Result<CaseFile, Refusal>> {
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
  const done = await actionsOf(tx, file);
  const before = done.findLast(({ data }) => data.told !== undefined)?.data.told;
  const again = sameMonths(before, plain(told));
  const comes = await offersBalance(tx, { transfer, sheet: body });
  const taken = context.desk.acceptsBalances;
  const balanceStays = comes ? null : staysThere(done);
  const data = {
    ...{ messageId, months: body.paidMonths + body.deemedMonths, ...recording.data },
    told: plain(told),
    ...(comes && !taken ? { balanceApart: true } : {}),
    ...(again ? { monthsAsBefore: true } : {}),
    ...(balanceStays ? { balanceStays } : {}),
  };
  const { actor, seen, actions } = recording;
  const [withBalance, without] = actions;
  const moved = await step(tx, {
    ...{ context, file, transfer, actor, seen, data, action: comes ? withBalance : without },
    met: ['sheet-fits', comes ? 'balance-comes' : 'no-balance-comes'],
  });
  if (!moved.ok) return moved;
  // Whoever has the letter about these months is not sent it again.
  if (!again) await issueMonthsLetter(tx, { context, file: moved.value, told });
  if (!comes) return moved;
  const going = { context, transfer, file: moved.value };
  // Nobody is told that nothing came while it is here.
  const stays = taken || (await moneyIsHere(tx, going));
  return stays ? creditIfHere(tx, going) : turnAway(tx, { ...going, messageId });
}

/** Whether money comes with a sheet: it tells of a balance, or the other agency has advised one already. */
export async function offersBalance(
  reader: Reader,
  { transfer, sheet }: { readonly transfer: Transfer; readonly sheet: InformationSheet },
): Promise<boolean> {
  const { account } = sheet;
  return (account !== null && account.balanceFen !== '0') || (await adviceOf(reader, transfer)) !== undefined;
}

function plain(told: ArrivalTold): JsonObject {
  return JSON.parse(JSON.stringify(told)); // kept with the action as plain JSON
}

/** A corrected sheet may tell of another account and the same months. */
function sameMonths(before: unknown, now: JsonObject): boolean {
  if (typeof before !== 'object' || before === null) return false;
  return isDeepStrictEqual({ ...before, on: null }, { ...now, on: null });
}

function periodsOf({ periods }: InformationSheet) {
  return periods.map(({ from, to, basis, averageBaseFen }) => ({
    ...{ fromMonth: from, toMonth: to, deemed: basis === 'deemed' },
    // A base that is not on record over there is nought here: months count alike, whatever was paid on.
    baseFen: averageBaseFen ?? '0',
  }));
}
