import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { LifeEventContext } from '../context.ts';
import { type Job, type Read, tag, type Write } from '../operation-parts.ts';
import { listStaffReports, readRoster, readStaffReport } from './read-staff.ts';
import { makeStaffReport } from './report-staff.ts';
import { runStaffReport } from './run-staff-report.ts';
import * as schemas from './schemas-staff.ts';

const readers = ['employer', 'clerk', 'reviewer', 'auditor'] as const;
const notYours = 'life-events.not-your-employer' as const;

const readEmployerRoster: Read = {
  ...{ id: 'readRoster', kind: 'read', method: 'GET', path: '/employers/{employerId}/roster', tag },
  roles: readers,
  summary: {
    zh: '单位的职工名单；单位只看得到自己的',
    en: 'An employer’s staff; an employer sees its own',
  },
  params: schemas.employer,
  query: schemas.page,
  answer: schemas.roster,
  refusals: [notYours, 'http.cursor'],
  run(reader, { context, caller, params, query }) {
    const { cursor, limit } = schemas.page.parse(query);
    const asked = { context, caller, ...schemas.employer.parse(params), words: null };
    return readRoster(reader, { ...asked, cursor, limit });
  },
};

const searchEmployerRoster: Read = {
  ...{ id: 'searchRoster', kind: 'read', tag, roles: readers },
  method: 'POST', // a name never stands in an address
  path: '/employers/{employerId}/roster/search',
  summary: {
    zh: '按姓名查找单位的职工；单位只看得到自己的',
    en: 'Find an employer’s staff by name; an employer sees its own',
  },
  params: schemas.employer,
  body: schemas.rosterSearch,
  answer: schemas.roster,
  refusals: [notYours, 'http.cursor'],
  run(reader, { context, caller, params, body }) {
    const { search, cursor, limit } = schemas.rosterSearch.parse(body);
    const asked = { context, caller, ...schemas.employer.parse(params), words: search };
    return readRoster(reader, { ...asked, cursor, limit });
  },
};

const makeOneStaffReport: Write = {
  ...{ id: 'makeStaffReport', kind: 'write', method: 'POST', path: '/employers/{employerId}/staff-reports' },
  ...{ tag, roles: ['employer'], status: 201 },
  summary: {
    zh: '单位为一名或几名职工申报减员：先保存，再逐人受理（下一步）',
    en: 'An employer reports that staff left: kept first, then a case for each (the next operation)',
  },
  params: schemas.employer,
  body: schemas.newReport,
  answer: schemas.made,
  refusals: [notYours, 'life-events.not-on-roster', 'life-events.report-wrong', 'access.no-session'],
  run(tx, { context, caller, params, body }) {
    const { personIds, ...statement } = schemas.newReport.parse(body);
    const asked = { context, caller, ...schemas.employer.parse(params) };
    return makeStaffReport(tx, { ...asked, personIds, statement });
  },
};

/** A job, since each person's case is a transaction of its own; done again it goes on where it was cut off. */
const runOneStaffReport: Job = {
  ...{ id: 'runStaffReport', kind: 'job', method: 'POST', tag, roles: ['employer'] },
  path: '/employers/{employerId}/staff-reports/{reportId}/run',
  summary: {
    zh: '逐人受理；中断后再调用一次即可接着办，不会重复',
    en: 'Opens a case for each person; called again it goes on where it was cut off, and nothing twice',
  },
  params: schemas.report,
  answer: schemas.made,
  refusals: [notYours, 'access.no-session', 'casework.changed-meanwhile', 'casework.not-declared'],
  run: ({ context, caller, params }) => runStaffReport({ context, caller, ...schemas.report.parse(params) }),
};

const listAllStaffReports: Read = {
  ...{ id: 'listStaffReports', kind: 'read', method: 'GET', path: '/employers/{employerId}/staff-reports' },
  ...{ tag, roles: readers, shows: 'nobody' },
  summary: { zh: '单位申报过的减员', en: 'What an employer reported of its staff' },
  params: schemas.employer,
  query: schemas.page,
  answer: schemas.reports,
  refusals: [notYours, 'http.cursor'],
  run(reader, { context, caller, params, query }) {
    const { cursor, limit } = schemas.page.parse(query);
    return listStaffReports(reader, { context, caller, ...schemas.employer.parse(params), cursor, limit });
  },
};

const readOneStaffReport: Read = {
  ...{ id: 'readStaffReport', kind: 'read', method: 'GET', tag, roles: readers },
  path: '/employers/{employerId}/staff-reports/{reportId}',
  summary: { zh: '一次减员申报，逐人的结果', en: 'One report, and what came of each person in it' },
  params: schemas.report,
  answer: schemas.oneReport,
  refusals: [notYours],
  run: (reader, { context, caller, params }) =>
    readStaffReport(reader, { context, caller, ...schemas.report.parse(params) }),
};

/** What an employer does about its staff. */
export const staffOperations: readonly Operation<LifeEventContext, Caller>[] = [
  readEmployerRoster,
  searchEmployerRoster,
  makeOneStaffReport,
  runOneStaffReport,
  listAllStaffReports,
  readOneStaffReport,
];
