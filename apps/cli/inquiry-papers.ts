import { text } from 'node:stream/consumers';
import { ok } from '#basics';
import {
  type InquiryFile,
  type InquiryFilesContext,
  openInquiryFile,
  papersOfInquiry,
  personsOfInquiry,
  takeInquiryFile,
} from '#business/succession';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { paperAt, scanWords } from './papers.ts';
import { writeNew } from './write-new.ts';

interface OfInquiry {
  readonly agency: InquiryFilesContext;
  readonly inquiryId: string;
}

/** `suixing account-inquiry papers NUMBER`: what came with a question, for the officers who look at it. */
export async function listInquiryPapers(frame: Frame, asked: OfInquiry): Promise<ExitCode> {
  const listed = await papersOfInquiry(asked.agency.database, asked.inquiryId);
  const told = listed.ok ? ok({ items: listed.value }) : listed;
  if (listed.ok) await noteLooked(frame, asked);
  return conclude(frame, told, ({ items }) =>
    items.length === 0
      ? say(frame, { zh: '没有附来材料。', en: 'No papers came with it.' })
      : items.map((file) => inWords(frame, file)).join('\n'),
  );
}

/** `suixing account-inquiry download NUMBER FILE --out PATH`. */
export async function downloadInquiryPaper(
  frame: Frame,
  asked: OfInquiry & { readonly fileId: string; readonly out: string },
): Promise<ExitCode> {
  const { agency: context, inquiryId, fileId, out } = asked;
  const file = await openInquiryFile(context.database, { context, inquiryId, fileId });
  if (!file.ok) return conclude(frame, file, () => '');
  await noteLooked(frame, asked);
  const written = await writeNew(out, file.value.bytes);
  if (!written.ok) return conclude(frame, written, () => '');
  const { mediaType, length } = file.value;
  return conclude(frame, ok({ out, mediaType, bytes: length }), () => `${out}  ${mediaType}  ${length}`);
}

/** `suixing account-inquiry send NUMBER FILE… --as death|relation`, the secret from standard input: as whoever asked sends them. */
export async function sendInquiryPapers(
  frame: Frame,
  asked: OfInquiry & { readonly paths: readonly string[]; readonly paper: InquiryFile['paper'] },
): Promise<ExitCode> {
  const { agency, inquiryId, paths, paper } = asked;
  const secret = (await text(frame.stdin)).trim();
  const files: InquiryFile[] = [];
  for (const path of paths) {
    const bytes = paperAt(path);
    if (!bytes.ok) return conclude(frame, bytes, () => '');
    const taken = await takeInquiryFile(agency, { inquiryId, secret, paper, bytes: bytes.value });
    if (!taken.ok) return conclude(frame, taken, () => '');
    files.push(taken.value);
  }
  return conclude(frame, ok({ files }), () => files.map((file) => inWords(frame, file)).join('\n'));
}

/** Of a question that nobody has reviewed yet nobody is known whose record it is. */
async function noteLooked(frame: Frame, { agency, inquiryId }: OfInquiry): Promise<void> {
  for (const personId of await personsOfInquiry(agency.database, inquiryId)) frame.shown?.add(personId);
}

function inWords(frame: Frame, { fileId, paper, kind, bytes, scan }: InquiryFile): string {
  return [fileId, say(frame, paperNames[paper]), kind, `${bytes}`, say(frame, scanWords[scan])].join('  ');
}

const paperNames = {
  death: { zh: '死亡证明', en: 'proof of the death' },
  relation: { zh: '亲属关系证明', en: 'proof of the relation' },
} as const;
