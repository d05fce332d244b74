import { addMonths, type PlainDate, shanghaiDate } from '#basics';
import { type CaseFile, type CaseMaterial, type JudgedPaper, materialsOf } from '#engines/casework';
import { paperValidityMonths, valueOn } from '#law';
import type { Reader } from '#platform/postgres';
import type { ReusedPaper } from './reused-paper.ts';
import {
  acceptedElsewhere,
  type KeptPage,
  notApplyingOf,
  pagesOf,
  type SaidNotApplying,
  type UploadedFile,
  uploadsOf,
  type Verdict,
  verdictsOf,
} from './store.ts';

/** What a decision must know of papers besides that they were given. */
export interface PaperFacts {
  /** By the id under which a paper was given; window papers that nobody judged are not in it. */
  readonly judged: Readonly<Record<string, JudgedPaper>>;
  /** Papers that were accepted in other cases of the person and still serve, which are not asked for again. */
  readonly reused: Readonly<Record<string, ReusedPaper>>;
}

/** The papers of a case as they stand on a day. */
export async function paperFacts(
  reader: Reader,
  { file, on }: { readonly file: CaseFile | null; readonly on: PlainDate },
): Promise<PaperFacts> {
  if (!file) return { judged: {}, reused: {} };
  const given = await materialsOf(reader, file);
  const held = {
    pages: await pagesOf(reader, file),
    uploads: await uploadsOf(reader, file),
    verdicts: await verdictsOf(reader, file),
    notApplying: await notApplyingOf(reader, file),
  };
  const judged = given.flatMap((paper) => {
    const told = judgedPaper(paper, held);
    return told ? [[paper.materialId, told] as const] : [];
  });
  return { judged: Object.fromEntries(judged), reused: await reusedPapers(reader, { file, on }) };
}

export interface Held {
  readonly pages: readonly KeptPage[];
  readonly uploads: readonly UploadedFile[];
  readonly verdicts: readonly Verdict[];
  /** What was said not to apply; like an uploaded paper it counts once a clerk has looked at it. */
  readonly notApplying: readonly SaidNotApplying[];
}

/** A file that a scanner finds infected counts against its paper whatever a clerk had found of it. */
export function judgedPaper(
  { materialId, revision }: Pick<CaseMaterial, 'materialId' | 'revision'>,
  { pages, uploads, verdicts, notApplying }: Held,
): JudgedPaper | null {
  const own = pages.filter((page) => page.materialId === materialId && page.revision === revision);
  const files = uploads.filter(({ fileId }) => own.some((page) => page.fileId === fileId));
  if (files.some(({ scan }) => scan === 'infected'))
    return { revision, standing: 'rejected', reason: 'infected' };
  const found = verdicts.find((each) => each.materialId === materialId && each.revision === revision);
  const said = notApplying.some((each) => each.materialId === materialId && each.revision === revision);
  if (!found) return own.length === 0 && !said ? null : { revision, standing: 'unchecked' };
  if (found.verdict === 'rejected')
    return { revision, standing: 'rejected', reason: found.reason ?? 'rejected' };
  const until = found.validUntil === null ? {} : { validUntil: found.validUntil };
  return { revision, standing: 'accepted', ...until };
}

async function reusedPapers(
  reader: Reader,
  { file, on }: { readonly file: CaseFile; readonly on: PlainDate },
): Promise<Readonly<Record<string, ReusedPaper>>> {
  const months = valueOn(paperValidityMonths, on)?.value ?? {};
  const { ownerId, id } = file;
  const accepted = await acceptedElsewhere(reader, { ownerId, id, kinds: Object.keys(months) });
  const reused: Record<string, ReusedPaper> = {};
  for (const { materialId, number, revision, acceptedAt, validUntil } of accepted) {
    const acceptedOn = shanghaiDate(acceptedAt);
    const until = validUntil ?? lastDay(acceptedOn, months[materialId] ?? null);
    if (until !== null && until < on) continue;
    reused[materialId] ??= { number, revision, acceptedOn, validUntil: until };
  }
  return reused;
}

function lastDay(acceptedOn: PlainDate, months: number | null): PlainDate | null {
  return months === null ? null : addMonths(acceptedOn, months);
}

/** As a procedure keeps them with its facts: nothing where there is nothing, so that decisions without uploads read as before. */
export function keptFacts({ judged, reused }: PaperFacts): Partial<PaperFacts> {
  return {
    ...(Object.keys(judged).length > 0 ? { judged } : {}),
    ...(Object.keys(reused).length > 0 ? { reused } : {}),
  };
}
