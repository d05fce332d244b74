import { ok, type Problem, type Result, refuse } from '#basics';
import { brokenConstraint, inTransaction } from '#platform/postgres';
import type { Caller, Role } from './caller.ts';
import type { AccessContext } from './context.ts';
import { serverNow } from './credentials.store.ts';
import { limits } from './limits.ts';
import {
  anyAdministrator,
  insertOffice,
  insertOfficer,
  insertOfficerChange,
  type Office,
  officeExists,
  officerById,
  resetCredential,
  setInactive,
  setRoles,
} from './officers.store.ts';
import { hashPassword, passwordProblems } from './passwords.ts';
import { endSessionsOf } from './sessions.store.ts';
import { windowCode } from './tokens.ts';

export const officerRoles = [
  'clerk',
  'reviewer',
  'finance',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];
export type OfficerRole = (typeof officerRoles)[number];

export function isOfficerRole(text: string): text is OfficerRole {
  return officerRoles.some((role) => role === text);
}

export interface NewOfficer {
  /** Lower case letters, digits, `.` and `-`; begins with a letter. */
  readonly loginName: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly officeId: string;
  readonly roles: readonly OfficerRole[];
  /** Their own password, for demos and tests; without it a temporary one is made, which they exchange as they enrol. */
  readonly password?: string | undefined;
  /** A second factor's secret in base32, for demos and tests. */
  readonly totpSecret?: string | undefined;
}

export interface MadeOfficer {
  readonly officerId: string;
  /** To be handed over once; null where the officer came with a password of their own. */
  readonly temporaryPassword: string | null;
}

/** Makes an officer. `by` is the administrator's id; null on the command line and for a demo. */
export async function createOfficer(
  access: AccessContext,
  officer: NewOfficer,
  by: string | null = null,
): Promise<Result<MadeOfficer>> {
  const problems = officerProblems(officer);
  if (problems.length > 0) return refuse({ code: 'access.officer-unfit', problems });
  const id = access.ids.next('off');
  const given = await credentialOf(access, officer);
  try {
    return await inTransaction(access.loginDatabase, async (tx) => {
      if (!(await officeExists(tx, officer.officeId)))
        return refuse({ code: 'access.no-office', figures: { office: officer.officeId } });
      const { loginName, nameZh, nameEn, officeId, roles } = officer;
      const row = { id, loginName, nameZh, nameEn, officeId, roles };
      await insertOfficer(tx, { officer: row, credential: given.credential, at: given.now });
      await insertOfficerChange(tx, {
        id: access.ids.next('chg'),
        officerId: id,
        kind: 'created',
        by,
        roles,
      });
      return ok({ officerId: id, temporaryPassword: given.temporaryPassword });
    });
  } catch (fault) {
    if (brokenConstraint(fault) !== 'officer_login_name_key') throw fault;
    return refuse({ code: 'access.login-name-taken' });
  }
}

/** Makes the office and its first administrator; only where there is no administrator yet. */
export async function createFirstOfficer(
  access: AccessContext,
  { office, officer }: { readonly office: Office; readonly officer: Omit<NewOfficer, 'officeId' | 'roles'> },
): Promise<Result<MadeOfficer>> {
  if (await anyAdministrator(access.loginDatabase)) return refuse({ code: 'access.already-set-up' });
  await insertOffice(access.loginDatabase, office);
  return createOfficer(access, { ...officer, officeId: office.id, roles: ['administrator'] });
}

/** Takes effect with the officer's next request: roles are read anew each time. */
export async function changeRoles(
  access: AccessContext,
  { officerId, roles, by }: Change & { readonly roles: readonly OfficerRole[] },
): Promise<Result<null>> {
  if (officerId === by.id) return refuse({ code: 'access.own-roles' });
  return inTransaction(access.loginDatabase, async (tx) => {
    if (!(await officerById(tx, officerId))) return refuse({ code: 'access.no-officer' });
    await setRoles(tx, { id: officerId, roles });
    await insertOfficerChange(tx, { id: access.ids.next('chg'), officerId, kind: 'roles', by: by.id, roles });
    return ok(null);
  });
}

/** Ends every session at once; the officer's past work keeps their name. */
export async function disableOfficer(
  access: AccessContext,
  { officerId, by }: Change,
): Promise<Result<null>> {
  if (officerId === by.id) return refuse({ code: 'access.own-roles' });
  return inTransaction(access.loginDatabase, async (tx) => {
    if (!(await officerById(tx, officerId))) return refuse({ code: 'access.no-officer' });
    await setInactive(tx, officerId);
    await endSessionsOf(tx, { holder: { kind: 'officer', id: officerId }, keep: null });
    const change = { id: access.ids.next('chg'), officerId, kind: 'disabled', by: by.id } as const;
    await insertOfficerChange(tx, { ...change, roles: null });
    return ok(null);
  });
}

/** For who lost their password or telephone: a new temporary password, with which they enrol again. */
export async function resetOfficer(
  access: AccessContext,
  { officerId, by }: Change,
): Promise<Result<MadeOfficer>> {
  if (officerId === by.id) return refuse({ code: 'access.own-roles' });
  const made = await temporaryCredential(access);
  return inTransaction(access.loginDatabase, async (tx) => {
    if (!(await officerById(tx, officerId))) return refuse({ code: 'access.no-officer' });
    await resetCredential(tx, { id: officerId, ...made });
    await endSessionsOf(tx, { holder: { kind: 'officer', id: officerId }, keep: null });
    const change = { id: access.ids.next('chg'), officerId, kind: 'credentials-reset', by: by.id } as const;
    await insertOfficerChange(tx, { ...change, roles: null });
    return ok({ officerId, temporaryPassword: made.temporaryPassword });
  });
}

interface Change {
  readonly officerId: string;
  readonly by: Caller;
}

function officerProblems({ loginName, password, totpSecret }: NewOfficer): readonly Problem[] {
  const found: Problem[] = [];
  if (!/^[a-z][a-z0-9.-]{1,31}$/.test(loginName))
    found.push({
      path: 'loginName',
      detail: {
        zh: '登录名为 2 至 32 个小写字母、数字、点或连字符，以字母开头。',
        en: 'A login name has 2 to 32 lower case letters, digits, dots or hyphens and begins with a letter.',
      },
    });
  const secondFactor = totpSecret !== undefined;
  if (password === undefined) return found;
  return [...found, ...passwordProblems(password, { path: 'password', secondFactor, loginName })];
}

async function credentialOf(access: AccessContext, { password, totpSecret }: NewOfficer) {
  const secondFactorSealed = totpSecret === undefined ? null : access.seal.seal(totpSecret);
  if (password === undefined) {
    const { temporaryPassword, ...made } = await temporaryCredential(access);
    return { temporaryPassword, now: made.now, credential: { ...made, secondFactorSealed } };
  }
  const passwordHash = await hashPassword(access, password);
  return {
    temporaryPassword: null,
    now: await serverNow(access.loginDatabase),
    credential: { passwordHash, temporaryUntil: null, secondFactorSealed },
  };
}

async function temporaryCredential(access: AccessContext) {
  const temporaryPassword = windowCode(access.random);
  const now = await serverNow(access.loginDatabase);
  const temporaryUntil = new Date(now.getTime() + limits.temporaryPasswordHours * 3_600_000);
  return {
    temporaryPassword,
    passwordHash: await hashPassword(access, temporaryPassword),
    temporaryUntil,
    now,
  };
}
