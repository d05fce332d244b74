export { activateLogin } from './activate-login.ts';
export { type Credentials, callerOf } from './caller-of.ts';
export { type LiveCodes, liveCodes } from './codes.store.ts';
export type { AccessContext } from './context.ts';
export { endAccessOfTheDead } from './end-access.store.ts';
export { evenly } from './evenly.ts';
export { type Guessing, guessingIn } from './guessing.ts';
export { accessHashedColumns } from './hashed-columns.ts';
export { limits } from './limits.ts';
export { type LoginOf, loginsOf } from './logins-of.ts';
export { mayUse } from './may-use.ts';
export { limitRows, type OfficerLimit } from './officer-limits.store.ts';
export { askOfficerLimit, decideOfficerLimit } from './officer-limits.ts';
export {
  beginEnrolment,
  type Enrolment,
  finishEnrolment,
  type OpenSession,
  openOfficerSession,
  type SignIn,
} from './officer-sessions.ts';
export { insertOffice, type Office } from './officers.store.ts';
export {
  createFirstOfficer,
  createOfficer,
  isOfficerRole,
  type MadeOfficer,
  type NewOfficer,
  type OfficerRole,
} from './officers.ts';
export { seenOf, seesCase } from './others-drafts.store.ts';
export { ownOf, signOut } from './own-credentials.ts';
export { openPersonSession, type PersonSignIn } from './person-sessions.ts';
export { accessProofs } from './proofs.ts';
export { proveAgain, proveLately } from './prove-again.ts';
export { type AccessCode, accessRefusals } from './refusals.ts';
export { accessOperations } from './routes.ts';
export { newSecondFactor, secondFactorCode } from './second-factor.ts';
export { windowCode } from './tokens.ts';
export { type CodeWish, endAccess, forgetCodeNames, handOverCode, voidWindowCodes } from './window-codes.ts';
