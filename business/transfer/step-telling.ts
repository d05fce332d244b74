import { ok, type Refusal, type Result } from '#basics';
import { issueLetter } from '#business/letters';
import type { CaseFile, JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { TransferContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callMakePost } from './paper/post.store.ts';
import { placeOf } from './place-of.ts';
import { step, type TransferStep } from './step.ts';
import { type Message, type Told, tellPartner } from './tell-partner.ts';

type Telling = Omit<TransferStep, 'context'> & { readonly context: TransferContext };

/** A step that says something to the other agency: it is sent, and printed on the step. */
export async function stepSaying(
  tx: Tx,
  asked: Omit<Telling, 'data'> & {
    readonly transfer: Transfer;
    readonly says: Message;
    /** What the step keeps, the number of what was said with it. */
    readonly data: (messageId: string) => JsonObject;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { says, data, ...doing } = asked;
  const { context, file, transfer } = asked;
  const said = await tellPartner(tx, { context, transfer, file, ...says });
  if (!said.ok) return said;
  return stepTelling(tx, { ...doing, data: data(said.value.messageId), told: said.value });
}

/** The same of what is said already: it is printed on the step. */
export async function stepTelling(
  tx: Tx,
  asked: Telling & { readonly told: Told },
): Promise<Result<CaseFile, Refusal>> {
  const { told, ...doing } = asked;
  const moved = await step(tx, doing);
  return moved.ok ? issueForm(tx, { context: asked.context, file: moved.value, told }) : moved;
}

/**
 * The form of what was said, on the last step of its case; for an agency without a gateway a letter that a clerk has to post.
 * Agencies write to each other in Chinese; it can be printed in both languages.
 */
export async function issueForm(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly told: Told },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, told } = asked;
  const { form, channel, messageId } = told;
  if (form === null) return ok(file);
  await issueLetter(tx, { context, file, language: 'zh', ...form });
  if (channel === 'gateway') return ok(file);
  const post = { ...placeOf(file), seq: file.actionCount, messageId, at: context.clock.now() };
  const made = await guarded(callMakePost(tx, post));
  return made.ok ? ok(file) : made;
}
