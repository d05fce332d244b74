import { text } from 'node:stream/consumers';
import {
  type CorrectionDecision,
  type CorrectionRequest,
  correctionHistory,
  correctionsWaiting,
  decideCorrection,
  type ListedCorrection,
  readChange,
  refuseWish,
  requestCorrection,
  type WishPlace,
  wishesWaiting,
} from '#business/registry';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/**
 * `suixing correction request PERSON --reason TEXT --paper REFERENCE [--wish WISH]`, what is to be corrected as JSON on
 * standard input: it may hold an identity number, which has no place in a command line.
 */
export async function requestCorrectionOf(
  frame: Frame,
  asked: RegistryDesk & Omit<CorrectionRequest, 'change'>,
): Promise<ExitCode> {
  const { agency: context, caller, owner, reason, paperReference, wishId } = asked;
  const change = readChange(await text(frame.stdin));
  if (!change.ok) return conclude(frame, change, () => '');
  const request = { owner, change: change.value, reason, paperReference, wishId };
  const told = await inTransaction(context.database, (tx) =>
    requestCorrection(tx, { context, caller, request }),
  );
  return conclude(frame, told, ({ correctionId }) =>
    say(frame, {
      zh: `已提交更正 ${correctionId}，等待另一名复核人员审批。`,
      en: `Requested as ${correctionId}; it waits for another officer's decision.`,
    }),
  );
}

/** `suixing correction approve PERSON CORRECTION` and `suixing correction decline PERSON CORRECTION --reason TEXT`. */
export async function decideCorrectionOf(
  frame: Frame,
  { agency: context, caller, decision }: RegistryDesk & { readonly decision: CorrectionDecision },
): Promise<ExitCode> {
  const told = await inTransaction(context.database, (tx) =>
    decideCorrection(tx, { context, caller, decision }),
  );
  return conclude(frame, told, ({ approved }) =>
    say(frame, approved ? { zh: '已更正。', en: 'Corrected.' } : { zh: '已退回。', en: 'Declined.' }),
  );
}

/** `suixing correction list [PERSON]`: of one person the last hundred, otherwise the first hundred that wait. */
export async function listCorrections(
  frame: Frame,
  { agency, owner }: Pick<RegistryDesk, 'agency'> & { readonly owner: string | null },
): Promise<ExitCode> {
  const { database, seal } = agency;
  const { items } =
    owner === null
      ? await correctionsWaiting(database, { seal, after: null, limit: 100 })
      : await correctionHistory(database, { owners: [owner], seal, before: null, limit: 100 });
  show(frame, items, () => items.map((correction) => correctionWords(frame, correction)).join('\n'));
  return 0;
}

/** `suixing correction wishes`: what people say is wrong and nobody has answered, the first hundred. */
export async function listWishes(frame: Frame, { agency }: Pick<RegistryDesk, 'agency'>): Promise<ExitCode> {
  const { items } = await wishesWaiting(agency.database, { after: null, limit: 100 });
  const told = items.map(({ ownerId, id, says, askedAt }) => ({
    personId: ownerId,
    wishId: id,
    says,
    askedAt,
  }));
  show(frame, told, () =>
    told.map(({ personId, wishId, says }) => [personId, wishId, says].join('  ')).join('\n'),
  );
  return 0;
}

/** `suixing correction refuse PERSON WISH --reason TEXT`. */
export async function refuseWishOf(
  frame: Frame,
  {
    agency: context,
    caller,
    refusal,
  }: RegistryDesk & { readonly refusal: WishPlace & { readonly reason: string } },
): Promise<ExitCode> {
  const told = await inTransaction(context.database, (tx) => refuseWish(tx, { context, caller, refusal }));
  return conclude(frame, told, () => say(frame, { zh: '已答复。', en: 'Answered.' }));
}

function correctionWords(frame: Frame, correction: ListedCorrection): string {
  const { personId, correctionId, subject, subjectId, before, after, reason, status } = correction;
  const change = `${before ? JSON.stringify(before) : '–'} → ${after ? JSON.stringify(after) : '–'}`;
  const by = { zh: `申请人 ${correction.requestedBy}`, en: `requested by ${correction.requestedBy}` };
  const decided = correction.decidedBy && {
    zh: `审批人 ${correction.decidedBy}`,
    en: `decided by ${correction.decidedBy}`,
  };
  const people = [say(frame, by), ...(decided ? [say(frame, decided)] : [])];
  return [
    personId,
    correctionId,
    status,
    `${subject} ${subjectId ?? ''}`.trim(),
    change,
    reason,
    ...people,
  ].join('  ');
}
