import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import {
  type DownloadOperation,
  type FileAnswer,
  madeFile,
  type Operation,
  type ReadOperation,
  type Request,
} from '#platform/http';
import type { PrintingContext } from './context.ts';
import { listLetters, printHtml, printPdf } from './print-letter.ts';
import * as schemas from './schemas.ts';

type File = DownloadOperation<PrintingContext, Caller>;

const tag = 'letters';
const readers = ['insured', 'successor', 'agent', 'clerk', 'reviewer', 'finance', 'auditor'] as const;
const printed = {
  ...{ kind: 'download', method: 'GET', tag, roles: readers },
  params: schemas.letterPlace,
  query: schemas.printing,
  answer: schemas.file,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'letters.no-letter', 'letters.altered'],
} as const satisfies Omit<File, 'id' | 'path' | 'summary' | 'produces' | 'run'>;

const listCaseLetters: ReadOperation<PrintingContext, Caller> = {
  ...{ id: 'listCaseLetters', kind: 'read', method: 'GET', path: '/cases/{number}/letters', tag },
  roles: readers,
  summary: { zh: '办件的信函', en: 'The letters of a case' },
  params: schemas.caseNumber,
  answer: schemas.letters,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case'],
  async run(reader, { caller, params }) {
    const listed = await listLetters(reader, { caller, number: schemas.caseNumber.parse(params).number });
    return listed.ok ? ok({ items: listed.value }) : listed;
  },
};

const readLetterPdf: File = {
  ...{ ...printed, id: 'readLetterPdf', path: '/cases/{number}/letters/{seq}/pdf' },
  produces: ['application/pdf'],
  summary: { zh: '打印信函（PDF）', en: 'A letter as PDF' },
  async run(reader, request) {
    const done = await printPdf(reader, { ...asked(request), context: request.context });
    return done.ok ? ok(fileOf(request, 'pdf', done.value.pdf)) : done;
  },
};

const readLetterHtml: File = {
  ...{ ...printed, id: 'readLetterHtml', path: '/cases/{number}/letters/{seq}/html' },
  produces: ['text/html'],
  summary: { zh: '查看信函（网页）', en: 'A letter as a page' },
  async run(reader, request) {
    const done = await printHtml(reader, { ...asked(request), seal: request.context.seal });
    return done.ok ? ok(fileOf(request, 'html', Buffer.from(done.value, 'utf8'))) : done;
  },
};

/** What everybody who is concerned may read and print. */
export const lettersOperations: readonly Operation<PrintingContext, Caller>[] = [
  listCaseLetters,
  readLetterPdf,
  readLetterHtml,
];

function asked({ caller, params, query }: Request<PrintingContext, Caller>) {
  const { number, seq: written } = schemas.letterPlace.parse(params);
  const { language = null } = schemas.printing.parse(query);
  const [seq, heir] = written.split('-').map(Number);
  return { caller, number, seq: seq ?? 0, heir: heir ?? null, language };
}

function fileOf(
  { params }: Request<PrintingContext, Caller>,
  ending: 'pdf' | 'html',
  printed: Uint8Array,
): FileAnswer {
  const { number, seq } = schemas.letterPlace.parse(params);
  return madeFile({ fileName: `${number}-${seq}`, ending, content: printed });
}
