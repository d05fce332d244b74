import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { Operation } from '#platform/http';
import type { LifeEventContext } from './context.ts';
import { explainLifeEvent } from './explain-life-event.ts';
import { caseOf, type Read, tag } from './operation-parts.ts';
import { isLifeEventKind } from './processes.ts';
import { listLifeEvents, readEventHistory, readEventReceipt, readLifeEvent } from './read-life-event.ts';
import * as schemas from './schemas.ts';

const readers = ['insured', 'successor', 'agent', 'clerk', 'reviewer', 'auditor'] as const;
/** An employer reads what it reported itself. */
const withEmployer = [...readers, 'employer'] as const;
const readRefusals = ['casework.no-case', 'life-events.rule-version-unknown'] as const;

const listAllLifeEvents: Read = {
  ...{ id: 'listLifeEvents', kind: 'read', method: 'GET', path: '/life-events', tag, roles: readers },
  summary: { zh: '参保变动办件清单，先到期的在前', en: 'Life events, those due first at the top' },
  query: schemas.list,
  answer: schemas.items,
  refusals: [],
  async run(reader, { context, caller, query }) {
    const { kind, state, officeId, dueOnOrBefore, cursor, limit } = schemas.list.parse(query);
    const kinds = kind?.split(',').filter(isLifeEventKind) ?? null;
    const filter = { kinds, states: state?.split(',') ?? null, officeId: officeId ?? null, limit };
    const asked = { ...filter, dueOnOrBefore: dueOnOrBefore ?? null, cursor: cursor ?? null };
    return ok(await listLifeEvents(reader, { ...asked, context, caller }));
  },
};

const readOneLifeEvent: Read = {
  ...{ id: 'readLifeEvent', kind: 'read', method: 'GET', path: '/life-events/{number}', tag },
  roles: withEmployer,
  summary: { zh: '查看一件参保变动', en: 'One life event, with what is missing and what can be done' },
  params: schemas.number,
  answer: schemas.view,
  refusals: readRefusals,
  run: (reader, asked) => readLifeEvent(reader, caseOf(asked)),
};

const readLifeEventHistory: Read = {
  ...{ id: 'readLifeEventHistory', kind: 'read', method: 'GET', path: '/life-events/{number}/history', tag },
  roles: withEmployer,
  summary: { zh: '办理经过', en: 'What happened in a case' },
  params: schemas.number,
  answer: schemas.history,
  refusals: ['casework.no-case'],
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  async run(reader, asked) {
    const told = await readEventHistory(reader, caseOf(asked));
    return told.ok ? ok({ items: told.value }) : told;
  },
};

const readLifeEventReceipt: Read = {
  ...{ id: 'readLifeEventReceipt', kind: 'read', method: 'GET', path: '/life-events/{number}/receipt', tag },
  roles: withEmployer,
  summary: { zh: '受理回执', en: 'The receipt of a case, as data and as a page to be printed' },
  params: schemas.number,
  answer: schemas.receipt,
  refusals: readRefusals,
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  run: (reader, asked) => readEventReceipt(reader, caseOf(asked)),
};

const explainOneLifeEvent: Read = {
  ...{ id: 'explainLifeEvent', kind: 'read', method: 'GET', path: '/life-events/{number}/explanation', tag },
  roles: readers,
  summary: { zh: '为什么这样决定', en: 'Why a case came out as it did' },
  params: schemas.number,
  query: schemas.explaining,
  answer: schemas.explanation,
  refusals: ['casework.no-case'],
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  run(reader, asked) {
    const verify = schemas.explaining.parse(asked.query).verify === 'true';
    return explainLifeEvent(reader, { ...caseOf(asked), verify });
  },
};

/** What everybody who is concerned may read. */
export const readingOperations: readonly Operation<LifeEventContext, Caller>[] = [
  listAllLifeEvents,
  readOneLifeEvent,
  readLifeEventHistory,
  readLifeEventReceipt,
  explainOneLifeEvent,
];
