import type { Agency } from '#apps/agency';
import type { Refusal, Result } from '#basics';
import {
  type AccessContext,
  callerOf,
  createFirstOfficer,
  createOfficer,
  type OfficerRole,
  openOfficerSession,
} from '#business/access';
import type { Caller } from '#business/access/public';
import type { DemoStaff } from './cases.ts';
import { must } from './must.ts';
import { demoCityOf } from './two-cities.ts';

/** The demo's officers all have this password; it opens nothing but a demo. */
export const demoPassword = 'suixing-demo-2026';

interface DemoOfficer {
  readonly loginName: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly roles: readonly OfficerRole[];
}

const administrator: DemoOfficer = {
  loginName: 'admin1',
  nameZh: '管理员甲',
  nameEn: 'Administrator One',
  roles: ['administrator'],
};

export const demoOfficers: readonly DemoOfficer[] = [
  { loginName: 'clerk1', nameZh: '经办甲', nameEn: 'Clerk One', roles: ['clerk'] },
  { loginName: 'clerk2', nameZh: '经办乙', nameEn: 'Clerk Two', roles: ['clerk'] },
  { loginName: 'reviewer1', nameZh: '复核甲', nameEn: 'Reviewer One', roles: ['reviewer'] },
  { loginName: 'reviewer2', nameZh: '复核乙', nameEn: 'Reviewer Two', roles: ['reviewer'] },
  { loginName: 'finance1', nameZh: '财务甲', nameEn: 'Finance One', roles: ['finance'] },
  { loginName: 'finance2', nameZh: '财务乙', nameEn: 'Finance Two', roles: ['finance'] },
  { loginName: 'finance3', nameZh: '财务丙', nameEn: 'Finance Three', roles: ['finance'] },
  { loginName: 'auditor1', nameZh: '审计甲', nameEn: 'Auditor One', roles: ['auditor'] },
  administrator,
  { loginName: 'admin2', nameZh: '管理员乙', nameEn: 'Administrator Two', roles: ['administrator'] },
];

/** Makes the demo's office and officers in an empty agency. */
export async function hireStaff(agency: Agency): Promise<void> {
  const access = accessOf(agency);
  const { region, office: place } = demoCityOf(agency);
  const office = { ...place, region };
  const hired = { officeId: office.id, password: demoPassword };
  must(
    await createFirstOfficer(access, { office, officer: { ...administrator, ...hired } }),
    'first officer',
  );
  for (const officer of demoOfficers) {
    if (officer === administrator) continue;
    must(await createOfficer(access, { ...officer, ...hired }), `hire ${officer.loginName}`);
  }
}

/** The officers who do the demo's work, signed in. */
export async function signInStaff(agency: Agency): Promise<DemoStaff> {
  return {
    clerk: await signIn(agency, 'clerk1'),
    reviewer: await signIn(agency, 'reviewer1'),
    finance1: await signIn(agency, 'finance1'),
    finance2: await signIn(agency, 'finance2'),
    finance3: await signIn(agency, 'finance3'),
  };
}

export async function signIn(agency: Agency, loginName: string): Promise<Caller> {
  return must(await trySignIn(agency, loginName), loginName);
}

/** Somebody who plays with the demo may have changed the password or disabled the officer. */
export async function trySignIn(agency: Agency, loginName: string): Promise<Result<Caller, Refusal>> {
  const access = accessOf(agency);
  const session = await openOfficerSession(access, { loginName, password: demoPassword });
  return session.ok ? callerOf(access, { bearer: session.value.token }) : session;
}

export function accessOf(agency: Agency): AccessContext {
  return { ...agency, mode: agency.config.mode };
}
