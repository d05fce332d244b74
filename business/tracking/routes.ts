import type { Caller } from '#business/access/public';
import { personsOfCase } from '#engines/casework';
import type { JobOperation, Operation, ReadOperation } from '#platform/http';
import { casesOfPerson, placeOfCase } from './cases-of-person.ts';
import type { TrackingContext } from './context.ts';
import * as schemas from './schemas.ts';
import { trackCase } from './track-case.ts';
import { readTrackingCode } from './tracking-code.ts';

const tag = 'tracking';

/** A job, since a try is counted whatever comes of it. */
const trackOneCase: JobOperation<TrackingContext, Caller> = {
  ...{ id: 'trackCase', kind: 'job', method: 'POST', path: '/tracking', tag, roles: 'anyone' },
  summary: {
    zh: '不登录查询办理进度：办理编号加查询码，或加证件后四位和出生日期',
    en: 'Where a case is, without a login: its number and the code on the receipt, or the document’s last four and the birthday',
  },
  body: schemas.asked,
  answer: schemas.whereItIs,
  refusals: ['tracking.not-told'],
  perMinute: 20,
  run: ({ context, body, from }) => trackCase(context, { ...schemas.asked.parse(body), from: from ?? '' }),
};

const readCaseTrackingCode: ReadOperation<TrackingContext, Caller> = {
  ...{ id: 'readTrackingCode', kind: 'read', method: 'GET', path: '/cases/{number}/tracking-code', tag },
  roles: ['insured', 'successor', 'agent', 'clerk', 'reviewer'],
  summary: { zh: '一件办理的查询码', en: 'The code with which a case is asked after without a login' },
  params: schemas.number,
  answer: schemas.code,
  refusals: ['casework.no-case'],
  shows: (reader, { params }) => personsOfCase(reader, params.number),
  run: (reader, { context, caller, params }) =>
    readTrackingCode(reader, { context, caller, ...schemas.number.parse(params) }),
};

const concerned = ['insured', 'successor', 'agent', 'clerk', 'reviewer', 'auditor'] as const;

const listPersonCases: ReadOperation<TrackingContext, Caller> = {
  ...{ id: 'listPersonCases', kind: 'read', method: 'GET', path: '/people/{personId}/cases', tag },
  roles: concerned,
  summary: {
    zh: '某人的全部办理事项，无论从哪里申请',
    en: 'Everything that is or was under way for a person, whichever way it came in',
  },
  params: schemas.person,
  query: schemas.page,
  answer: schemas.ownCases,
  refusals: ['registry.no-such-person'],
  run(reader, { context, caller, params, query }) {
    const { personId } = schemas.person.parse(params);
    const { cursor = null, limit } = schemas.page.parse(query);
    return casesOfPerson(reader, { context, caller, personId, cursor, limit });
  },
};

const readCasePlace: ReadOperation<TrackingContext, Caller> = {
  ...{ id: 'readCasePlace', kind: 'read', method: 'GET', path: '/cases/{number}/place', tag },
  roles: concerned,
  summary: { zh: '一件办理到了哪一步，在等谁', en: 'Where a case is, and whose move it is' },
  params: schemas.number,
  answer: schemas.ownCase,
  refusals: ['casework.no-case'],
  run: (reader, { context, caller, params }) =>
    placeOfCase(reader, { context, caller, ...schemas.number.parse(params) }),
};

/** Where a case is, for whoever waits for it. */
export const trackingOperations: readonly Operation<TrackingContext, Caller>[] = [
  trackOneCase,
  readCaseTrackingCode,
  listPersonCases,
  readCasePlace,
];
