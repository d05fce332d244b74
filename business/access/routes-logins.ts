import { ok, refuse } from '#basics';
import type { JobOperation, ReadOperation } from '#platform/http';
import { activateLogin, addPerson } from './activate-login.ts';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { accessTo, isOnRecord } from './logins.store.ts';
import { recoverLogin } from './recover-login.ts';
import * as schemas from './schemas.ts';
import { requestCode } from './sent-codes.ts';
import { endAccess, handOverCode } from './window-codes.ts';

type Read = ReadOperation<AccessContext, Caller>;
type Job = JobOperation<AccessContext, Caller>;

const tag = 'access';
const window = ['clerk'] as const;
const citizens = ['insured', 'successor', 'agent', 'employer'] as const;
/** For whoever has no login yet: few enough that guessing leads nowhere. */
const perMinute = 10;
/** The same for everybody, on record or not. */
const mayHaveBeenSent = {
  message: {
    zh: '如果所填信息与登记一致，验证码已发到登记的手机或邮箱，10 分钟内有效。没有收到的，请带有效证件到窗口办理。',
    en: 'If what you gave fits our records, a code was sent to the telephone or e-mail on record; it is good for 10 minutes. If none arrives, come to the window with your identity document.',
  },
};

const requestActivationCode: Job = {
  id: 'requestActivationCode',
  kind: 'job',
  method: 'POST',
  path: '/logins/activation-code',
  ...{ tag, roles: 'anyone', status: 202, perMinute },
  summary: { zh: '开通网上服务：获取验证码', en: 'Activate a login: ask for the code' },
  body: schemas.claim,
  answer: schemas.accepted,
  refusals: [],
  async run({ context, body }) {
    await requestCode(context, { ...schemas.claim.parse(body), purpose: 'activation' });
    return ok(mayHaveBeenSent);
  },
};

const activateOneLogin: Job = {
  id: 'activateLogin',
  kind: 'job',
  method: 'POST',
  path: '/logins',
  ...{ tag, roles: 'anyone', status: 201, perMinute },
  summary: { zh: '开通网上服务', en: 'Activate a login' },
  body: schemas.activation,
  answer: schemas.activated,
  refusals: [
    ...(['access.password-unfit', 'access.code-wrong', 'access.login-name-taken'] as const),
    ...(['access.login-exists', 'access.inquiry-not-open', 'access.inquiry-used'] as const),
  ],
  run: ({ context, body }) => activateLogin(context, schemas.activation.parse(body)),
};

const requestRecoveryCode: Job = {
  id: 'requestRecoveryCode',
  kind: 'job',
  method: 'POST',
  path: '/logins/recovery-code',
  ...{ tag, roles: 'anyone', status: 202, perMinute },
  summary: { zh: '找回账号：获取验证码', en: 'Recover a login: ask for the code' },
  body: schemas.claim,
  answer: schemas.accepted,
  refusals: [],
  async run({ context, body }) {
    await requestCode(context, { ...schemas.claim.parse(body), purpose: 'recovery' });
    return ok(mayHaveBeenSent);
  },
};

const recoverOneLogin: Job = {
  id: 'recoverLogin',
  kind: 'job',
  method: 'POST',
  path: '/logins/recovery',
  ...{ tag, roles: 'anyone', perMinute },
  summary: { zh: '找回账号：设置新密码', en: 'Recover a login: set a new password' },
  body: schemas.recovery,
  answer: schemas.recovered,
  refusals: ['access.code-wrong', 'access.no-login', 'access.password-unfit', 'access.login-exists'],
  run: ({ context, body }) => recoverLogin(context, schemas.recovery.parse(body)),
};

const addOwnPerson: Job = {
  id: 'addOwnPerson',
  kind: 'job',
  method: 'POST',
  path: '/sessions/current/people',
  ...{ tag, roles: citizens, status: 201, perMinute },
  summary: {
    zh: '用窗口给的激活码，或已确认的亲属询问，为账号增加可办事的人或单位',
    en: 'Add a person or employer to one’s login with a code from the window, or by a relative’s question that was confirmed',
  },
  body: schemas.addition,
  answer: schemas.activated,
  refusals: [
    ...(['access.code-wrong', 'access.login-exists'] as const),
    ...(['access.inquiry-not-open', 'access.inquiry-used'] as const),
  ],
  run: ({ context, caller, body }) => addPerson(context, caller, schemas.addition.parse(body)),
};

const handOverActivationCode: Job = {
  id: 'handOverActivationCode',
  kind: 'job',
  method: 'POST',
  path: '/people/{personId}/activation-code',
  ...{ tag, roles: window, status: 201 },
  summary: {
    zh: '窗口核对材料后发激活码（本人、继承人、代办人；找回账号）',
    en: 'Hand over a code at the window: for the insured, a successor or an agent, or to recover a login',
  },
  params: schemas.personId,
  body: schemas.codeWish,
  answer: schemas.handedOver,
  refusals: [
    ...(['access.no-person', 'access.person-dead', 'access.no-login', 'registry.number-wrong'] as const),
    ...(['access.role-missing', 'access.no-session'] as const),
  ],
  run: ({ context, caller, params, body }) =>
    handOverCode(context, caller, {
      ...schemas.personId.parse(params),
      ...schemas.codeWish.parse(body),
    }),
};

const handOverEmployerCode: Job = {
  id: 'handOverEmployerCode',
  kind: 'job',
  method: 'POST',
  path: '/employers/{employerId}/activation-code',
  ...{ tag, roles: window, status: 201 },
  summary: { zh: '窗口核对材料后为单位发激活码', en: 'Hand over a code for an employer at the window' },
  params: schemas.employerId,
  body: schemas.employerCodeWish,
  answer: schemas.handedOver,
  refusals: ['access.no-person', 'access.no-login', 'access.role-missing', 'access.no-session'],
  run: ({ context, caller, params, body }) =>
    handOverCode(context, caller, {
      personId: schemas.employerId.parse(params).employerId,
      capacity: 'employer',
      ...schemas.employerCodeWish.parse(body),
    }),
};

const listPersonLogins: Read = {
  id: 'listPersonLogins',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/logins',
  ...{ tag, roles: ['clerk', 'auditor'] },
  summary: { zh: '哪些账号可以为此人办事', en: 'Which logins may act for a person' },
  params: schemas.personId,
  answer: schemas.logins,
  refusals: ['access.no-person'],
  async run(reader, { params }) {
    const { personId } = schemas.personId.parse(params);
    if (!(await isOnRecord(reader, personId))) return refuse({ code: 'access.no-person' });
    const rows = await accessTo(reader, personId);
    return ok({ items: rows.map(({ sinceAt, ...row }) => ({ ...row, since: sinceAt.toISOString() })) });
  },
};

const endPersonAccess: Job = {
  id: 'endPersonAccess',
  kind: 'job',
  method: 'POST',
  path: '/people/{personId}/logins/{loginId}/end',
  ...{ tag, roles: window, status: 204 },
  summary: {
    zh: '终止某账号为此人办事的资格，立即生效',
    en: 'End a login’s right to act for a person, at once',
  },
  params: schemas.link,
  body: schemas.linkEnd,
  answer: schemas.nothing,
  refusals: ['access.no-login'],
  run: ({ context, params, body }) =>
    endAccess(context, { ...schemas.link.parse(params), ...schemas.linkEnd.parse(body) }),
};

export const loginOperations = [
  requestActivationCode,
  activateOneLogin,
  requestRecoveryCode,
  recoverOneLogin,
  addOwnPerson,
  handOverActivationCode,
  handOverEmployerCode,
  listPersonLogins,
  endPersonAccess,
] as const;
