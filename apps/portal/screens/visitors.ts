import { setTimeout as pause } from 'node:timers/promises';
import { type DemoCity, type Desk, demoPassword, deskOf, onlyOnce } from './demo-city.ts';

/** Somebody with a login, as what they sign in, and the case that is looked at. */
export interface Visitor {
  readonly loginName: string;
  readonly capacity: 'insured' | 'successor' | 'agent' | 'employer';
  readonly personId: string;
  /** Empty where no case is looked at. */
  readonly number: string;
  /** What opens a page without a login: of a link, or the code to ask after a case. */
  readonly secret?: string;
}

/** Who has not signed in, and of whom nothing is known. */
export const nobody: Visitor = { loginName: '', capacity: 'insured', personId: '', number: '' };

/** Finds somebody in the demo, and gives them a login where they have none. */
export type Whose = (city: DemoCity) => Promise<Visitor>;

interface CaseListed {
  readonly number: string;
  readonly personId: string;
  /** Of a withdrawal. */
  readonly ground?: string;
}

/** Whoever has a withdrawal in this state. */
export const withWithdrawal = (state: string): Whose => insuredIn(`/withdrawals?limit=100&state=${state}`);

/** Whoever has a transfer in this state, out of Shenzhen or into it. */
export const withTransfer = (direction: 'out' | 'in', state: string): Whose =>
  insuredIn(`/transfers?limit=100&direction=${direction}&state=${state}`);

/** A successor to whoever died and has a withdrawal in this state, and none in another. */
export const successorIn = (state: string, notIn?: string): Whose => {
  const path = `/withdrawals?limit=100&state=${state}`;
  return async (city) => {
    const others = notIn ? await listed(city, `/withdrawals?limit=100&state=${notIn}`) : [];
    const died = (await listed(city, path)).filter(
      ({ ground, personId }) => ground === 'death' && !others.some((other) => other.personId === personId),
    );
    return firstThat(died, (found) => visitor(city, { ...found, capacity: 'successor' }), path);
  };
};

/** An heir with a link of their own, to the share that the successor wrote down. */
export const invitedHeir =
  (name: string): Whose =>
  async (city) => {
    const applicant = await successorIn('in-review')(city);
    const secret = await onlyOnce(city.links, name, async () => {
      const desk = await deskOfVisitor(city, applicant);
      const path = `/withdrawals/${applicant.number}/heirs`;
      const { heirs } = await desk.get<{ heirs: readonly { name: string; successorId: string }[] }>(path);
      const heir = heirs.find((one) => one.name === name);
      return (await desk.post<{ secret: string }>(`${path}/${heir?.successorId}/link`, {})).secret;
    });
    return { ...nobody, number: applicant.number, secret };
  };

/** Of whom a relative asks whether they had an account, and the relative. */
export const deceased = personOf('郑永康');
export const relative = personOf('何丽娟');

function personOf(name: string) {
  return { name, identity: { kind: 'citizen-id', number: '440304196103080113' } } as const;
}

/** A relative who has asked already, and kept number and secret. */
export const asker: Whose = async (city) => {
  const kept = await onlyOnce(city.links, 'asker', async () => {
    const body = JSON.stringify({ deceased, asker: relative, relation: 'spouse' });
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'screens-ask' };
    const answer = await fetch(`${city.address}/api/v1/account-inquiries`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    const { inquiryId, secret } = (await answer.json()) as { inquiryId: string; secret: string }; // as the operation declares it
    return `${inquiryId} ${secret}`;
  });
  const [number = '', secret = ''] = kept.split(' ');
  return { ...nobody, number, secret };
};

/** Who asks after a case with the code of its receipt. */
export const withTrackingCode =
  (whose: Whose): Whose =>
  async (city) => {
    const own = await whose(city);
    const desk = await deskOfVisitor(city, own);
    const { trackingCode } = await desk.get<{ trackingCode: string }>(`/cases/${own.number}/tracking-code`);
    return { ...nobody, number: own.number, secret: trackingCode };
  };

/** Who never applied for anything. */
export const withoutCase: Whose = async () => ({
  ...{ loginName: 'citizen3', capacity: 'insured', personId: '', number: '' },
});

/** An employer with people on its roster. */
export const employer: Whose = async (city) => {
  const clerk = await city.officer('clerk1');
  const { items } = await clerk.get<{ items: readonly { employerId: string }[] }>(
    '/employers?limit=1&search=%E5%85%AC%E5%8F%B8',
  );
  const [found] = items;
  if (!found) throw new Error('the demo has no employer');
  const loginName = await loginOf(city, found.employerId, async () => {
    const path = `/employers/${found.employerId}/activation-code`;
    return (await clerk.post<{ code: string }>(path, { paperReference: 'screens' })).code;
  });
  return { loginName, capacity: 'employer', personId: found.employerId, number: '' };
};

/** At the API, as what they sign in. */
export function deskOfVisitor(city: DemoCity, { loginName, capacity }: Visitor): Promise<Desk> {
  return deskOf(city.address, { as: 'person', loginName, capacity });
}

function insuredIn(path: string): Whose {
  return async (city) =>
    firstThat(await listed(city, path), (found) => visitor(city, { ...found, capacity: 'insured' }), path);
}

async function listed(city: DemoCity, path: string): Promise<readonly CaseListed[]> {
  const clerk = await city.officer('clerk1');
  return (await clerk.get<{ items: readonly CaseListed[] }>(path)).items;
}

/** Nobody who died gets a login, nor whoever has one already of another name. */
async function firstThat(
  candidates: readonly CaseListed[],
  made: (candidate: CaseListed) => Promise<Visitor>,
  what: string,
): Promise<Visitor> {
  const faults: unknown[] = [];
  for (const candidate of candidates)
    try {
      return await made(candidate);
    } catch (fault) {
      faults.push(fault);
    }
  throw new Error(`${what}: the demo has nobody such. ${faults.join('; ')}`);
}

async function visitor(
  city: DemoCity,
  { personId, number, capacity }: Omit<Visitor, 'loginName'>,
): Promise<Visitor> {
  const clerk = await city.officer('clerk1');
  const loginName = await loginOf(city, `${personId} ${capacity}`, async () => {
    const wish = { capacity, paperReference: 'screens' };
    return (await clerk.post<{ code: string }>(`/people/${personId}/activation-code`, wish)).code;
  });
  return { loginName, capacity, personId, number };
}

/** A person with a name from the demo itself, or a code from the window, as everybody. */
function loginOf(city: DemoCity, whose: string, code: () => Promise<string>): Promise<string> {
  return onlyOnce(city.logins, whose, async () => {
    const loginName = `visitor.${city.logins.size}`;
    const body = JSON.stringify({ by: 'window-code', code: await code(), loginName, password: demoPassword });
    const headers = { 'content-type': 'application/json' };
    for (;;) {
      const answer = await fetch(`${city.address}/api/v1/logins`, { method: 'POST', headers, body });
      if (answer.ok) return loginName;
      // So many a minute, as for anybody.
      if (answer.status !== 429) throw new Error(await answer.text());
      await pause(1000 * Number(answer.headers.get('retry-after') ?? 5));
    }
  });
}
