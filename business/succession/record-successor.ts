import { isPlainDate, type PlainDate, type Problem, type Refusal, type Result, refuse } from '#basics';
import {
  type GivenIdentity,
  numberInText,
  numberTail,
  personNameWrong,
  readIdentity,
} from '#business/registry/public';
import type { Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { EstateCase, SuccessionContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callRecordSuccessor, type Recorder, type SealedIdentity } from './guards.store.ts';
import type { SuccessorRow } from './store.ts';
import { type Relation, representable, type SuccessionBasis } from './successor.ts';

/** An heir or legatee as the window or the applicant names them, with the paper that shows it. */
export interface NewSuccessor {
  readonly name: string;
  /** As an account abroad has it. */
  readonly nameLatin?: string | null | undefined;
  readonly relation: Relation;
  readonly basis: SuccessionBasis;
  /** Whose place a descendant takes. */
  readonly represents: string | null;
  readonly predeceasedOn: PlainDate | null;
  readonly bornOn: PlainDate | null;
  readonly identity: GivenIdentity | null;
  readonly guardian: {
    readonly name: string;
    readonly identity: GivenIdentity;
    readonly paperReference: string;
  } | null;
  readonly paperReference: string;
}

/** Records one successor; answers the id. Refuses `succession.wrong` with everything wrong at once. */
export async function recordSuccessor(
  tx: Tx,
  context: SuccessionContext,
  asked: {
    readonly file: EstateCase;
    readonly recorder: Recorder;
    readonly given: NewSuccessor;
    readonly known: readonly SuccessorRow[];
    readonly today: PlainDate;
  },
): Promise<Result<string, Refusal>> {
  const { file, recorder, given } = asked;
  const problems = successorProblems(given, asked);
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  const { identity, guardian } = given;
  const read = identity && readIdentity(identity);
  const born = read && 'value' in read ? read.value.bornOn : null;
  const successorId = context.ids.next('suc');
  const done = await guarded(
    callRecordSuccessor(tx, {
      ...recorder,
      ...{ ownerId: file.ownerId, caseId: file.id, successorId },
      ...{
        name: given.name.trim(),
        nameLatin: given.nameLatin?.trim() || null,
        relation: given.relation,
        basis: given.basis,
        represents: given.represents,
      },
      ...{ predeceasedOn: given.predeceasedOn, bornOn: given.bornOn ?? born },
      identity: identity && sealed(context.seal, identity),
      guardian: guardian && {
        ...sealed(context.seal, guardian.identity),
        ...{ name: guardian.name.trim(), paper: guardian.paperReference.trim() },
      },
      ...{ paperReference: given.paperReference.trim(), at: context.clock.now() },
    }),
  );
  return done.ok ? { ok: true, value: successorId } : done;
}

/** Everything wrong with what was given, at once. */
export function successorProblems(
  given: NewSuccessor,
  { known, today }: { readonly known: readonly SuccessorRow[]; readonly today: PlainDate },
): readonly Problem[] {
  return [
    ...nameProblems('name', given.name),
    ...(given.nameLatin ? nameProblems('nameLatin', given.nameLatin) : []),
    ...paperProblems('paperReference', given.paperReference),
    ...(given.identity ? identityProblems('identity', given.identity) : []),
    ...(given.guardian ? nameProblems('guardian.name', given.guardian.name) : []),
    ...(given.guardian ? identityProblems('guardian.identity', given.guardian.identity) : []),
    ...(given.guardian ? paperProblems('guardian.paperReference', given.guardian.paperReference) : []),
    ...dayProblems('bornOn', given.bornOn, today),
    ...dayProblems('predeceasedOn', given.predeceasedOn, today),
    ...placeProblems(given, known),
  ];
}

function placeProblems(
  { relation, represents }: NewSuccessor,
  known: readonly SuccessorRow[],
): readonly Problem[] {
  if (relation !== 'descendant') {
    return represents === null ? [] : [{ path: 'represents', detail: notForThis }];
  }
  const before = known.find(({ id }) => id === represents);
  const fits =
    before !== undefined && before.predeceasedOn !== null && representable.includes(before.relation);
  return fits ? [] : [{ path: 'represents', detail: nobodyToRepresent }];
}

function nameProblems(path: string, name: string): readonly Problem[] {
  const given = name.trim();
  if (given.length === 0 || given.length > 70) return [{ path, detail: nameWrong }];
  const detail = personNameWrong(given);
  return detail === null ? [] : [{ path, detail }];
}

function paperProblems(path: string, paper: string): readonly Problem[] {
  const fits = paper.trim().length > 0 && paper.trim().length <= 200;
  return fits ? numberInText(path, paper) : [{ path, detail: paperWrong }];
}

function identityProblems(path: string, identity: GivenIdentity): readonly Problem[] {
  const read = readIdentity(identity);
  return 'wrong' in read ? read.wrong.map((detail) => ({ path, detail })) : [];
}

function dayProblems(path: string, day: PlainDate | null, today: PlainDate): readonly Problem[] {
  return day === null || (isPlainDate(day) && day <= today) ? [] : [{ path, detail: dayWrong }];
}

function sealed(seal: Seal, identity: GivenIdentity): SealedIdentity {
  const read = readIdentity(identity);
  if ('wrong' in read) throw new Error('an identity that was not checked'); // successorProblems did
  const { kind, issuer, number } = read.value;
  return {
    kind,
    sealed: seal.seal(`${issuer} ${number}`),
    tail: numberTail(number),
  };
}

const nameWrong = {
  zh: '请填写姓名，不超过 70 个字',
  en: 'Give the name, 70 characters at most',
};
const paperWrong = {
  zh: '请写明证明材料的归档号，不超过 200 个字',
  en: 'Give the reference under which the proof is filed, 200 characters at most',
};
const dayWrong = { zh: '日期不对，或者还没有到', en: 'The day is not right, or has not come' };
const notForThis = { zh: '只有代位继承人填写代谁继承', en: 'Only a descendant takes somebody’s place' };
const nobodyToRepresent = {
  zh: '请先登记先去世的子女或兄弟姐妹，再写明代谁继承',
  en: 'Record first the child or sibling who died before, then say whose place this one takes',
};
