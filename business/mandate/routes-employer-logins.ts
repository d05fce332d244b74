import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { JobOperation, ReadOperation } from '#platform/http';
import type { MandateContext } from './context.ts';
import { employerLogins } from './employer-logins.ts';
import { endEmployerLogin } from './end-employer-login.ts';
import * as schemas from './schemas-employer-logins.ts';

const tag = 'mandate';

const listEmployerLogins: ReadOperation<MandateContext, Caller> = {
  ...{ id: 'listEmployerLogins', kind: 'read', method: 'GET', path: '/employers/{employerId}/logins', tag },
  ...{ roles: ['employer', 'clerk', 'auditor'], shows: 'nobody' },
  summary: {
    zh: '现在能为单位办事的账号：窗口开通的、凭委托的；凭委托办事的只看得到自己',
    en: 'Which logins act for an employer now, by the window or by a mandate; who acts by mandate sees their own',
  },
  params: schemas.employer,
  answer: schemas.logins,
  refusals: ['mandate.none', 'access.no-person'],
  async run(reader, { context, caller, params }) {
    const asked = { context, caller, ...schemas.employer.parse(params) };
    const listed = await employerLogins(reader, asked);
    return listed.ok ? ok({ items: listed.value }) : listed;
  },
};

/** A job, since each mandate ends in a transaction of its own, and the login's own right by another role. */
const endOneEmployerLogin: JobOperation<MandateContext, Caller> = {
  ...{ id: 'endEmployerLogin', kind: 'job', method: 'POST', tag, roles: ['clerk'] },
  path: '/employers/{employerId}/logins/{loginId}/end',
  summary: {
    zh: '终止某账号为单位办事的资格，立即生效；它接受的和尚未接受的单位委托、未用的激活码一并作废；它委托他人且已接受的列在答复里',
    en: 'End a login’s right to act for an employer at once, with the mandates that it or nobody accepted and unused codes; what it let others do is listed',
  },
  params: schemas.link,
  answer: schemas.ended,
  refusals: ['access.no-login', 'access.no-session'],
  run: ({ context, caller, params }) => endEmployerLogin({ context, caller, ...schemas.link.parse(params) }),
};

/** Which logins act for an employer. */
export const employerLoginOperations = [listEmployerLogins, endOneEmployerLogin] as const;
