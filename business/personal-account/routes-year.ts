import { z } from 'zod';
import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { type DownloadOperation, madeFile, type Operation } from '#platform/http';
import { printYear, type StatementContext } from './print-year.ts';

const params = z.object({
  personId: z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/),
  year: z
    .string()
    .regex(/^(19|20)\d\d$/)
    .meta({ example: '2025' }),
});
const wish = z.object({ language: z.enum(['zh', 'en']).default('zh') });

/** The statement of a year, to be kept and shown: signed, so that whoever is shown it can check it. */
const readYearPdf: DownloadOperation<StatementContext, Caller> = {
  id: 'readPersonalAccountYearPdf',
  kind: 'download',
  method: 'GET',
  path: '/people/{personId}/account/years/{year}/pdf',
  ...{ tag: 'personal-account', roles: ['insured', 'clerk', 'reviewer', 'auditor'] },
  summary: {
    zh: '个人账户某一年的对账单（PDF，带核验码）',
    en: 'The statement of one year as PDF, with a code that proves it',
  },
  params,
  query: wish,
  produces: ['application/pdf'],
  answer: z.any().describe('PDF'),
  refusals: ['personal-account.none', 'personal-account.days-wrong'],
  async run(reader, { context, caller, params: given, query }) {
    const { personId: owner, year } = params.parse(given);
    const lang = wish.parse(query).language;
    const printed = await printYear(reader, { context, caller, owner, year, lang });
    if (!printed.ok) return printed;
    const { pdf } = printed.value;
    return ok(madeFile({ fileName: `suixing-statement-${year}`, ending: 'pdf', content: pdf }));
  },
};

/** What is set on paper. */
export const statementOperations: readonly Operation<StatementContext, Caller>[] = [readYearPdf];
