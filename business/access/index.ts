export { type Credentials, callerOf } from './caller-of.ts';
export type { AccessContext } from './context.ts';
export { limits } from './limits.ts';
export {
  beginEnrolment,
  type Enrolment,
  finishEnrolment,
  type OpenSession,
  openOfficerSession,
  type SignIn,
} from './officer-sessions.ts';
export type { Office } from './officers.store.ts';
export { insertOffice } from './officers.store.ts';
export {
  createFirstOfficer,
  createOfficer,
  type MadeOfficer,
  type NewOfficer,
  type OfficerRole,
} from './officers.ts';
export { newSecondFactor, secondFactorCode } from './second-factor.ts';
