import { ok, type PlainDate, type Problem, type Result, readTypedCode, refuse } from '#basics';
import { windowCode } from '#business/access';
import { onlyPersonOf } from '#business/access/public';
import { recordsOf } from '#business/registry';
import { organisationNameWrong } from '#business/registry/public';
import { type CaseFile, findCase, readCaseNumber } from '#engines/casework';
import { guardedBy, inTransaction, type Tx } from '#platform/postgres';
import { type Asked, type MandateContext, today } from './context.ts';
import { callAcceptMandate, callConfirmMandate, callEndMandate, callGiveMandate } from './mandate.store.ts';

export interface NewMandate {
  /** Who lets somebody act: `psn_…` or `emp_…`; the caller's own person where it is left out. */
  readonly ownerId: string | null;
  /** Who is to act, as the giver calls them. */
  readonly agentName: string;
  /** Processes by id, and `record` to look at what is on record. */
  readonly scope: readonly string[];
  /** Only this case; null for every one within the scope. */
  readonly caseNumber: string | null;
  /** The last day; null where no end is fixed. */
  readonly untilOn: PlainDate | null;
  /** The paper that the clerk saw; null for one that is given online. */
  readonly paperReference: string | null;
}

/** What a mandate may name besides the procedures. */
export const recordScope = 'record';

/**
 * Gives a mandate, and answers the code with which whoever is to act accepts it; it is told this once. Opens its own
 * transaction: the code is kept nowhere, so that the answer cannot be kept either.
 */
export async function giveMandate({
  context,
  caller,
  mandate,
}: Asked & { readonly mandate: NewMandate }): Promise<
  Result<{ readonly ownerId: string; readonly mandateId: string; readonly code: string }>
> {
  const ownerId = mandate.ownerId ?? onlyPersonOf(caller);
  const window = caller.kind === 'officer';
  if (ownerId === null || (!window && !caller.personIds.includes(ownerId)))
    return refuse({ code: 'mandate.none' });
  const file = await caseOf(context, mandate.caseNumber);
  const problems = await problemsOf({ context, mandate, ownerId, window, file });
  if (problems.length > 0) return refuse({ code: 'mandate.wrong', problems });
  const code = windowCode(context.random);
  const mandateId = context.ids.next('man');
  const given = await inTransaction(context.database, (tx) =>
    guarded(
      callGiveMandate(tx, {
        ...{ token: caller.token ?? '', ownerId, id: mandateId, scope: [...new Set(mandate.scope)] },
        agentSealed: context.seal.seal(mandate.agentName.trim()),
        ...{ caseId: file?.id ?? null, untilOn: mandate.untilOn },
        paperReference: window ? mandate.paperReference : null,
        codeHash: context.seal.keyedHash(codePurpose, code),
      }),
    ),
  );
  return given.ok ? ok({ ownerId, mandateId, code }) : given;
}

/** Whoever is to act accepts under their own login; from the next request on they may. */
export async function acceptMandate(
  tx: Tx,
  { context, caller, code }: Asked & { readonly code: string },
): Promise<Result<{ readonly ownerId: string; readonly mandateId: string }>> {
  const codeHashes = context.seal.keyedHashes(codePurpose, readTypedCode(code));
  return guarded(callAcceptMandate(tx, { token: caller.token ?? '', codeHashes }));
}

interface OneMandate extends Asked {
  readonly ownerId: string;
  readonly mandateId: string;
}

/** A second officer confirms what a clerk recorded from a paper. */
export function confirmMandate(tx: Tx, { caller, ownerId, mandateId }: OneMandate): Promise<Result<null>> {
  return guarded(callConfirmMandate(tx, { token: caller.token ?? '', ownerId, mandateId }).then(() => null));
}

/** Ends it at once: by who gave it, who accepted it, or a clerk at the window. */
export function endMandate(tx: Tx, { caller, ownerId, mandateId }: OneMandate): Promise<Result<null>> {
  return guarded(callEndMandate(tx, { token: caller.token ?? '', ownerId, mandateId }).then(() => null));
}

const codePurpose = 'mandate code';

async function caseOf(context: MandateContext, typed: string | null): Promise<CaseFile | undefined> {
  const number = typed === null ? null : readCaseNumber(typed);
  return number === null ? undefined : findCase(context.database, number);
}

async function problemsOf(asked: {
  readonly context: MandateContext;
  readonly mandate: NewMandate;
  readonly ownerId: string;
  readonly window: boolean;
  readonly file: CaseFile | undefined;
}): Promise<readonly Problem[]> {
  const { context, mandate, ownerId, window, file } = asked;
  const { scope, caseNumber, untilOn, paperReference, agentName } = mandate;
  const known = [recordScope, ...Object.keys(context.processes)];
  const strange = scope.filter((each) => !known.includes(each));
  const records = await recordsOf(context.database, { owner: ownerId });
  const named = agentName.trim() === '' ? null : organisationNameWrong(agentName.trim()); // a firm may act too
  const fits = file !== undefined && records.includes(file.ownerId) && scope.includes(file.process);
  const checks: readonly (readonly [boolean, Problem])[] = [
    [agentName.trim() === '', problem('agentName', '请写明代办人', 'Say who is to act')],
    ...(named === null ? [] : [[true, { path: 'agentName', detail: named }] as const]),
    [
      scope.length === 0 || strange.length > 0,
      problem('scope', `可以委托：${known.join('、')}`, `A mandate may name: ${known.join(', ')}`),
    ],
    [
      caseNumber !== null && !fits,
      problem('caseNumber', '没有这件办理，或者不在委托范围内', 'No such case of theirs is within the scope'),
    ],
    [untilOn !== null && untilOn < today(context), problem('untilOn', '截止日已过', 'This day has gone by')],
    [
      window && (paperReference ?? '').trim() === '',
      problem('paperReference', '请写明委托书的归档号', 'Give the reference of the paper'),
    ],
  ];
  return checks.filter(([wrong]) => wrong).map(([, told]) => told);
}

function problem(path: string, zh: string, en: string): Problem {
  return { path, detail: { zh, en } };
}

const guarded = guardedBy({
  mandate_by_two: 'mandate.by-two',
  mandate_confirmed_first: 'mandate.code-wrong',
});
