import { text } from 'node:stream/consumers';
import { isPlainDate, ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import {
  blankOf,
  decidePaper,
  dropPaper,
  isTransferMessage,
  type KeyedIn,
  keyInPaper,
  type LetterToPost,
  listPapers,
  listPapersOf,
  listPost,
  openForLetter,
  type PaperContent,
  type PaperItem,
  type PaperView,
  readPaper,
  recordPosted,
} from '#business/transfer';
import type { Json } from '#engines/casework';
import { readJsonValue } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { problemWords } from './field-words.ts';
import { conclude, type ExitCode, type Frame, nextPage, say } from './frame.ts';
import { downloadOne, uploadOne } from './papers.ts';
import type { Desk } from './shell.ts';
import { step } from './transfer-step.ts';

type OnPaper = Desk & { readonly number: string; readonly paperId: string };
const limit = 100;

/** `suixing transfer paper post [--posted]`. */
export async function listLettersToPost(
  frame: Frame,
  { agency, posted, cursor }: Desk & { readonly posted: boolean; readonly cursor: string | null },
): Promise<ExitCode> {
  const page = await listPost(agency.database, { posted, cursor, limit });
  return conclude(frame, page, ({ items, next }) =>
    [...items.map((item) => postWords(frame, item)), ...nextWords(frame, next)].join('\n'),
  );
}

/** `suixing transfer paper posted LETTER --on DAY [--reference TEXT]`. */
export async function notePosted(
  frame: Frame,
  asked: Desk & { readonly letter: string; readonly on: string; readonly reference: string | null },
): Promise<ExitCode> {
  const { agency: context, caller, letter, on, reference } = asked;
  const [, number = '', seq = ''] = /^(.+)\/(\d{1,6})$/.exec(letter.trim()) ?? [];
  const wrong = number === '' ? 'LETTER' : isPlainDate(on) ? null : '--on';
  if (wrong !== null || !isPlainDate(on))
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: wrong ?? '--on' } }), () => '');
  const place = { context, caller, number, seq: Number(seq), postedOn: on, reference };
  const done = await inTransaction(context.database, (tx) => recordPosted(tx, place));
  return conclude(frame, done, ({ letter: called, postedOn }) => `${called}  ${postedOn}`);
}

/** `suixing transfer paper open PERSON REGION`. */
export function openForPaper(
  frame: Frame,
  { agency: context, caller, ...asked }: Desk & { readonly personId: string; readonly from: string },
): Promise<ExitCode> {
  return step(frame, { agency: context, caller }, (tx) => openForLetter(tx, { context, caller, ...asked }));
}

/** `suixing transfer paper blank TYPE`. */
export async function showBlank(frame: Frame, type: string): Promise<ExitCode> {
  const known = isTransferMessage(type)
    ? ok(blankOf(type))
    : refuse({ code: 'cli.bad-value', figures: { name: 'TYPE' } });
  return conclude(frame, known, (blank) => JSON.stringify(blank, null, 2));
}

interface KeyingGiven {
  readonly paper?: string;
  readonly seen?: string;
  readonly type?: string;
  readonly reference?: string;
  readonly dated?: string;
  readonly scan?: string;
  readonly file?: string;
}

/** `suixing transfer paper key-in NUMBER …`, what the letter says as JSON on standard input. */
export async function keyIn(
  frame: Frame,
  asked: Desk & { readonly number: string; readonly given: KeyingGiven },
): Promise<ExitCode> {
  const { agency: context, caller, number, given } = asked;
  frame.shown?.add(number);
  const before = given.paper === undefined ? ok(null) : await begunOf({ ...asked, paperId: given.paper });
  if (!before.ok) return conclude(frame, before, () => '');
  const body = bodyFrom(await text(frame.stdin), before.value?.body ?? {});
  if (!body.ok) return conclude(frame, body, () => '');
  const scanned = await scanOf(asked, before.value?.fileId ?? null);
  if (!scanned.ok) return conclude(frame, scanned, () => '');
  const content: PaperContent = {
    type: given.type ?? before.value?.type ?? null,
    paperReference: given.reference ?? before.value?.paperReference ?? null,
    datedOn: given.dated ?? before.value?.datedOn ?? null,
    ...{ fileId: scanned.value, body: body.value },
  };
  const version = given.seen === undefined ? (before.value?.version ?? 1) : Number(given.seen);
  if (!Number.isInteger(version))
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: '--seen' } }), () => '');
  const begun = given.paper === undefined ? null : { paperId: given.paper, version };
  const done = await inTransaction(context.database, (tx) =>
    keyInPaper(tx, { context, caller, number, begun, content }),
  );
  return conclude(frame, done, (keyed) => keyedWords(frame, keyed));
}

/** `suixing transfer paper drop NUMBER PAPER`. */
export async function dropOne(
  frame: Frame,
  { agency: context, caller, number, paperId }: OnPaper,
): Promise<ExitCode> {
  const done = await inTransaction(context.database, (tx) =>
    dropPaper(tx, { context, caller, number, paperId }),
  );
  return conclude(frame, done, ({ paperId: dropped }) => dropped);
}

/** `suixing transfer paper list`: those that wait. */
export async function listWaiting(
  frame: Frame,
  asked: Desk & { readonly state: 'to-confirm' | 'being-keyed-in'; readonly cursor: string | null },
): Promise<ExitCode> {
  const { agency: context, ...filter } = asked;
  const page = await listPapers(context.database, { context, ...filter, limit });
  return conclude(frame, page, ({ items, next }) =>
    [...items.map((item) => itemWords(frame, item)), ...nextWords(frame, next)].join('\n'),
  );
}

/** `suixing transfer paper list NUMBER`. */
export async function listOfTransfer(
  frame: Frame,
  { agency: context, caller, number }: Desk & { readonly number: string },
): Promise<ExitCode> {
  frame.shown?.add(number);
  const listed = await listPapersOf(context.database, { context, caller, number });
  return conclude(frame, listed.ok ? ok({ items: listed.value }) : listed, ({ items }) =>
    items.map((item) => itemWords(frame, item)).join('\n'),
  );
}

/** `suixing transfer paper show NUMBER PAPER [--scan PATH]`. */
export async function showPaper(
  frame: Frame,
  asked: OnPaper & { readonly scan: string | null },
): Promise<ExitCode> {
  const { agency: context, caller, number, paperId, scan } = asked;
  frame.shown?.add(number);
  const view = await readPaper(context.database, { context, caller, number, paperId });
  if (view.ok && scan !== null && view.value.fileId !== null) {
    const quiet = frame.json ? { ...frame, stdout: frame.stderr } : frame;
    const written = await downloadOne(quiet, { ...asked, fileId: view.value.fileId, out: scan });
    if (written !== 0) return written;
  }
  return conclude(frame, view, (paper) => viewWords(frame, paper));
}

/** `suixing transfer paper confirm NUMBER PAPER --digest DIGEST`. */
export function confirmPaper(
  frame: Frame,
  { agency: context, ...asked }: OnPaper & { readonly digest: string },
): Promise<ExitCode> {
  return step(frame, { ...asked, agency: context }, (tx) =>
    decidePaper(tx, { ...asked, context, confirmed: true, reason: null }),
  );
}

/** `suixing transfer paper turn-down NUMBER PAPER --reason TEXT`. */
export async function turnDownPaper(
  frame: Frame,
  { agency: context, ...asked }: OnPaper & { readonly reason: string },
): Promise<ExitCode> {
  const view = await readPaper(context.database, { ...asked, context });
  if (!view.ok) return conclude(frame, view, () => '');
  const digest = view.value.digest ?? '';
  return step(frame, { ...asked, agency: context }, (tx) =>
    decidePaper(tx, { ...asked, context, digest, confirmed: false }),
  );
}

function begunOf({ agency: context, ...asked }: OnPaper): Promise<Result<PaperView, Refusal>> {
  return readPaper(context.database, { ...asked, context });
}

/** What was typed before, where standard input is empty. */
function bodyFrom(typed: string, before: Json): Result<Json, Refusal> {
  if (typed.trim() === '') return ok(before);
  const read = readJsonValue(typed, 'transfer.bad-input');
  return read.ok ? ok(read.value as Json) : read; // any JSON
}

async function scanOf(
  asked: Desk & { readonly number: string; readonly given: KeyingGiven },
  before: string | null,
): Promise<Result<string | null, Refusal>> {
  const { scan, file } = asked.given;
  if (scan === undefined) return ok(file ?? before);
  const uploaded = await uploadOne(asked, scan);
  return uploaded.ok ? ok(uploaded.value.fileId) : uploaded;
}

function keyedWords(frame: Frame, { paperId, state, version, problems }: KeyedIn): string {
  const head = say(frame, stateNames[state]);
  return [
    `${paperId}  ${head}${version === null ? '' : `  --seen ${version}`}`,
    ...problems.map((problem) => `  ${problemWords(problem, frame.lang)}`),
  ].join('\n');
}

function itemWords(frame: Frame, item: PaperItem): string {
  const { caseNumber, paperId, name, from, paperReference, datedOn, state } = item;
  const called = [from, name && say(frame, name), paperReference, datedOn];
  return [caseNumber, paperId, ...called, say(frame, stateNames[state])].filter(Boolean).join('  ');
}

function viewWords(frame: Frame, view: PaperView): string {
  const { fields, digest, version, fileId, reason } = view;
  return [
    itemWords(frame, view),
    ...fields.map(({ name, value }) => `  ${say(frame, name)}: ${value}`),
    `  ${say(frame, { zh: '扫描件', en: 'scan' })}: ${fileId ?? '—'}`,
    ...(digest === null ? [] : [`  --digest ${digest}`]),
    ...(version === null ? [] : [`  --seen ${version}`]),
    ...(reason === null ? [] : [`  ${reason}`]),
  ].join('\n');
}

function postWords(frame: Frame, { letter, title, to, madeAt, postedOn, reference }: LetterToPost): string {
  const made = shanghaiDate(madeAt);
  return [letter, to, say(frame, title), made, postedOn, reference].filter(Boolean).join('  ');
}

function nextWords(frame: Frame, next: string | null): readonly string[] {
  return next === null ? [] : [say(frame, nextPage(next))];
}

const stateNames = {
  'being-keyed-in': { zh: '没有填全，已保存', en: 'not whole yet, kept' },
  'to-confirm': { zh: '待复核', en: 'waits for a reviewer' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  'turned-down': { zh: '已退回', en: 'turned down' },
} as const;
