import { ok, type Result, refuse } from '#basics';
import type { JobOperation, ReadOperation } from '#platform/http';
import type { Caller } from './caller.ts';
import { changeCapacity } from './change-capacity.ts';
import type { AccessContext } from './context.ts';
import { beginEnrolment, finishEnrolment, type OpenSession, openOfficerSession } from './officer-sessions.ts';
import { officerRoles } from './officers.ts';
import {
  changePassword,
  confirmSecondFactor,
  type Own,
  offerSecondFactor,
  ownOf,
  ownSessions,
  signOut,
  signOutElsewhere,
} from './own-credentials.ts';
import { openPersonSession } from './person-sessions.ts';
import * as schemas from './schemas.ts';
import { whoAmI } from './who-am-i.ts';

type Read = ReadOperation<AccessContext, Caller>;
type Job = JobOperation<AccessContext, Caller>;

const tag = 'access';
const citizens = ['insured', 'successor', 'agent', 'employer'] as const;
const holders = [...officerRoles, ...citizens] as const;
/** Passwords are slow to check on purpose; nobody types faster than this. */
const perMinute = 30;

const openSession: Job = {
  id: 'openSession',
  kind: 'job',
  session: 'opens',
  method: 'POST',
  path: '/sessions',
  ...{ tag, roles: 'anyone', status: 201, perMinute },
  summary: { zh: '登录', en: 'Sign in' },
  body: schemas.signIn,
  answer: schemas.opened,
  refusals: [
    'access.wrong-credentials',
    'access.second-factor-needed',
    'access.enrolment-needed',
    'access.no-capacity',
    'access.login-closed',
  ],
  async run({ context, body }) {
    const { as, deliver, ...given } = schemas.signIn.parse(body);
    const open = as === 'officer' ? openOfficerSession : openPersonSession;
    return delivered(await open(context, given), deliver);
  },
};

const getSession: Read = {
  id: 'getSession',
  kind: 'read',
  method: 'GET',
  path: '/sessions/current',
  ...{ tag, roles: [...holders, 'integrator'] },
  summary: { zh: '当前登录的是谁', en: 'Who is signed in' },
  answer: schemas.self,
  refusals: [],
  shows: 'nobody',
  run: async (_reader, { context, caller }) => ok(await whoAmI(context, caller)),
};

const changeOwnCapacity: Job = {
  id: 'changeCapacity',
  kind: 'job',
  session: 'opens',
  method: 'POST',
  path: '/sessions/current/capacity',
  ...{ tag, roles: citizens, status: 201, perMinute },
  summary: {
    zh: '同一账号换一个身份办事，不用重新登录；原来的会话随即结束',
    en: 'Go on in another capacity of the same login, without signing in again; the session that asks ends with it',
  },
  body: schemas.capacityChange,
  answer: schemas.opened,
  refusals: ['access.no-capacity', 'access.no-session', 'access.cookie-stays'],
  async run({ context, caller, body, by }) {
    const { capacity, deliver } = schemas.capacityChange.parse(body);
    // No script on a page comes by a token that it can read and carry away.
    if (by === 'cookie' && deliver === 'token') return refuse({ code: 'access.cookie-stays' });
    return delivered(await changeCapacity(context, caller, capacity), deliver);
  },
};

const closeSession: Job = {
  id: 'closeSession',
  kind: 'job',
  session: 'ends',
  method: 'DELETE',
  path: '/sessions/current',
  ...{ tag, roles: holders, status: 204 },
  summary: { zh: '退出登录', en: 'Sign out' },
  answer: schemas.nothing,
  refusals: [],
  run: ({ context, caller }) =>
    ofOwn(caller, async (own) => {
      await signOut(context, own);
      return ok(null);
    }),
};

const listOwnSessions: Read = {
  id: 'listOwnSessions',
  kind: 'read',
  method: 'GET',
  path: '/sessions',
  ...{ tag, roles: holders },
  summary: { zh: '自己在哪些设备上登录着', en: 'Where one is signed in' },
  answer: schemas.ownSessions,
  refusals: ['access.no-session'],
  shows: 'nobody',
  run: (_reader, { context, caller }) =>
    ofOwn(caller, async (own) =>
      ok({
        items: (await ownSessions(context, own)).map(({ openedAt, expiresAt, current }) => ({
          ...{ openedAt: openedAt.toISOString(), expiresAt: expiresAt.toISOString(), current },
        })),
      }),
    ),
};

const closeOtherSessions: Job = {
  id: 'closeOtherSessions',
  kind: 'job',
  method: 'DELETE',
  path: '/sessions/others',
  ...{ tag, roles: holders, status: 204 },
  summary: { zh: '在别的设备上退出登录', en: 'Sign out everywhere else' },
  answer: schemas.nothing,
  refusals: ['access.no-session'],
  run: ({ context, caller }) =>
    ofOwn(caller, async (own) => {
      await signOutElsewhere(context, own);
      return ok(null);
    }),
};

const changeOwnPassword: Job = {
  id: 'changeOwnPassword',
  kind: 'job',
  method: 'POST',
  path: '/sessions/current/password',
  ...{ tag, roles: holders, status: 204, perMinute },
  summary: { zh: '修改自己的密码', en: 'Change one’s own password' },
  body: schemas.passwordChange,
  answer: schemas.nothing,
  refusals: ['access.wrong-credentials', 'access.second-factor-needed', 'access.password-unfit'],
  run: ({ context, caller, body }) =>
    ofOwn(caller, (own) => changePassword(context, own, schemas.passwordChange.parse(body))),
};

const offerOwnSecondFactor: Job = {
  id: 'offerOwnSecondFactor',
  kind: 'job',
  method: 'POST',
  path: '/sessions/current/second-factor',
  ...{ tag, roles: holders, perMinute },
  summary: { zh: '设置动态验证码：取得二维码', en: 'Set up a second factor: get its QR code' },
  body: schemas.again,
  answer: schemas.factorOffer,
  refusals: ['access.wrong-credentials', 'access.second-factor-needed'],
  run: ({ context, caller, body }) =>
    ofOwn(caller, (own) => offerSecondFactor(context, own, schemas.again.parse(body))),
};

const confirmOwnSecondFactor: Job = {
  id: 'confirmOwnSecondFactor',
  kind: 'job',
  method: 'POST',
  path: '/sessions/current/second-factor/confirmation',
  ...{ tag, roles: holders, status: 204, perMinute },
  summary: { zh: '设置动态验证码：确认', en: 'Set up a second factor: confirm it' },
  body: schemas.factorProof,
  answer: schemas.nothing,
  refusals: ['access.second-factor-wrong'],
  run: ({ context, caller, body }) =>
    ofOwn(caller, (own) => confirmSecondFactor(context, own, schemas.factorProof.parse(body).totp)),
};

const startEnrolment: Job = {
  id: 'startEnrolment',
  kind: 'job',
  method: 'POST',
  path: '/officer-enrolments',
  ...{ tag, roles: 'anyone', perMinute },
  summary: { zh: '工作人员首次设置：取得二维码', en: 'An officer enrols: get the second factor’s QR code' },
  body: schemas.enrolment,
  answer: schemas.factorOffer,
  refusals: ['access.wrong-credentials', 'access.second-factor-needed', 'access.already-enrolled'],
  run: ({ context, body }) => beginEnrolment(context, schemas.enrolment.parse(body)),
};

const endEnrolment: Job = {
  id: 'endEnrolment',
  kind: 'job',
  session: 'opens',
  method: 'POST',
  path: '/officer-enrolments/confirmation',
  ...{ tag, roles: 'anyone', status: 201, perMinute },
  summary: {
    zh: '工作人员首次设置：新密码和验证码',
    en: 'An officer enrols: a password of their own, and sign in',
  },
  body: schemas.enrolmentEnd,
  answer: schemas.opened,
  refusals: [
    'access.wrong-credentials',
    'access.already-enrolled',
    'access.second-factor-needed',
    'access.second-factor-wrong',
    'access.password-unfit',
  ],
  async run({ context, body }) {
    const { deliver, ...given } = schemas.enrolmentEnd.parse(body);
    return delivered(await finishEnrolment(context, given), deliver);
  },
};

export const sessionOperations = [
  openSession,
  getSession,
  changeOwnCapacity,
  closeSession,
  listOwnSessions,
  closeOtherSessions,
  changeOwnPassword,
  offerOwnSecondFactor,
  confirmOwnSecondFactor,
  startEnrolment,
  endEnrolment,
] as const;

function delivered(opened: Result<OpenSession>, deliver: 'cookie' | 'token') {
  return opened.ok ? ok({ ...opened.value, deliver }) : opened;
}

async function ofOwn<T>(caller: Caller, work: (own: Own) => Promise<Result<T>>): Promise<Result<T>> {
  const own = ownOf(caller);
  return own ? work(own) : refuse({ code: 'access.no-session' });
}
