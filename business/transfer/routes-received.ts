import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import {
  type DownloadOperation,
  type FileAnswer,
  madeFile,
  type Operation,
  type Request,
} from '#platform/http';
import { readers, tag } from './operation-parts.ts';
import {
  printReceived,
  type ReceivedAsked,
  type ReceivingContext,
  showReceived,
} from './received/print-received.ts';
import * as schemas from './received/schemas.ts';

type File = DownloadOperation<ReceivingContext, Caller>;

const copied = {
  ...{ kind: 'download', method: 'GET', tag, roles: readers },
  params: schemas.place,
  query: schemas.printing,
  answer: schemas.file,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'transfer.not-received', 'transfer.sheet-in-check'],
} as const satisfies Omit<File, 'id' | 'path' | 'summary' | 'produces' | 'run'>;

const readReceivedPdf: File = {
  ...{ ...copied, id: 'readReceivedPdf', path: '/transfers/{number}/received/{messageId}/pdf' },
  produces: ['application/pdf'],
  summary: { zh: '打印对方机构来文的副本（PDF）', en: 'A copy of what the other agency said, as PDF' },
  async run(reader, request) {
    const done = await printReceived(reader, asked(request));
    return fileOf(request, done.ok ? ok(done.value.pdf) : done);
  },
};

const readReceivedHtml: File = {
  ...{ ...copied, id: 'readReceivedHtml', path: '/transfers/{number}/received/{messageId}/html' },
  produces: ['text/html'],
  summary: { zh: '查看对方机构来文的副本（网页）', en: 'A copy of what the other agency said, as a page' },
  async run(reader, request) {
    const done = await showReceived(reader, asked(request));
    return fileOf(request, done.ok ? ok(Buffer.from(done.value, 'utf8')) : done, 'html');
  },
};

/** What the other agency said, to be read and printed by whoever may read the case. */
export const receivedOperations: readonly Operation<ReceivingContext, Caller>[] = [
  readReceivedPdf,
  readReceivedHtml,
];

function asked({ context, caller, params, query }: Request<ReceivingContext, Caller>): ReceivedAsked {
  const { language = null } = schemas.printing.parse(query);
  return { context, caller, ...schemas.place.parse(params), language };
}

function fileOf(
  { params }: Request<ReceivingContext, Caller>,
  printed: Result<Uint8Array, Refusal>,
  ending: 'pdf' | 'html' = 'pdf',
): Result<FileAnswer, Refusal> {
  if (!printed.ok) return printed;
  const { messageId } = schemas.place.parse(params);
  return ok(madeFile({ fileName: `copy-${messageId}`, ending, content: printed.value }));
}
