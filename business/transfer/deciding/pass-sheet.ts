import { type Refusal, type Result, refuse } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { passingOf } from '../arriving/sheet-doubts.ts';
import { recordSheet } from '../arriving/take-sheet.ts';
import type { Doing, WithReason } from '../context.ts';
import { type AtHand, onTransfer } from '../on-transfer.ts';
import { type KeptSheet, keptSheet } from './kept-sheet.ts';
import { agree, giveBack, stepProposing } from './proposals.ts';

/** The message whose sheet somebody read before they decided on it. */
export interface SheetRead {
  readonly messageId: string;
}

/** A clerk says why a doubtful sheet may be recorded. One about somebody else never is; where the name is in doubt it takes two. */
export function recordDoubtfulSheet(
  tx: Tx,
  doing: WithReason & SheetRead,
): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onSheet(tx, { ...doing, state: 'in-check' }, async ({ file, transfer, sheet, by }) => {
    const { word, doubts } = sheet;
    if (passingOf(doubts) === 'two-officers') return refuse({ code: 'transfer.sheet-needs-two' });
    const data = { reason, doubts: [...doubts] };
    const recording = { ...by, actions: ['record-months', 'record-only'], data } as const;
    return recordSheet(tx, { context, file, transfer, word, recording });
  });
}

/** A clerk proposes to record a sheet whose name is in doubt; a reviewer decides. */
export function proposeSheet(tx: Tx, doing: WithReason & SheetRead): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, reason } = doing;
  return onSheet(tx, { ...doing, state: 'in-check' }, async ({ sheet, by }) => {
    const { messageId } = sheet.word;
    const proposalId = context.ids.next('prp');
    const content = { doubts: [...sheet.doubts] };
    const met = passingOf(sheet.doubts) === 'two-officers' ? ['name-in-doubt'] : [];
    return stepProposing(tx, {
      ...{ ...by, action: 'propose-sheet', met },
      data: { proposalId, messageId, proposed: { ...content, reason } },
      token: caller.token,
      proposal: { proposalId, kind: 'record-sheet', messageId, content, reason },
    });
  });
}

/** A reviewer who did not propose it lets the sheet pass: its months are recorded, and the case goes on. */
export function passSheet(tx: Tx, doing: Doing & SheetRead): Promise<Result<CaseFile, Refusal>> {
  const { context } = doing;
  return onSheet(tx, { ...doing, state: 'sheet-proposed' }, async ({ file, transfer, sheet, by }) => {
    const decided = await agree(tx, { doing, file, kind: 'record-sheet' });
    if (!decided.ok) return decided;
    const { proposalId, reason } = decided.value;
    const data = { proposalId, reason, doubts: [...sheet.doubts] };
    const recording = { ...by, actions: ['let-pass', 'let-pass-only'], data } as const;
    return recordSheet(tx, { context, file, transfer, word: sheet.word, recording });
  });
}

/** The reviewer gives the sheet back to the clerk, who asks for a correction or proposes it anew. */
export function returnSheet(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  return giveBack(tx, { ...doing, kind: 'record-sheet', action: 'return-sheet' });
}

/**
 * Does something to the sheet that a case is about in this state, unless nobody may let it pass, or another came since it was read.
 */
function onSheet(
  tx: Tx,
  doing: Doing & SheetRead & { readonly state: 'in-check' | 'sheet-proposed' },
  work: (at: AtHand & { readonly sheet: KeptSheet }) => Promise<Result<CaseFile, Refusal>>,
): Promise<Result<CaseFile, Refusal>> {
  return onTransfer(tx, doing, async (at) => {
    const sheet = await keptSheet(tx, { context: doing.context, ...at });
    if (!sheet || at.file.state !== doing.state) return refuse({ code: 'transfer.no-sheet-in-check' });
    if (sheet.word.messageId !== doing.messageId) return refuse({ code: 'transfer.another-sheet' });
    if (sheet.doubts.includes('taken-back')) return refuse({ code: 'transfer.sheet-taken-back' });
    if (passingOf(sheet.doubts) === 'nobody') return refuse({ code: 'transfer.sheet-of-another' });
    return work({ ...at, sheet });
  });
}
