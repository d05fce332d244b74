import { z } from 'zod';
import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import { type DownloadOperation, madeFile, type Operation } from '#platform/http';
import { tag } from '../operation-parts.ts';
import { number } from '../schemas.ts';
import { type EventReceiptContext, printEventReceipt } from './print-event-receipt.ts';

const printing = z.object({
  language: z.enum(['zh', 'en']).optional().describe('不写就用中文 / Chinese where left out'),
});

const readReceiptPdf: DownloadOperation<EventReceiptContext, Caller> = {
  ...{ id: 'readLifeEventReceiptPdf', kind: 'download', method: 'GET', tag },
  roles: ['insured', 'successor', 'agent', 'employer', 'clerk', 'reviewer', 'auditor'],
  path: '/life-events/{number}/receipt/pdf',
  produces: ['application/pdf'],
  summary: { zh: '打印受理回执（PDF）', en: 'The receipt of a case as PDF' },
  params: number,
  query: printing,
  answer: z.string(),
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  refusals: ['casework.no-case', 'life-events.rule-version-unknown'],
  async run(reader, { context, caller, params, query }) {
    const { language = null } = printing.parse(query);
    const place = number.parse(params);
    const printed = await printEventReceipt(reader, { context, caller, ...place, language });
    if (!printed.ok) return printed;
    const { pdf } = printed.value;
    return ok(madeFile({ fileName: `receipt-${place.number}`, ending: 'pdf', content: pdf }));
  },
};

/** What whoever reported or applied takes along. */
export const eventReceiptOperations: readonly Operation<EventReceiptContext, Caller>[] = [readReceiptPdf];
