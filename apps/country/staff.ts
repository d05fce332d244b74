import type { Agency } from '#apps/agency';
import { enterChange } from '#apps/demo';
import { plainDate } from '#basics';
import {
  callerOf,
  createFirstOfficer,
  createOfficer,
  type OfficerRole,
  openOfficerSession,
} from '#business/access';
import type { Caller } from '#business/access/public';
import type { PublicKey } from '#platform/signing';
import { must } from './must.ts';

/** Who works at an agency of a simulation, signed in. */
export interface Staff {
  readonly clerk: Caller;
  readonly reviewer: Caller;
  readonly finance: readonly [Caller, Caller, Caller];
  readonly administrators: readonly [Caller, Caller];
}

/** Few people share the desks, as many as two pairs of eyes on everything take: each sign-in costs its hash. */
const officers: readonly (readonly [string, readonly OfficerRole[]])[] = [
  ['officer1', ['administrator', 'clerk', 'finance']],
  ['officer2', ['reviewer', 'finance']],
  ['officer3', ['finance']],
];

/** Hires the officers that a transfer needs, and signs them in. */
export async function hireStaff(agency: Agency): Promise<Staff> {
  const access = { ...agency, mode: agency.config.mode };
  const password = Buffer.from(agency.random(18)).toString('base64url');
  const office = {
    ...{ id: 'ofc_simulated', region: agency.region },
    ...{ nameZh: '模拟经办大厅', nameEn: 'Simulated office' },
  };
  const officer = (loginName: string, roles: readonly OfficerRole[]) => ({
    ...{ loginName, nameZh: loginName, nameEn: loginName, roles, officeId: office.id, password },
  });
  const first = officer('admin', ['administrator']);
  must(await createFirstOfficer(access, { office, officer: first }), 'hire the administrator');
  for (const [name, roles] of officers)
    must(await createOfficer(access, officer(name, roles)), `hire ${name}`);
  const signIn = async (loginName: string) => {
    const { token } = must(await openOfficerSession(access, { loginName, password }), `sign ${loginName} in`);
    return must(await callerOf(access, { bearer: token }), `know ${loginName}`);
  };
  const [one, two, three] = [await signIn('officer1'), await signIn('officer2'), await signIn('officer3')];
  return {
    clerk: one,
    reviewer: two,
    finance: [one, two, three],
    administrators: [one, await signIn('admin')],
  };
}

export interface KnownAgency {
  readonly region: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly gateway: string;
  readonly keys: readonly PublicKey[];
}

/** Enters another agency in the directory, as two administrators do. */
export async function enterPartner(
  agency: Agency,
  { staff, partner }: { readonly staff: Staff; readonly partner: KnownAgency },
): Promise<void> {
  const { region, nameZh, nameEn, gateway, keys } = partner;
  const entered = { administrators: staff.administrators, region };
  await enterChange(agency, {
    ...entered,
    change: {
      ...{ kind: 'profile', effectiveOn: plainDate('2020-01-01'), nameZh, nameEn, gateway },
      ...{ acceptsBalances: true, versions: ['1'], account: null },
    },
  });
  for (const key of keys) await enterChange(agency, { ...entered, change: { kind: 'key', key } });
}

/** The keys that an agency publishes; it makes its first where it has none. */
export function publishedKeys(agency: Agency): readonly PublicKey[] {
  return must(agency.signingKeys.published(), 'publish the keys').keys;
}
