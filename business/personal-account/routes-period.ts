import { z } from 'zod';
import { isPlainDate, ok, type PlainDate, plainDate, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { type Operation, type ReadOperation, readCursor, writeCursor } from '#platform/http';
import type { PersonalAccountContext } from './context.ts';
import { type PeriodStatement, readAccountOnDay, readKnown, readPeriod } from './read-period.ts';

type Read = ReadOperation<PersonalAccountContext, Caller>;

const roles = ['insured', 'agent', 'clerk', 'reviewer', 'auditor'] as const;
const tag = 'personal-account';
const params = z.object({ personId: z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/) });
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const shownDay = z.string().meta({ example: '2026-06-30' });
const day = z
  .string()
  .refine(isPlainDate)
  .transform((text): PlainDate => plainDate(text))
  .meta({ example: '2026-06-30' });
const known = z
  .string()
  .optional()
  .describe('按某日（到日终）或某时所知；不写则按目前所知 / as known at the end of a day or at a time; now')
  .meta({ example: '2026-06-30' });

const onDayWish = z.object({ on: day.optional(), known });

const onDay = z.object({
  on: shownDay,
  known: z.string().nullable(),
  balanceFen: amountFen,
  interestFen: amountFen.describe('到当日为止尚未入账的利息 / interest up to the day, not yet credited'),
});

const readOnDay: Read = {
  id: 'readPersonalAccountOnDay',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/account/balance',
  ...{ tag, roles, params },
  summary: {
    zh: '个人账户某日日终的余额，按某时所知',
    en: 'The balance of a personal account at the end of a day, as known at a time',
  },
  query: onDayWish,
  answer: onDay,
  refusals: ['personal-account.none', 'personal-account.days-wrong'],
  async run(reader, request) {
    const owner = params.parse(request.params).personId;
    const asked = onDayWish.parse(request.query);
    const at = readKnown(asked.known);
    if (!at.ok) return at;
    const on = asked.on ?? shanghaiDate(request.context.clock.now());
    const read = await readAccountOnDay(reader, { caller: request.caller, owner, on, known: at.value });
    if (!read.ok) return read;
    const { balanceFen, interestFen } = read.value;
    const until = at.value?.toISOString() ?? null;
    return ok({ on, known: until, balanceFen: `${balanceFen}`, interestFen: `${interestFen}` });
  },
};

const periodWish = z.object({
  from: day.optional().describe('不写就从当年元旦起 / New Year’s Day where left out'),
  to: day.optional().describe('不写就到今天 / today where left out'),
  known,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional(),
});

const period = onDay.omit({ on: true }).extend({
  from: shownDay,
  to: shownDay,
  openingFen: amountFen,
  items: z.array(
    z.object({
      entryNo: z.string(),
      journalId: z.string(),
      purpose: z.string().meta({ example: 'contribution' }),
      purposeName: z.object({ zh: z.string(), en: z.string() }),
      effectiveOn: shownDay,
      recordedAt: z.string(),
      caseId: z.string().nullable(),
      changeFen: amountFen.describe('入账为正，支出为负 / positive in, negative out'),
      balanceFen: amountFen.describe('这笔之后的余额 / after this entry'),
    }),
  ),
  next: z.string().nullable(),
});

const readPeriodRoute: Read = {
  id: 'readPersonalAccountPeriod',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/account/period',
  ...{ tag, roles, params },
  summary: {
    zh: '个人账户两个日期之间的对账单，按某时所知',
    en: 'The statement of a personal account between two days, as known at a time',
  },
  query: periodWish,
  answer: period,
  refusals: ['personal-account.none', 'personal-account.days-wrong', 'http.cursor'],
  async run(reader, { context, caller, params: given, query }) {
    const owner = params.parse(given).personId;
    const asked = periodWish.parse(query);
    const at = readKnown(asked.known);
    if (!at.ok) return at;
    const to = asked.to ?? shanghaiDate(context.clock.now());
    const from = asked.from ?? plainDate(`${to.slice(0, 4)}-01-01`);
    const bound = { owner, from, to, known: asked.known ?? null };
    const place = readCursor(asked.cursor, bound);
    if (!place.ok) return place;
    const [on, no] = place.value ?? [];
    const after = on === undefined ? null : { effectiveOn: plainDate(`${on}`), entryNo: BigInt(no ?? 0) };
    const wish = { caller, owner, from, to, known: at.value, after, limit: asked.limit };
    const read = await readPeriod(reader, wish);
    return read.ok ? ok(inText(read.value, bound)) : read;
  },
};

/** Money and numbers as text, and the place of the next page bound to what was asked. */
function inText(statement: PeriodStatement, bound: Readonly<Record<string, unknown>>): object {
  const { entries, next, known: at, openingFen, balanceFen, interestFen, from, to } = statement;
  return {
    ...{ from, to, known: at?.toISOString() ?? null },
    ...{ openingFen: `${openingFen}`, balanceFen: `${balanceFen}`, interestFen: `${interestFen}` },
    items: entries.map((entry) => ({
      ...entry,
      entryNo: `${entry.entryNo}`,
      recordedAt: entry.recordedAt.toISOString(),
      changeFen: `${entry.changeFen}`,
      balanceFen: `${entry.balanceFen}`,
    })),
    next: next && writeCursor({ position: [next.effectiveOn, `${next.entryNo}`], query: bound }),
  };
}

/** An account in both clocks: on a day, and between two. */
export const periodOperations: readonly Operation<PersonalAccountContext, Caller>[] = [
  readOnDay,
  readPeriodRoute,
];
