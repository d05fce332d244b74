import type { Agency } from '#apps/agency';
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

const office = { id: 'ofc_demo', region: '440300', nameZh: '演示经办大厅', nameEn: 'Demo Service Hall' };

/** Makes the demo's office and officers in an empty agency. */
export async function hireStaff(agency: Agency): Promise<void> {
  const access = accessOf(agency);
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
  const access = accessOf(agency);
  const session = must(await openOfficerSession(access, { loginName, password: demoPassword }), loginName);
  return must(await callerOf(access, { bearer: session.token }), loginName);
}

export function accessOf(agency: Agency): AccessContext {
  return { ...agency, mode: agency.config.mode };
}
