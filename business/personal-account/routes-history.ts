import { z } from 'zod';
import { ok, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { ReadOperation } from '#platform/http';
import type { PersonalAccountContext } from './context.ts';
import { readAccountHistory } from './read-history.ts';

const params = z.object({ personId: z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/) });
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const day = z.string().meta({ example: '2026-06-30' });
const interestLeft =
  '余额中已入账的利息，支出先算本金 / credited interest in the balance; principal is spent first';

const history = z.object({
  openedOn: day,
  on: day.describe('到这一天为止 / up to this day'),
  points: z
    .array(z.object({ on: day, balanceFen: amountFen, interestFen: amountFen.describe(interestLeft) }))
    .describe('有进出的每一天日终的余额，从早到晚 / the balance after each day that moved it, oldest first'),
  years: z
    .array(
      z.object({
        year: z.int(),
        openingFen: amountFen,
        inFen: amountFen.describe('划入等收入，不含利息 / what came in, interest apart'),
        outFen: amountFen.describe('支出，为负 / what went out, negative'),
        interestFen: amountFen.describe('已入账的利息 / interest credited'),
        closingFen: amountFen,
      }),
    )
    .describe(
      '逐年，从近到远；年初加各项等于年末 / by year, the newest first; opening and the rest make the closing',
    ),
});

export const readHistory: ReadOperation<PersonalAccountContext, Caller> = {
  id: 'readPersonalAccountHistory',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/account/history',
  tag: 'personal-account',
  roles: ['insured', 'agent', 'clerk', 'reviewer', 'auditor'],
  summary: {
    zh: '个人账户余额的变化和逐年收支',
    en: 'How the balance of a personal account came to be, year by year',
  },
  params,
  answer: history,
  refusals: ['personal-account.none'],
  async run(reader, { context, caller, params: given }) {
    const owner = params.parse(given).personId;
    const read = await readAccountHistory(reader, { caller, owner, on: shanghaiDate(context.clock.now()) });
    if (!read.ok) return read;
    const { points, years, ...days } = read.value;
    return ok({ ...days, points: points.map(inText), years: years.map(inText) });
  },
};

/** Amounts as text. */
function inText<Row extends object>(row: Row): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? `${value}` : value]),
  );
}
