import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller } from '#business/access/public';
import { handInTo, notApplyingFor, signFor } from '#business/materials';
import { readPayeeAccount } from '#business/payments';
import { type Actor, type CaseFile, findCase, type GivenPaper } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { rulesOf, type WithdrawalContext } from './context.ts';
import { optionOf } from './decide-withdrawal.ts';
import { callCarryUploads, callLinkDraft } from './draft.store.ts';
import type { DraftContent } from './draft.ts';
import { namePayeeOf } from './name-payee.ts';
import { providePaperOf, typedReference } from './provide-material.ts';
import { saidLeftOn } from './said-left-on.ts';
import { step } from './step.ts';
import { submitFile } from './submit-application.ts';

/** The case of a draft: what its files belong to before it is an application. It holds nothing and starts no deadline. */

interface OfDraft {
  readonly context: WithdrawalContext;
  readonly caller: Caller;
  readonly personId: string;
  readonly draftId: string;
  readonly content: DraftContent;
  /** By its number; null where the draft has none so far. */
  readonly caseNumber: string | null;
}

/**
 * The draft's case, opened where there is none. One on another ground, which the person has left since, is over; its files
 * belong to the new one, so that nothing has to be photographed again.
 */
export async function caseOfDraft(tx: Tx, draft: OfDraft): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, personId, draftId: id, content } = draft;
  const { ground = '' } = content;
  const before = draft.caseNumber === null ? undefined : await findCase(tx, draft.caseNumber);
  const live = before?.state === 'draft' && before.ownerId === personId ? before : undefined;
  if (live?.subject === ground) return ok(live);
  const opened = await applyForWithdrawal(tx, {
    ...{ context, caller, personId, ground, payee: null, papers: [], submit: false, applyAnyway: false },
  });
  if (!opened.ok) return opened;
  if (live) {
    const over = await endDraftCase(tx, { context, file: live, actor: actorOf(caller) });
    if (!over.ok) return over;
    await callCarryUploads(tx, { ownerId: personId, from: live.id, to: opened.value.id });
  }
  const { number } = opened.value;
  const linked = await callLinkDraft(tx, { ownerId: personId, id, by: caller.id, number });
  return linked ? opened : refuse({ code: 'withdrawal.no-draft' });
}

/** Ends a case that nobody applied with; one that went on is left as it is. */
export async function endDraftCase(
  tx: Tx,
  ending: { readonly context: WithdrawalContext; readonly file: CaseFile | undefined; readonly actor: Actor },
): Promise<Result<CaseFile | undefined, Refusal>> {
  const { context, file, actor } = ending;
  if (file?.state !== 'draft') return ok(file);
  return step(tx, { context, file, actor, action: 'end-draft' });
}

/** Makes the application out of a draft and its case: every paper, the payee, then the submission; all of it or nothing. */
export async function submitDraftCase(tx: Tx, draft: OfDraft): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, content } = draft;
  const { papers = [], payee, applyAnyway = false } = content;
  let done = await caseOfDraft(tx, draft);
  for (const paper of papers) {
    if (!done.ok) return done;
    if (!paper.later) done = await handIn(tx, { context, caller, file: done.value, paper });
  }
  if (done.ok && payee)
    done = await namePayeeOf(tx, { context, caller, file: done.value, payee: readPayeeAccount(payee) });
  if (!done.ok) return done;
  return submitFile(tx, {
    ...{ context, caller, file: done.value, applyAnyway },
    saidLeftOn: saidLeftOn(content),
  });
}

async function handIn(
  tx: Tx,
  handing: Pick<OfDraft, 'context' | 'caller'> & {
    readonly file: CaseFile;
    readonly paper: NonNullable<DraftContent['papers']>[number];
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file } = handing;
  const { materialId, fileIds = [], commitment, notApplying, paperReference = '' } = handing.paper;
  const provide = (paper: GivenPaper) => providePaperOf(tx, { context, caller, file, paper });
  if (notApplying) {
    const rules = rulesOf(context, file);
    if (!rules.ok) return rules;
    const asked = optionOf(rules.value, file.subject).materials;
    const material = asked.find((rule) => rule.material.id === materialId);
    return notApplyingFor(tx, { context, caller, file, provide, materialId, material, ...notApplying });
  }
  if (commitment) return signFor(tx, { context, caller, file, provide, materialId, fileIds, ...commitment });
  if (fileIds.length === 0) {
    const typed = typedReference(paperReference);
    return typed.ok ? provide({ materialId, paperReference }) : typed;
  }
  const done = await handInTo(tx, { file, provide, materialId, fileIds, mark: null });
  return done.ok ? ok(done.value.file) : done;
}
