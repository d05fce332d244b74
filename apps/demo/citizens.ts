import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agency } from '#apps/agency';
import type { Text } from '#basics';
import { activateLogin, handOverCode } from '#business/access';
import type { Caller } from '#business/access/public';
import { ownersOfCases } from './citizens.store.ts';
import { peopleWithoutCase } from './movers.store.ts';
import { must } from './must.ts';
import { accessOf, demoPassword, trySignIn } from './staff.ts';

/** Insured people with a login, for whoever wants to see the portal as they do; their password is the officers'. */
export const demoCitizens: readonly {
  readonly loginName: string;
  readonly who: Text;
  /** In which of these states their withdrawal is; null for somebody who never applied. */
  readonly states: readonly string[] | null;
}[] = [
  {
    loginName: 'citizen1',
    who: { zh: '参保人，正在等补材料', en: 'insured, is asked for papers' },
    states: ['awaiting-materials'],
  },
  { loginName: 'citizen2', who: { zh: '参保人，已经领到', en: 'insured, was paid' }, states: ['paid'] },
  { loginName: 'citizen3', who: { zh: '参保人，没办过', en: 'insured, never applied' }, states: null },
];

/** Gives each of them a login, once: a clerk hands over the code, and they activate it. */
export async function giveCitizensLogins(agency: Agency): Promise<void> {
  const given = join(agency.config.dataDir, 'citizens.json');
  if (existsSync(given)) return;
  const clerk = await trySignIn(agency, 'clerk1');
  if (!clerk.ok) return;
  const people: object[] = [];
  for (const { loginName, states } of demoCitizens) {
    const { database } = agency;
    const candidates = states
      ? await ownersOfCases(database, states, 50)
      : await peopleWithoutCase(database, 50);
    const personId = await firstWithLogin(agency, { clerk: clerk.value, loginName, candidates });
    if (personId !== null) people.push({ loginName, personId });
  }
  writeFileSync(given, `${JSON.stringify(people, null, 2)}\n`);
}

/** Who of them got it; nobody who died gets one, and in a small city there may be nobody. */
async function firstWithLogin(
  agency: Agency,
  {
    clerk,
    loginName,
    candidates,
  }: { readonly clerk: Caller; readonly loginName: string; readonly candidates: readonly string[] },
): Promise<string | null> {
  const access = accessOf(agency);
  const wish = { capacity: 'insured', paperReference: '身份证原件', loginId: null } as const;
  for (const personId of candidates) {
    const handed = await handOverCode(access, clerk, { ...wish, personId });
    if (!handed.ok) continue;
    const activation = {
      by: 'window-code',
      code: handed.value.code,
      loginName,
      password: demoPassword,
    } as const;
    must(await activateLogin(access, activation), `a login for ${loginName}`);
    return personId;
  }
  return null;
}
