import { ok, type PlainDate, type Problem, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { decideFact, type FactToRecord, maskName, recordFact, standingOf } from '#business/registry';
import { maskNumber, numberInText, numberTail, readIdentity, type Standing } from '#business/registry/public';
import type { Reader, Tx } from '#platform/postgres';
import {
  decideInquiryRow,
  type IdentifiedAsker,
  inquiriesWaiting,
  inquiryById,
  reviewRow,
} from './account-inquiry.store.ts';
import { asked, type NewInquiry, personAsked } from './account-inquiry.ts';
import type { InquiryContext, SuccessionContext } from './context.ts';
import { guarded } from './guarded.ts';
import { inquiryFiles } from './inquiry-files.store.ts';
import type { InquiryFile } from './inquiry-files.ts';

export interface InquiryReview {
  readonly caller: Caller;
  readonly inquiryId: string;
  readonly entitled: boolean;
  readonly deathPaper: string;
  readonly relationPaper: string;
  /** Under which document the asker was identified; without it no login is opened by the answer. */
  readonly identityPaper?: string | null;
  /** The day of the death, as the proof says it. */
  readonly diedOn?: PlainDate | null;
}

/**
 * What a first officer finds: whether the papers prove the death and the relation. What they prove goes onto the record of the
 * person who died, for the second officer to confirm with this very review, so that nobody asks for the same papers again.
 */
export async function reviewInquiry(
  tx: Tx,
  context: Pick<SuccessionContext, 'clock' | 'ids' | 'seal'>,
  given: InquiryReview,
): Promise<Result<void, Refusal>> {
  const { caller, inquiryId: id, entitled } = given;
  const [deathPaper, relationPaper] = [given.deathPaper.trim(), given.relationPaper.trim()];
  const identityPaper = given.identityPaper?.trim() || null;
  const problems = [
    ...paperProblems('deathPaper', deathPaper),
    ...paperProblems('relationPaper', relationPaper),
    ...(identityPaper === null ? [] : paperProblems('identityPaper', identityPaper)),
  ];
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  const inquiry = await inquiryById(tx, id);
  if (inquiry?.askedSealed === null) return refuse({ code: 'succession.no-inquiry' });
  const personId = inquiry && entitled ? await personAsked(tx, context.seal, inquiry) : null;
  const facts: string[] = [];
  if (personId !== null && inquiry?.makerId === null) {
    const papers = { personId, deathPaper, relationPaper, diedOn: given.diedOn ?? null };
    const proven = provenBy(await standingOf(tx, personId), papers);
    if (!proven.ok) return proven;
    for (const fact of proven.value) {
      const done = await recordFact(tx, { context, caller, fact });
      if (!done.ok) return done;
      facts.push(done.value.factId);
    }
  }
  const asker = inquiry && entitled ? identifiedAs(asked(context.seal, inquiry).asker) : null;
  const row = { id, entitled, deathPaper, relationPaper, identityPaper, personId, facts, asker };
  return guarded(reviewRow(tx, { ...row, token: caller.token ?? '', at: context.clock.now() }));
}

/** Whom the officer compared with the document: of its number only what may lie unsealed. */
function identifiedAs({ name, identity }: NewInquiry['asker']): IdentifiedAsker {
  const read = readIdentity(identity);
  const document = 'value' in read ? read.value : null;
  return { name: name.trim(), kind: document?.kind ?? null, tail: document && numberTail(document.number) };
}

/** What is not on record yet of what the papers prove; a death that is not is recorded with its day, or nobody may decide on it. */
function provenBy(
  standing: Standing,
  papers: {
    readonly personId: string;
    readonly deathPaper: string;
    readonly relationPaper: string;
    readonly diedOn: PlainDate | null;
  },
): Result<readonly FactToRecord[], Refusal> {
  const { personId: owner, deathPaper, relationPaper, diedOn } = papers;
  const died = standing.died?.on ?? null;
  if (died === null && diedOn === null)
    return refuse({ code: 'succession.wrong', problems: [{ path: 'diedOn', detail: dayMissing }] });
  return ok([
    ...(died === null && diedOn !== null
      ? [{ owner, entry: { kind: 'died', on: diedOn }, paperReference: deathPaper } as const]
      : []),
    ...(standing.succession?.established === true
      ? []
      : [
          {
            ...{ owner, paperReference: relationPaper },
            entry: { kind: 'succession', established: true, on: null },
          } as const,
        ]),
  ]);
}

/** The second officer's word on it, and with it on what the first one recorded. */
export async function decideInquiry(
  tx: Tx,
  context: Pick<InquiryContext, 'clock' | 'onDeath'>,
  given: { readonly caller: Caller; readonly inquiryId: string; readonly confirmed: boolean },
): Promise<Result<void, Refusal>> {
  const { caller, inquiryId: id, confirmed } = given;
  const row = { token: caller.token ?? '', id, confirmed, at: context.clock.now() };
  const decided = await guarded(decideInquiryRow(tx, row));
  if (!decided.ok) return decided;
  const inquiry = await inquiryById(tx, id);
  for (const factId of inquiry?.facts ?? []) {
    const decision = { personId: inquiry?.personId ?? '', factId, confirmed, reason: notConfirmed };
    const done = await decideFact(tx, { context, caller, decision });
    // Somebody decided on the entry itself meanwhile; it is as they said.
    if (!done.ok && done.refusal.code !== 'registry.fact-decided') return done;
  }
  return ok(undefined);
}

const notConfirmed = '亲属询问没有通过复核';

/** A question as officers see it: names in full, numbers masked. */
export interface WaitingInquiry {
  readonly inquiryId: string;
  readonly deceasedName: string;
  readonly deceasedNumber: string;
  readonly askerName: string;
  readonly askerNumber: string;
  readonly relation: string;
  readonly askedAt: string;
  readonly entitled: boolean | null;
  readonly deathPaper: string | null;
  readonly relationPaper: string | null;
  readonly identityPaper: string | null;
  readonly makerId: string | null;
  /** Papers that came with it, to be looked at. */
  readonly files: readonly InquiryFile[];
}

export async function waitingInquiries(
  reader: Reader,
  { seal }: Pick<SuccessionContext, 'seal'>,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly WaitingInquiry[]> {
  const rows = await inquiriesWaiting(reader, page);
  const files = await inquiryFiles(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { deceased, asker } = asked(seal, row);
    const { id: inquiryId, relation, entitled, deathPaper, relationPaper, identityPaper, makerId } = row;
    return {
      ...{ inquiryId, relation, entitled, deathPaper, relationPaper, identityPaper, makerId },
      ...{ deceasedName: deceased.name, deceasedNumber: maskNumber(deceased.identity.number) },
      ...{ askerName: maskName(asker.name), askerNumber: maskNumber(asker.identity.number) },
      askedAt: row.askedAt.toISOString(),
      files: files
        .filter((file) => file.inquiryId === inquiryId)
        .map(({ fileId, paper, kind, bytes, scan }) => ({ fileId, paper, kind, bytes, scan })),
    };
  });
}

function paperProblems(path: string, paper: string): readonly Problem[] {
  return paper.length > 0 && paper.length <= 200
    ? numberInText(path, paper)
    : [{ path, detail: paperMissing }];
}

const dayMissing = {
  zh: '档案里还没有死亡登记，请填写死亡证明上的死亡日期；证明不了死亡的，写明材料不能证明',
  en: 'No death is on record yet: give the day of the death as its proof says; where nothing proves it, say that the papers do not entitle',
};
const paperMissing = { zh: '请写明材料的归档号', en: 'Give the reference under which the paper is filed' };
