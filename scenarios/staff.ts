import { type Clock, makeIds, type RandomBytes, type Result } from '#basics';
import { type AccessContext, createFirstOfficer, createOfficer, type OfficerRole } from '#business/access';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** Who sits at the desks. */
export const officers = {
  clerk: ['clerk'],
  clerk2: ['clerk'],
  reviewer: ['reviewer'],
  finance: ['finance'],
  finance2: ['finance'],
  finance3: ['finance'],
  auditor: ['auditor'],
} as const satisfies Readonly<Record<string, readonly OfficerRole[]>>;

export type Officer = keyof typeof officers;

export const password = 'scenario-officers-2026';

export interface Hiring {
  readonly database: Database;
  readonly loginDatabase: Database;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly seal: Seal;
}

/** Makes the office and its officers in an empty agency. */
export async function hireOfficers(hiring: Hiring): Promise<void> {
  const access: AccessContext = { ...hiring, ids: makeIds(hiring.clock, hiring.random), mode: 'demo' };
  const administrator = { loginName: 'administrator', nameZh: '管理员', nameEn: 'Administrator', password };
  must(await createFirstOfficer(access, { office, officer: administrator }));
  for (const [loginName, roles] of Object.entries(officers)) {
    const named = { loginName, nameZh: loginName, nameEn: loginName, officeId: office.id, password };
    must(await createOfficer(access, { ...named, roles }));
  }
}

const office = { id: 'ofc_scenarios', region: '440300', nameZh: '福田分局', nameEn: 'Futian office' };

function must(done: Result<unknown>): void {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
}
