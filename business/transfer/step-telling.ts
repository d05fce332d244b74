import { ok, type Refusal, type Result } from '#basics';
import { issueLetter } from '#business/letters';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { TransferContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callMakePost } from './paper/post.store.ts';
import { placeOf } from './place-of.ts';
import { step, type TransferStep } from './step.ts';
import type { Told } from './tell-partner.ts';

/** A step that says something to the other agency: what was said is printed on it. */
export async function stepTelling(
  tx: Tx,
  asked: Omit<TransferStep, 'context'> & { readonly context: TransferContext; readonly told: Told },
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
