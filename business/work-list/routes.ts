import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { Operation, ReadOperation, Request, WriteOperation } from '#platform/http';
import { handCaseOver, releaseCase, takeCaseOver } from './assign-case.ts';
import type { WorkListContext } from './context.ts';
import { countWork } from './count-work.ts';
import { listWork, type WorkQuery } from './list-work.ts';
import * as schemas from './schemas.ts';
import { searchWork } from './search-work.ts';

type Read = ReadOperation<WorkListContext, Caller>;
type Write = WriteOperation<WorkListContext, Caller>;

const tag = 'work-list';
const officers = ['clerk', 'reviewer', 'finance', 'auditor'] as const;
const leads = ['clerk', 'reviewer'] as const;

const listWorkOfAgency: Read = {
  ...{ id: 'listWork', kind: 'read', method: 'GET', path: '/work-list', tag, roles: officers },
  summary: { zh: '待办清单：全部业务，先到期的在前', en: 'The work list over all procedures, due first' },
  query: schemas.list,
  answer: schemas.page,
  refusals: ['http.cursor', 'work-list.unknown-name'],
  run(reader, { context, caller, query }) {
    const { cursor, limit, ...filters } = schemas.list.parse(query);
    return listWork(reader, { context, caller, query: queryOf(filters), cursor: cursor ?? null, limit });
  },
};

const countWorkOfAgency: Read = {
  ...{ id: 'countWork', kind: 'read', method: 'GET', path: '/work-list/counts', tag, roles: officers },
  summary: { zh: '待办清单各类的件数', en: 'How many cases each view of the work list holds' },
  query: schemas.counting,
  answer: schemas.counts,
  refusals: [],
  shows: 'nobody',
  async run(reader, { context, caller, query }) {
    const { officeId } = schemas.counting.parse(query);
    return ok(await countWork(reader, { context, caller, officeId: officeId ?? null }));
  },
};

const searchWorkOfAgency: Read = {
  ...{ id: 'searchWork', kind: 'read', tag, roles: officers },
  method: 'POST', // an identity number never stands in an address
  path: '/work-list/search',
  summary: {
    zh: '按办理编号、证件号码或用人单位查找办件',
    en: 'Find cases by number, by an identity document or by employer',
  },
  body: schemas.search,
  answer: schemas.page,
  refusals: ['http.cursor', 'casework.no-case', 'registry.number-wrong', 'work-list.unknown-name'],
  run(reader, { context, caller, body }) {
    const { sought, query } = schemas.search.parse(body);
    const { cursor, limit, ...filters } = query;
    const asked = { context, caller, sought, query: queryOf(filters), cursor: cursor ?? null, limit };
    return searchWork(reader, asked);
  },
};

const assignmentRefusals = [
  ...(['casework.no-case', 'casework.not-now', 'casework.closed', 'casework.not-yours'] as const),
  ...(['casework.changed-meanwhile', 'casework.no-such-clerk'] as const),
];

const takeOverCase: Write = {
  ...{ id: 'takeOverCase', kind: 'write', method: 'POST', path: '/cases/{number}/take-over', tag },
  roles: ['clerk'],
  summary: { zh: '接手一件办理，也可以从同事手里接手', en: 'Take a case over, also from a colleague' },
  params: schemas.number,
  body: schemas.assigning,
  answer: schemas.assigned,
  refusals: [...assignmentRefusals, 'casework.has-it-already'],
  run: (tx, asked) => takeCaseOver(tx, { ...caseOf(asked), ...schemas.assigning.parse(asked.body) }),
};

const handOverCase: Write = {
  ...{ id: 'handOverCase', kind: 'write', method: 'POST', path: '/cases/{number}/hand-over', tag },
  roles: leads,
  summary: { zh: '把一件办理交给指定的经办人员', en: 'Hand a case to a clerk who is named' },
  params: schemas.number,
  body: schemas.handing,
  answer: schemas.assigned,
  refusals: [...assignmentRefusals, 'casework.taken-by-other', 'casework.has-it-already'],
  run: (tx, asked) => handCaseOver(tx, { ...caseOf(asked), ...schemas.handing.parse(asked.body) }),
};

const releaseOneCase: Write = {
  ...{ id: 'releaseCase', kind: 'write', method: 'POST', path: '/cases/{number}/release', tag, roles: leads },
  summary: { zh: '放回待办，谁都可以接', en: 'Put a case back for any clerk to take' },
  params: schemas.number,
  body: schemas.assigning,
  answer: schemas.assigned,
  refusals: [...assignmentRefusals, 'casework.taken-by-other', 'casework.nobody-has-it'],
  run: (tx, asked) => releaseCase(tx, { ...caseOf(asked), ...schemas.assigning.parse(asked.body) }),
};

/** What is to be done, and who does it. */
export const workListOperations: readonly Operation<WorkListContext, Caller>[] = [
  listWorkOfAgency,
  countWorkOfAgency,
  searchWorkOfAgency,
  takeOverCase,
  handOverCase,
  releaseOneCase,
];

function caseOf({ context, caller, params }: Request<WorkListContext, Caller>) {
  return { context, caller, number: schemas.number.parse(params).number };
}

type Filters = Omit<ReturnType<typeof schemas.list.parse>, 'cursor' | 'limit'>;

function queryOf(filters: Filters): WorkQuery {
  const { view, sort, procedure, ground, state, officeId, assignedTo, dueFrom, dueTo, channel } = filters;
  return {
    ...{ view, sort, procedures: procedure ?? null, states: state ?? null, ground: ground ?? null },
    ...{ officeId: officeId ?? null, assignedTo: assignedTo ?? null, channel: channel ?? null },
    ...{ dueFrom: dueFrom ?? null, dueTo: dueTo ?? null },
  };
}
