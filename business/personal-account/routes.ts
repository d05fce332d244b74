import { z } from 'zod';
import { ok, plainDate, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { purposes } from '#engines/ledger';
import { type Operation, type ReadOperation, readCursor, writeCursor } from '#platform/http';
import type { PersonalAccountContext } from './context.ts';
import { readPersonalAccount } from './read-account.ts';
import { readStatement } from './read-statement.ts';
import { readHistory } from './routes-history.ts';
import { periodOperations } from './routes-period.ts';

type Read = ReadOperation<PersonalAccountContext, Caller>;

const roles = ['insured', 'agent', 'clerk', 'reviewer', 'auditor'] as const;
const params = z.object({ personId: z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/) });
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const day = z.string().meta({ example: '2026-06-30' });

const account = z.object({
  openedOn: day,
  closedOn: day.nullable(),
  balanceFen: amountFen,
  interestFen: amountFen.describe(
    '到 interestOn 为止尚未入账的利息 / interest up to interestOn, not yet credited',
  ),
  interestOn: day,
  interestFrom: day
    .nullable()
    .describe(
      '账户上次结清以后的第一笔，更早的利息没有明细 / the first entry since it was last emptied; of earlier interest there is no explanation',
    ),
  heldBy: z.string().nullable().describe('冻结账户的业务 / the case that holds the account'),
});

const readAccountRoute: Read = {
  id: 'readPersonalAccount',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/account',
  tag: 'personal-account',
  roles,
  summary: { zh: '个人账户余额与利息', en: 'A personal account: balance, interest and hold' },
  params,
  answer: account,
  refusals: ['personal-account.none'],
  async run(reader, request) {
    const owner = params.parse(request.params).personId;
    const on = shanghaiDate(request.context.clock.now());
    const read = await readPersonalAccount(reader, { caller: request.caller, owner, on });
    if (!read.ok) return read;
    const { balanceFen, interestFen } = read.value;
    return ok({ ...read.value, balanceFen: `${balanceFen}`, interestFen: `${interestFen}` });
  },
};

const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional(),
});

const statement = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      purpose: z.enum(purposes).meta({ example: 'contribution' }),
      purposeName: z.object({ zh: z.string(), en: z.string() }).describe('用途 / what for, in words'),
      effectiveOn: day,
      recordedAt: z.string(),
      caseId: z.string().nullable(),
      changeFen: amountFen.describe('入账为正，支出为负 / positive in, negative out'),
    }),
  ),
  next: z.string().nullable(),
});

const readStatementRoute: Read = {
  id: 'readPersonalAccountStatement',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/account/statement',
  tag: 'personal-account',
  roles,
  summary: { zh: '个人账户明细', en: 'The statement of a personal account' },
  params,
  query: page,
  answer: statement,
  refusals: ['personal-account.none', 'http.cursor'],
  async run(reader, request) {
    const owner = params.parse(request.params).personId;
    const { limit, cursor } = page.parse(request.query);
    const place = readCursor(cursor, { owner });
    if (!place.ok) return place;
    const [on, id] = place.value ?? [];
    const before = on === undefined ? null : { effectiveOn: plainDate(`${on}`), id: `${id}` };
    const read = await readStatement(reader, { caller: request.caller, owner, before, limit });
    if (!read.ok) return read;
    const { entries, next } = read.value;
    return ok({
      items: entries.map((entry) => ({
        ...entry,
        changeFen: `${entry.changeFen}`,
        recordedAt: entry.recordedAt.toISOString(),
      })),
      next: next && writeCursor({ position: [next.effectiveOn, next.id], query: { owner } }),
    });
  },
};

/** What people see of their account, and officers of everybody's. */
export const personalAccountOperations: readonly Operation<PersonalAccountContext, Caller>[] = [
  readAccountRoute,
  readStatementRoute,
  readHistory,
  ...periodOperations,
];
