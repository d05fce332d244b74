import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { checkChange } from './check-change.ts';
import type { RegistryContext } from './context.ts';
import { type CorrectionToRequest, callRequestCorrection, subjectOnRecord } from './correction.store.ts';
import type { Change } from './correction.ts';
import { readCreditCode } from './credit-code.ts';
import { identityHashes, identityHashesByKey } from './find-person.ts';
import { guarded } from './guarded.ts';
import { readIdentity } from './identity.ts';
import { numberTail } from './masks.ts';
import { numberInText } from './number-in-text.ts';
import { ensureEmployer, locateIdentities, personById } from './person.store.ts';
import { lockRecords } from './record.store.ts';
import { recordsOf } from './records-of.store.ts';
import { standingOf } from './situation-of.ts';

export interface CorrectionRequest {
  readonly owner: string;
  readonly change: Change;
  readonly reason: string;
  readonly paperReference: string;
  /** What the person asked for, where they did. */
  readonly wishId: string | null;
}

export interface CorrectionPlace {
  readonly personId: string;
  readonly correctionId: string;
}

type Context = Pick<RegistryContext, 'clock' | 'ids' | 'seal'>;

/**
 * A clerk requests that something on record be corrected. Nothing changes until another officer approves. Refuses
 * `registry.no-such-person`, `registry.change-wrong` with everything wrong, `registry.nothing-to-correct`,
 * `registry.correction-open`, `registry.document-known`, `registry.no-such-wish`.
 */
export async function requestCorrection(
  tx: Tx,
  asked: { readonly context: Context; readonly caller: Caller; readonly request: CorrectionRequest },
): Promise<Result<CorrectionPlace, Refusal>> {
  const { context, caller, request } = asked;
  const { change, reason, paperReference, wishId } = request;
  const person = await personById(tx, request.owner);
  if (!person) return refuse({ code: 'registry.no-such-person' });
  const subjectId = subjectIdOf(change);
  const stands = await whatStands(tx, { owner: request.owner, change, subjectId });
  if (subjectId !== null && stands === null) return refuse({ code: 'registry.nothing-to-correct' });
  const owner = stands?.record ?? person.ownerId;
  const before = stands?.before ?? null;
  await lockRecords(tx, owner);
  const at = context.clock.now();
  const problems = [
    ...checkChange(change, {
      bornOn: person.bornOn,
      standing: await standingOf(tx, owner),
      today: shanghaiDate(at),
      entryKind: typeof before?.kind === 'string' ? before.kind : null,
    }),
    ...numberInText('reason', reason),
    ...numberInText('paperReference', paperReference),
  ];
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const right = await rightOf(tx, { context, change, at });
  if (!right.ok) return right;
  const correctionId = context.ids.next('cor');
  const made = { token: caller.token ?? '', ownerId: owner, id: correctionId, subjectId, at };
  const told = await guarded(
    callRequestCorrection(tx, {
      ...{ ...made, ...right.value, subject: change.subject, reason, paperReference, wishId },
      trueFrom: 'trueFrom' in change ? change.trueFrom : null,
      trueTo: 'trueTo' in change ? change.trueTo : null,
    }),
  );
  return told.ok ? ok({ personId: owner, correctionId }) : told;
}

/** What would be replaced, and on which of the person's records it stands: after a merge there are several. */
async function whatStands(
  tx: Tx,
  asked: { readonly owner: string; readonly change: Change; readonly subjectId: string | null },
) {
  const { owner, change, subjectId: id } = asked;
  if (id === null) return null;
  for (const record of await recordsOf(tx, { owner })) {
    const before = await subjectOnRecord(tx, { ownerId: record, subject: change.subject, id });
    if (before !== null) return { record, before };
  }
  return null;
}

function subjectIdOf(change: Change): string | null {
  return change.subject === 'detail' ? change.field : change.id;
}

type Right = Pick<CorrectionToRequest, 'after' | 'sealed' | 'numberHashes' | 'numberTail'>;
const nothing: Right = { after: null, sealed: null, numberHashes: null, numberTail: null };

/** What is right instead, as it is kept: numbers and addresses apart, sealed. */
async function rightOf(
  tx: Tx,
  given: { readonly context: Context; readonly change: Change; readonly at: Date },
): Promise<Result<Right>> {
  const { context, change, at } = given;
  const { seal, ids } = context;
  switch (change.subject) {
    case 'entry': {
      if (change.entry === null) return ok(nothing);
      const { kind: _, ...body } = change.entry;
      return ok({ ...nothing, after: body });
    }
    case 'detail': {
      const secret = change.field === 'phone' || change.field === 'email';
      const sealed = secret && change.value !== null ? seal.seal(change.value) : null;
      return ok({ ...nothing, after: { value: secret ? null : change.value }, sealed });
    }
    case 'document':
      return change.document === null ? ok(nothing) : documentOf(tx, { seal, document: change.document });
    case 'employment': {
      if (change.employment === null) return ok(nothing);
      const { creditCode: written, name, fromOn, toOn } = change.employment;
      const read = readCreditCode(written);
      const creditCode = 'value' in read ? read.value : written; // checked before
      const employer = { ownerId: ids.next('emp'), creditCode, name };
      const employerId = await ensureEmployer(tx, { employer, at });
      return ok({ ...nothing, after: { employerId, creditCode, fromOn, toOn } });
    }
    case 'period':
      return ok({ ...nothing, after: change.period });
  }
}

async function documentOf(
  tx: Tx,
  {
    seal,
    document,
  }: {
    readonly seal: Seal;
    readonly document: NonNullable<Extract<Change, { subject: 'document' }>['document']>;
  },
): Promise<Result<Right>> {
  const read = readIdentity(document);
  if ('wrong' in read) return refuse({ code: 'registry.change-wrong' });
  const { kind, issuer, number } = read.value;
  const known = await locateIdentities(tx, identityHashes(seal, read.value));
  if (known.length > 0) return refuse({ code: 'registry.document-known' });
  const tail = numberTail(number);
  return ok({
    after: { kind, issuer, tail },
    sealed: seal.seal(number),
    numberHashes: identityHashesByKey(seal, read.value),
    numberTail: tail,
  });
}
