import { ok, type PlainDate, type Refusal, type Result, shanghaiDate, type Text } from '#basics';
import {
  actionsOf,
  type CaseFile,
  type CaseMaterial,
  materialsOf,
  namesOf,
  type PaperState,
} from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { AskedPapers, Doing, MaterialsContext } from './context.ts';
import { findCaseOfPapers } from './find-case.ts';
import { paperFacts } from './paper-facts.ts';
import { whyPaperDoesNotCount } from './reasons.ts';
import type { ReusedPaper } from './reused-paper.ts';
import { commitmentFor } from './sign-commitment.ts';
import {
  commitmentsOf,
  type KeptPage,
  notApplyingOf,
  pagesOf,
  type SaidNotApplying,
  type SignedCommitment,
  type UploadedFile,
  uploadsOf,
  type Verdict,
  verdictsOf,
} from './store.ts';

/** The papers of a case with everything that was given for them. */
export interface PapersView {
  /** To be sent back as `seen` with the next step. */
  readonly seen: number;
  readonly papers: readonly PaperOfCase[];
  /** Files that were uploaded and are no page of any paper yet. */
  readonly loose: readonly FileOfCase[];
}

export interface PaperOfCase {
  readonly materialId: string;
  readonly text: Text;
  readonly legalBasis: string;
  readonly state: PaperState['state'];
  readonly why: { readonly code: string; readonly text: Text } | null;
  /** Where it was accepted before, so that it is not asked for again. */
  readonly onRecord: ReusedPaper | null;
  /** Of whom alone it is asked, so that others may say that it does not apply; null where everybody needs it. */
  readonly onlyFor: Text | null;
  readonly alternatives: readonly {
    readonly id: string;
    readonly text: Text;
    /** A commitment that may be signed here, word for word. */
    readonly commitment: {
      readonly version: string;
      readonly text: Text;
      readonly withPaper: boolean;
    } | null;
  }[];
  readonly given: readonly GivenForIt[];
}

export interface GivenForIt {
  /** Itself or one of its alternatives. */
  readonly materialId: string;
  readonly revision: number;
  readonly reference: string;
  readonly on: PlainDate;
  readonly pages: readonly (FileOfCase & { readonly page: number })[];
  readonly verdict: {
    readonly verdict: Verdict['verdict'];
    readonly reason: { readonly code: string; readonly text: Text } | null;
    readonly note: string;
    readonly validUntil: PlainDate | null;
    readonly on: PlainDate;
  } | null;
  readonly commitment: { readonly version: string; readonly signer: string; readonly on: PlainDate } | null;
  /** Why it was said not to apply; null where something was handed in. */
  readonly notApplying: string | null;
}

export interface FileOfCase {
  readonly fileId: string;
  readonly kind: UploadedFile['kind'];
  readonly bytes: number;
  readonly name: string | null;
  readonly scan: UploadedFile['scan'];
  /** Whether it can be looked at now. */
  readonly served: boolean;
  readonly erased: boolean;
  readonly uploadedOn: PlainDate;
}

export async function readPapers(reader: Reader, doing: Doing): Promise<Result<PapersView, Refusal>> {
  const { context } = doing;
  const found = await findCaseOfPapers(reader, doing);
  if (!found.ok) return found;
  const { file, procedure } = found.value;
  const asked = await procedure.papersOf(reader, file, doing.caller);
  if (!asked.ok) return asked;
  const held = await heldOf(reader, { context, file });
  const { reused } = await paperFacts(reader, { file, on: shanghaiDate(context.clock.now()) });
  const used = new Set(held.pages.map(({ fileId }) => fileId));
  return ok({
    seen: file.actionCount,
    papers: asked.value.papers.flatMap((state) => paperOf(state, { asked: asked.value, held, reused })),
    loose: held.uploads.filter(({ fileId }) => !used.has(fileId)).map((upload) => fileOf(upload, context)),
  });
}

interface Held {
  readonly context: MaterialsContext;
  readonly given: readonly CaseMaterial[];
  readonly uploads: readonly UploadedFile[];
  readonly pages: readonly KeptPage[];
  readonly verdicts: readonly Verdict[];
  readonly commitments: readonly SignedCommitment[];
  readonly notApplying: readonly SaidNotApplying[];
  /** What the applicant was told with a verdict, by material and revision. */
  readonly notes: ReadonlyMap<string, string>;
}

async function heldOf(
  reader: Reader,
  { context, file }: { readonly context: MaterialsContext; readonly file: CaseFile },
): Promise<Held> {
  const judged = (await actionsOf(reader, file)).filter(({ action }) => action === 'judge-paper');
  return {
    context,
    given: await materialsOf(reader, file),
    uploads: await uploadsOf(reader, file),
    pages: await pagesOf(reader, file),
    verdicts: await verdictsOf(reader, file),
    commitments: await commitmentsOf(reader, file),
    notApplying: await notApplyingOf(reader, file),
    notes: new Map(
      judged.map(({ data }) => [
        `${String(data.materialId)}/${String(data.revision)}`,
        String(data.note ?? ''),
      ]),
    ),
  };
}

function paperOf(
  state: PaperState,
  {
    asked,
    held,
    reused,
  }: {
    readonly asked: AskedPapers;
    readonly held: Held;
    readonly reused: Readonly<Record<string, ReusedPaper>>;
  },
): readonly PaperOfCase[] {
  const material = asked.materials.find(({ id }) => id === state.materialId);
  if (!material) return [];
  const names = namesOf(material);
  const { text, legalBasis } = material;
  return [
    {
      ...{ materialId: state.materialId, text, legalBasis, state: state.state },
      why: state.why === undefined ? null : { code: state.why, text: whyPaperDoesNotCount(state.why) },
      onlyFor: material.onlyFor ?? null,
      onRecord: names.map((id) => reused[id]).find((each) => each !== undefined) ?? null,
      alternatives: material.alternatives.map(({ id, text: name }) => {
        const signed = commitmentFor(id);
        const { version = '', withPaper = false } = signed ?? {};
        return { id, text: name, commitment: signed ? { version, text: signed.text, withPaper } : null };
      }),
      given: held.given
        .filter(({ materialId }) => names.includes(materialId))
        .map((paper) => givenOf(paper, held)),
    },
  ];
}

function givenOf(paper: CaseMaterial, held: Held): GivenForIt {
  const { materialId, revision } = paper;
  const own = <T extends { readonly materialId: string; readonly revision: number }>(all: readonly T[]) =>
    all.filter((each) => each.materialId === materialId && each.revision === revision);
  const [verdict] = own(held.verdicts);
  const [signed] = own(held.commitments);
  const [said] = own(held.notApplying);
  return {
    ...{ materialId, revision, reference: paper.paperReference, on: shanghaiDate(paper.providedAt) },
    pages: own(held.pages).flatMap(({ page, fileId }) => {
      const upload = held.uploads.find((each) => each.fileId === fileId);
      return upload ? [{ page, ...fileOf(upload, held.context) }] : [];
    }),
    verdict: verdict
      ? {
          ...{ verdict: verdict.verdict, validUntil: verdict.validUntil, on: shanghaiDate(verdict.judgedAt) },
          reason:
            verdict.reason === null
              ? null
              : { code: verdict.reason, text: whyPaperDoesNotCount(verdict.reason) },
          note: held.notes.get(`${materialId}/${revision}`) ?? '',
        }
      : null,
    commitment: signed
      ? {
          version: signed.textVersion,
          signer: held.context.seal.open(signed.signerNameSealed),
          on: shanghaiDate(signed.signedAt),
        }
      : null,
    notApplying: said ? held.context.seal.open(said.reasonSealed) : null,
  };
}

function fileOf(upload: UploadedFile, { seal }: Pick<MaterialsContext, 'seal'>): FileOfCase {
  const { fileId, kind, byteCount, scan, nameSealed, erasedAt, uploadedAt } = upload;
  const erased = erasedAt !== null;
  return {
    ...{ fileId, kind, bytes: byteCount, scan, erased, uploadedOn: shanghaiDate(uploadedAt) },
    name: nameSealed === null ? null : seal.open(nameSealed),
    served: !erased && (scan === 'clean' || scan === 'not-scanned'),
  };
}
