import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agency } from '#apps/agency';
import { addDays, shanghaiDate, type Text } from '#basics';
import { activateLogin, callerOf, handOverCode, openPersonSession } from '#business/access';
import type { Caller } from '#business/access/public';
import { acceptMandate, giveMandate } from '#business/mandate';
import { inTransaction } from '#platform/postgres';
import { largestEmployers } from './citizens.store.ts';
import { must } from './must.ts';
import { accessOf, demoPassword, trySignIn } from './staff.ts';

/** Who signs in on the pages besides the insured, with the same password. */
export const otherLogins: readonly { readonly loginName: string; readonly who: Text }[] = [
  { loginName: 'employer1', who: { zh: '单位，有职工在册', en: 'an employer with staff on its roster' } },
  {
    loginName: 'agent1',
    who: { zh: '代办人，替 citizen1 办领取', en: 'an agent who acts for citizen1 in withdrawals' },
  },
];

/** Gives them their logins, once, as the window and a mandate do. */
export async function giveOtherLogins(agency: Agency): Promise<void> {
  const given = join(agency.config.dataDir, 'other-logins.json');
  if (existsSync(given)) return;
  const clerk = await trySignIn(agency, 'clerk1');
  if (!clerk.ok) return;
  const [employer] = await largestEmployers(agency.database, 1);
  if (employer !== undefined)
    await activate(agency, {
      ...{ clerk: clerk.value, loginName: 'employer1', personId: employer, capacity: 'employer' },
    });
  const giver = await trySignInPerson(agency, 'citizen1');
  const [personId] = giver?.actsFor ?? [];
  if (giver && personId !== undefined) {
    const made = { clerk: clerk.value, loginName: 'agent1', personId, capacity: 'agent' } as const;
    await activate(agency, made);
    await mandate(agency, giver);
  }
  writeFileSync(given, `${JSON.stringify({ employer: employer ?? null, agentFor: personId ?? null })}\n`);
}

async function activate(
  agency: Agency,
  made: {
    readonly clerk: Caller;
    readonly loginName: string;
    readonly personId: string;
    readonly capacity: 'employer' | 'agent';
  },
): Promise<void> {
  const { clerk, loginName, personId, capacity } = made;
  const access = accessOf(agency);
  const wish = { personId, capacity, paperReference: '身份证原件', loginId: null };
  const { code } = must(await handOverCode(access, clerk, wish), `a code for ${loginName}`);
  const activation = { by: 'window-code', code, loginName, password: demoPassword } as const;
  must(await activateLogin(access, activation), `a login for ${loginName}`);
}

/** From citizen1 to agent1, for a year: what is on record, and withdrawals. */
async function mandate(agency: Agency, giver: Caller): Promise<void> {
  const { code } = must(
    await giveMandate({
      ...{ context: agency, caller: giver },
      mandate: {
        ...{ ownerId: null, agentName: 'agent1', scope: ['withdrawal', 'record'], caseNumber: null },
        ...{ untilOn: addDays(shanghaiDate(agency.clock.now()), 365), paperReference: null },
      },
    }),
    'a mandate for agent1',
  );
  const agent = await trySignInPerson(agency, 'agent1');
  if (!agent) return;
  const accepted = inTransaction(agency.database, (tx) =>
    acceptMandate(tx, { context: agency, caller: agent, code }),
  );
  must(await accepted, 'agent1 accepts');
}

async function trySignInPerson(agency: Agency, loginName: string): Promise<Caller | null> {
  const access = accessOf(agency);
  const session = await openPersonSession(access, { loginName, password: demoPassword });
  return session.ok ? must(await callerOf(access, { bearer: session.value.token }), loginName) : null;
}
