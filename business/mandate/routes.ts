import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { JobOperation, Operation, ReadOperation, WriteOperation } from '#platform/http';
import type { MandateContext } from './context.ts';
import { acceptMandate, confirmMandate, endMandate, giveMandate } from './give-mandate.ts';
import { listMandates } from './list-mandates.ts';
import { employerLoginOperations } from './routes-employer-logins.ts';
import * as schemas from './schemas.ts';

type Write = WriteOperation<MandateContext, Caller>;

const tag = 'mandate';
const people = ['insured', 'successor', 'agent', 'employer'] as const;

/** A job, since an answer with a code is not kept to be given again. */
const giveOneMandate: JobOperation<MandateContext, Caller> = {
  ...{ id: 'giveMandate', kind: 'job', method: 'POST', path: '/mandates', tag, status: 201 },
  roles: ['insured', 'employer', 'clerk'],
  summary: {
    zh: '委托别人代办；窗口凭委托书登记，另一人复核',
    en: 'Let somebody act: online, or at the window on a paper that a second officer confirms',
  },
  body: schemas.giving,
  answer: schemas.given,
  refusals: ['mandate.none', 'mandate.wrong', 'access.person-dead', 'access.no-session'],
  run({ context, caller, body }) {
    const { ownerId, caseNumber, untilOn, paperReference, ...rest } = schemas.giving.parse(body);
    const mandate = {
      ...{ ...rest, ownerId: ownerId ?? null, caseNumber: caseNumber ?? null, untilOn: untilOn ?? null },
      paperReference: paperReference ?? null,
    };
    return giveMandate({ context, caller, mandate });
  },
};

const acceptOneMandate: Write = {
  ...{ id: 'acceptMandate', kind: 'write', method: 'POST', path: '/mandates/acceptance', tag, roles: people },
  summary: { zh: '代办人凭委托码接受委托', en: 'Accept a mandate by its code, under one’s own login' },
  body: schemas.acceptance,
  answer: schemas.accepted,
  refusals: ['mandate.code-wrong', 'mandate.own', 'access.person-dead', 'access.no-session'],
  perMinute: 20,
  run: (tx, { context, caller, body }) =>
    acceptMandate(tx, { context, caller, ...schemas.acceptance.parse(body) }),
};

const confirmOneMandate: Write = {
  ...{ id: 'confirmMandate', kind: 'write', method: 'POST', path: '/mandates/{mandateId}/confirmation', tag },
  ...{ roles: ['reviewer'], status: 204 },
  summary: { zh: '复核窗口登记的委托', en: 'Confirm a mandate that a clerk recorded from a paper' },
  params: schemas.place,
  body: schemas.of,
  answer: schemas.nothing,
  refusals: ['mandate.none', 'mandate.by-two', 'access.person-dead'],
  run: (tx, { context, caller, params, body }) =>
    confirmMandate(tx, { context, caller, ...schemas.place.parse(params), ...schemas.of.parse(body) }),
};

const endOneMandate: Write = {
  ...{ id: 'endMandate', kind: 'write', method: 'POST', path: '/mandates/{mandateId}/end', tag },
  ...{ roles: [...people, 'clerk'], status: 204 },
  summary: {
    zh: '终止委托：委托人、代办人或窗口，立即生效',
    en: 'End a mandate at once: by who gave it, who accepted it, or the window',
  },
  params: schemas.place,
  body: schemas.of,
  answer: schemas.nothing,
  refusals: ['mandate.none', 'access.no-session'],
  run: (tx, { context, caller, params, body }) =>
    endMandate(tx, { context, caller, ...schemas.place.parse(params), ...schemas.of.parse(body) }),
};

const listAllMandates: ReadOperation<MandateContext, Caller> = {
  ...{ id: 'listMandates', kind: 'read', method: 'GET', path: '/mandates', tag },
  roles: [...people, 'clerk', 'reviewer', 'auditor'],
  summary: {
    zh: '给出的委托；或本账号接受的委托',
    en: 'Mandates that somebody gave, or that this login accepted',
  },
  query: schemas.list,
  answer: schemas.mandates,
  refusals: ['mandate.none'],
  shows: async (_, { query }) => (query.ownerId ? [String(query.ownerId)] : []),
  async run(reader, { context, caller, query }) {
    const { ownerId } = schemas.list.parse(query);
    const listed = await listMandates(reader, { context, caller, ownerId: ownerId ?? null });
    return listed.ok ? ok({ items: listed.value }) : listed;
  },
};

/** Who may act for whom, in what, until when. */
export const mandateOperations: readonly Operation<MandateContext, Caller>[] = [
  giveOneMandate,
  acceptOneMandate,
  confirmOneMandate,
  endOneMandate,
  listAllMandates,
  ...employerLoginOperations,
];
