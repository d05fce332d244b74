import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import {
  downloadFile,
  handInUploads,
  judgePaper,
  type MaterialsContext,
  type PapersView,
  type RejectReason,
  readPapers,
  signCommitment,
  type Uploaded,
  uploadFile,
} from '#business/materials';
import { type CaseOnDesk, ofThisKind, step } from './case.ts';
import type { CaseContext } from './case-procedures.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { writeNew } from './write-new.ts';

/** What the commands about papers are given. */
export interface PaperDesk extends CaseOnDesk {
  readonly agency: CaseContext & MaterialsContext;
}

const fileBytesAtMost = 20 * 1024 * 1024;

/** `suixing case upload NUMBER FILE… [--as MATERIAL]`: takes files in, and hands them in as the pages of one paper. */
export async function uploadFiles(
  frame: Frame,
  asked: PaperDesk & { readonly paths: readonly string[]; readonly as: string | null },
): Promise<ExitCode> {
  const { paths, as } = asked;
  const uploaded: Uploaded[] = [];
  for (const path of paths) {
    const done = await uploadOne(asked, path);
    if (!done.ok) return conclude(frame, done, () => '');
    uploaded.push(done.value);
  }
  if (as === null) return conclude(frame, ok({ files: uploaded }), () => uploadWords(frame, uploaded));
  if (!frame.json) frame.stdout.write(`${uploadWords(frame, uploaded)}\n`);
  const fileIds = uploaded.map(({ fileId }) => fileId);
  const { agency: context, ...doing } = asked;
  return step(frame, asked, (tx) => handInUploads(tx, { ...doing, context, materialId: as, fileIds }));
}

/** One file, taken in from a path. */
export async function uploadOne(
  { agency: context, caller, number }: PaperDesk,
  path: string,
): Promise<Result<Uploaded, Refusal>> {
  const bytes = paperAt(path);
  return bytes.ok ? uploadFile({ context, caller, number, bytes: bytes.value, name: basename(path) }) : bytes;
}

/** What lies at a path, where it is a file of a paper’s size. */
export function paperAt(path: string): Result<AsyncIterable<Uint8Array>, Refusal> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return refuse({ code: 'cli.unreadable-file', figures: { file: path } });
  if (found.size > fileBytesAtMost) return refuse({ code: 'materials.file-too-large' });
  return ok(createReadStream(path));
}

/** `suixing case papers NUMBER`: every paper with its pages, verdicts and what may be brought instead. */
export async function showPapers(frame: Frame, asked: PaperDesk): Promise<ExitCode> {
  const { agency: context, caller, number } = asked;
  const read = await readPapers(context.database, { context, caller, number });
  const view = await ofThisKind(frame, asked, read);
  if (view.ok) frame.shown?.add(number);
  return conclude(frame, view, (told) => papersWords(frame, told));
}

/** `suixing case judge NUMBER MATERIAL accept|reject [--reason CODE] [--until DAY] [--note TEXT]`. */
export async function judgeOne(
  frame: Frame,
  asked: PaperDesk & {
    readonly materialId: string;
    readonly verdict: 'accepted' | 'rejected';
    readonly reason: RejectReason | null;
    readonly note: string;
    readonly validUntil: PlainDate | null;
  },
): Promise<ExitCode> {
  const { agency: context, caller, number, materialId, verdict, reason, note, validUntil } = asked;
  const view = await readPapers(context.database, { context, caller, number });
  if (!view.ok) return conclude(frame, view, () => '');
  const given = givenAs(view.value, materialId);
  const judged = { materialId: given?.materialId ?? materialId, revision: given?.revision ?? 1 };
  const word = { ...judged, verdict, reason, note, validUntil };
  return step(frame, asked, (tx) => judgePaper(tx, { context, caller, number, ...word }));
}

/** What was given under that word, or the one thing given for the paper that the list heads with it. */
export function givenAs({ papers }: Pick<PapersView, 'papers'>, materialId: string) {
  const given = papers.flatMap((paper) => paper.given).find((each) => each.materialId === materialId);
  const [only, another] = papers.find((paper) => paper.materialId === materialId)?.given ?? [];
  return given ?? (another ? undefined : only);
}

/** `suixing case declare NUMBER MATERIAL [--signer NAME --text VERSION] [--files FILE…]`: shows the text, or has it signed. */
export async function signOne(
  frame: Frame,
  asked: PaperDesk & {
    readonly materialId: string;
    readonly signer: string | null;
    readonly version: string | null;
    readonly fileIds: readonly string[];
  },
): Promise<ExitCode> {
  const { agency: context, caller, number, materialId, signer, version, fileIds } = asked;
  if (signer === null || version === null) {
    const view = await readPapers(context.database, { context, caller, number });
    const offered = view.ok ? ok(textOffered(view.value, materialId)) : view;
    const told = offered.ok && offered.value === null ? refuse({ code: 'materials.no-commitment' }) : offered;
    return conclude(frame, told, (text) => (text ? `${text.version}\n${say(frame, text.text)}` : ''));
  }
  const signing = { materialId, version, signerName: signer, fileIds };
  return step(frame, asked, (tx) => signCommitment(tx, { context, caller, number, ...signing }));
}

function textOffered({ papers }: PapersView, materialId: string) {
  const all = papers.flatMap(({ alternatives }) => alternatives);
  return all.find(({ id }) => id === materialId)?.commitment ?? null;
}

/** `suixing case download NUMBER FILE --out PATH`. */
export async function downloadOne(
  frame: Frame,
  asked: PaperDesk & { readonly fileId: string; readonly out: string },
): Promise<ExitCode> {
  const { agency: context, caller, number, fileId, out } = asked;
  const file = await downloadFile(context.database, { context, caller, number, fileId });
  if (!file.ok) return conclude(frame, file, () => '');
  frame.shown?.add(number);
  const written = await writeNew(out, file.value.bytes);
  if (!written.ok) return conclude(frame, written, () => '');
  const { mediaType, length } = file.value;
  return conclude(frame, ok({ out, mediaType, bytes: length }), () => `${out}  ${mediaType}  ${length}`);
}

function uploadWords(frame: Frame, files: readonly Uploaded[]): string {
  return files
    .map(({ fileId, kind, bytes, scan, removed, known }) =>
      [
        ...[fileId, kind, `${bytes}`, say(frame, scanWords[scan])],
        ...(removed.length > 0
          ? [say(frame, { zh: `已去掉 ${removed.join('、')}`, en: `left out: ${removed.join(', ')}` })]
          : []),
        ...(known ? [say(frame, { zh: '之前已有', en: 'was there already' })] : []),
      ].join('  '),
    )
    .join('\n');
}

export const scanWords = {
  clean: { zh: '无毒', en: 'clean' },
  infected: { zh: '有毒', en: 'infected' },
  failed: { zh: '扫描失败，已隔离', en: 'in quarantine: the scanner could not judge it' },
  'not-scanned': { zh: '未扫描', en: 'not scanned' },
} as const;

const marks = { given: '✓', unchecked: '?', 'on-record': '✓', missing: '✗' } as const;

function papersWords(frame: Frame, { papers, loose }: PapersView): string {
  return [
    ...papers.flatMap((paper) => [
      `${marks[paper.state]} ${paper.materialId}  ${say(frame, paper.text)}${paper.why ? `  ${say(frame, paper.why.text)}` : ''}`,
      ...(paper.onRecord ? [`    ${paper.onRecord.number}  ${paper.onRecord.acceptedOn}`] : []),
      ...paper.given.flatMap(
        ({ materialId, revision, reference, pages, verdict, commitment, notApplying }) => [
          [
            `    ${materialId} ${revision}  ${reference}`,
            ...(verdict
              ? [verdict.verdict, ...(verdict.reason ? [say(frame, verdict.reason.text)] : []), verdict.note]
              : []),
            ...(commitment ? [commitment.signer, commitment.version] : []),
            ...(notApplying === null ? [] : [say(frame, saidNotToApply), notApplying]),
          ]
            .filter((part) => part !== '')
            .join('  '),
          ...pages.map(
            ({ page, fileId, kind, scan, name }) =>
              `      ${page}  ${fileId}  ${kind}  ${say(frame, scanWords[scan])}${name === null ? '' : `  ${name}`}`,
          ),
        ],
      ),
    ]),
    ...loose.map(
      ({ fileId, kind, scan, name }) =>
        `… ${fileId}  ${kind}  ${say(frame, scanWords[scan])}${name === null ? '' : `  ${name}`}`,
    ),
  ].join('\n');
}

const saidNotToApply = { zh: '说明不适用：', en: 'Said not to apply:' };
