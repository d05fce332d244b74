import { ok } from '#basics';
import { type ReadOperation, readCursor, type WriteOperation, writeCursor } from '#platform/http';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { limitRows } from './officer-limits.store.ts';
import { askOfficerLimit, decideOfficerLimit } from './officer-limits.ts';
import * as schemas from './schemas-limits.ts';

type Read = ReadOperation<AccessContext, Caller>;
type Write = WriteOperation<AccessContext, Caller>;

const tag = 'access';

const askLimitOfOfficer: Write = {
  ...{ id: 'askOfficerLimit', kind: 'write', method: 'POST', path: '/officer-limits', tag, status: 201 },
  roles: ['administrator'],
  summary: { zh: '申请调整复核人员的审批额度', en: 'Ask that a reviewer may approve up to another amount' },
  body: schemas.asked,
  answer: schemas.place,
  refusals: ['access.no-officer', 'access.own-roles'],
  run(tx, { context, caller, body }) {
    const { officerId: officer, amountFen, reason } = schemas.asked.parse(body);
    return askOfficerLimit(tx, { context, caller, officer, amountFen: BigInt(amountFen), reason });
  },
};

const decideLimitOfOfficer: Write = {
  ...{ id: 'decideOfficerLimit', kind: 'write', method: 'POST', path: '/officer-limits/{limitId}/decision' },
  ...{ tag, roles: ['administrator'] },
  summary: { zh: '另一位管理员同意或不同意调整额度', en: 'Another administrator agrees to a limit or not' },
  params: schemas.place,
  body: schemas.decision,
  answer: schemas.decided,
  refusals: ['access.no-limit-asked', 'access.limit-by-two', 'access.own-roles'],
  run: (tx, { caller, params, body }) =>
    decideOfficerLimit(tx, { caller, ...schemas.place.parse(params), ...schemas.decision.parse(body) }),
};

const listLimitsOfOfficers: Read = {
  ...{ id: 'listOfficerLimits', kind: 'read', method: 'GET', path: '/officer-limits', tag },
  roles: ['administrator', 'auditor'],
  summary: { zh: '审批额度的申请和结果', en: 'Limits asked for, and what became of them' },
  query: schemas.page,
  answer: schemas.limits,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { list: 'officer-limits' });
    if (!place.ok) return place;
    const [after] = place.value ?? [];
    const rows = await limitRows(reader, {
      after: after === undefined ? null : String(after),
      limit: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({
      items: items.map(({ amountFen, askedAt, decidedAt, ...row }) => ({
        ...row,
        amountFen: `${amountFen}`,
        askedAt: askedAt.toISOString(),
        decidedAt: decidedAt?.toISOString() ?? null,
      })),
      next: last ? writeCursor({ position: [last.id], query: { list: 'officer-limits' } }) : null,
    });
  },
};

/** How much a reviewer may approve: asked for by one administrator, agreed to by another. */
export const limitOperations = [askLimitOfOfficer, decideLimitOfOfficer, listLimitsOfOfficers] as const;
