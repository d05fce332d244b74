import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import { type DownloadOperation, madeFile, type Operation, type ReadOperation } from '#platform/http';
import { readers, tag } from './operation-parts.ts';
import { printTransferReceipt, type ReceiptContext } from './receipt/print-receipt.ts';
import { readTransferReceipt } from './receipt/read-receipt.ts';
import * as schemas from './receipt/schemas.ts';
import { number } from './schemas.ts';

const readReceipt: ReadOperation<ReceiptContext, Caller> = {
  ...{ id: 'readTransferReceipt', kind: 'read', method: 'GET', path: '/transfers/{number}/receipt', tag },
  roles: readers,
  summary: {
    zh: '转移的受理回执：编号、查询码、接下来怎么办',
    en: 'The receipt of a transfer: its number, its code, and what happens next',
  },
  params: number,
  answer: schemas.receipt,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'transfer.not-applied-for'],
  run: (reader, { context, caller, params }) =>
    readTransferReceipt(reader, { context, caller, ...number.parse(params) }),
};

const readReceiptPdf: DownloadOperation<ReceiptContext, Caller> = {
  ...{ id: 'readTransferReceiptPdf', kind: 'download', method: 'GET', tag, roles: readers },
  path: '/transfers/{number}/receipt/pdf',
  produces: ['application/pdf'],
  summary: { zh: '打印转移的受理回执（PDF）', en: 'The receipt of a transfer as PDF' },
  params: number,
  query: schemas.printing,
  answer: schemas.file,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'transfer.not-applied-for'],
  async run(reader, { context, caller, params, query }) {
    const { language = null } = schemas.printing.parse(query);
    const place = number.parse(params);
    const printed = await printTransferReceipt(reader, { context, caller, ...place, language });
    if (!printed.ok) return printed;
    const { pdf } = printed.value;
    return ok(madeFile({ fileName: `receipt-${place.number}`, ending: 'pdf', content: pdf }));
  },
};

/** What whoever applied takes along. */
export const transferReceiptOperations: readonly Operation<ReceiptContext, Caller>[] = [
  readReceipt,
  readReceiptPdf,
];
