import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { passingOf } from '../arriving/sheet-doubts.ts';
import { recordSheet } from '../arriving/take-sheet.ts';
import type { Doing } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { type KeptSheet, keptSheet } from './kept-sheet.ts';
import { decide, propose, waitingProposal } from './proposals.ts';

type WithReason = Doing & { readonly reason: string };

/** A clerk says why a doubtful sheet may be recorded. One about somebody else never is; where the name is in doubt it takes two. */
export async function recordDoubtfulSheet(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await sheetInCheck(tx, doing, 'in-check');
  if (!found.ok) return found;
  const { file, transfer, sheet } = found.value;
  const { word, doubts } = sheet;
  if (passingOf(doubts) === 'two-officers') return refuse({ code: 'transfer.sheet-needs-two' });
  const data = { reason, doubts: [...doubts] };
  const recording = {
    actor: actorOf(caller),
    seen,
    actions: ['record-months', 'record-only'],
    data,
  } as const;
  return recordSheet(tx, { context, file, transfer, word, recording });
}

/** A clerk proposes to record a sheet whose name is in doubt; a reviewer decides. */
export async function proposeSheet(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await sheetInCheck(tx, doing, 'in-check');
  if (!found.ok) return found;
  const { file, sheet } = found.value;
  const { messageId } = sheet.word;
  const proposalId = context.ids.next('prp');
  const content = { doubts: [...sheet.doubts] };
  const met = passingOf(sheet.doubts) === 'two-officers' ? ['name-in-doubt'] : [];
  const moved = await step(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'propose-sheet', seen, met },
    data: { proposalId, messageId, proposed: { ...content, reason } },
  });
  if (!moved.ok) return moved;
  const asked = await propose(tx, {
    ...{
      token: caller.token,
      ...placeOf(file),
      proposalId,
      kind: 'record-sheet',
      messageId,
      content,
      reason,
    },
    at: context.clock.now(),
  });
  return asked.ok ? moved : asked;
}

/** A reviewer who did not propose it lets the sheet pass: its months are recorded, and the case goes on. */
export async function passSheet(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await sheetInCheck(tx, doing, 'sheet-proposed');
  if (!found.ok) return found;
  const { file, transfer, sheet } = found.value;
  const waiting = await waitingProposal(tx, { file, kind: 'record-sheet' });
  if (!waiting.ok) return waiting;
  const { proposalId, reason } = waiting.value;
  const decision = { token: caller.token, owner: file.ownerId, proposalId, approved: true, reason: null };
  const decided = await decide(tx, { ...decision, at: context.clock.now() });
  if (!decided.ok) return decided;
  const data = { proposalId, reason, doubts: [...sheet.doubts] };
  const recording = { actor: actorOf(caller), seen, actions: ['let-pass', 'let-pass-only'], data } as const;
  return recordSheet(tx, { context, file, transfer, word: sheet.word, recording });
}

/** The reviewer gives the sheet back to the clerk, who asks for a correction or proposes it anew. */
export async function returnSheet(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const waiting = await waitingProposal(tx, { file, kind: 'record-sheet' });
  if (!waiting.ok) return waiting;
  const { proposalId } = waiting.value;
  const decision = { token: caller.token, owner: file.ownerId, proposalId, approved: false, reason };
  const decided = await decide(tx, { ...decision, at: context.clock.now() });
  if (!decided.ok) return decided;
  const data = { proposalId, reason };
  return step(tx, { context, file, actor: actorOf(caller), action: 'return-sheet', seen, data });
}

interface InCheck {
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly sheet: KeptSheet;
}

/** The sheet that a case is about in this state, unless nobody may let it pass. */
async function sheetInCheck(
  tx: Tx,
  doing: Doing,
  state: 'in-check' | 'sheet-proposed',
): Promise<Result<InCheck, Refusal>> {
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const sheet = await keptSheet(tx, { context: doing.context, ...found.value });
  if (!sheet || found.value.file.state !== state) return refuse({ code: 'transfer.no-sheet-in-check' });
  if (passingOf(sheet.doubts) === 'nobody') return refuse({ code: 'transfer.sheet-of-another' });
  return { ok: true, value: { ...found.value, sheet } };
}
