import { afterAll } from 'vitest';
import type { Agency } from '#apps/agency';
import { startServer } from '#apps/api';
import { type PlainDate, shanghaiDate } from '#basics';
import { openLog } from '#platform/log';
import { type Both, rounds } from '../../gateway/both-agencies.testing.ts';
import { enterPartner, testGatewayAgency } from '../../gateway/gateway.testing.ts';
import {
  bring,
  desksOf,
  insured,
  listening,
  must,
  payAll,
  type Traveller,
} from '../../gateway/two-agencies.testing.ts';

export type { Traveller };

/** Shenzhen with its pages, as it is served, and Chengdu behind its gateway, which takes no balances; desks that do what clerks do. */
export interface TwoCities {
  readonly address: string;
  readonly agency: Agency;
  readonly today: PlainDate;
  /** Puts somebody on record here; answers their id. */
  bring(person: Traveller): Promise<string>;
  /** Somebody moves from here: they are insured in Chengdu and confirm there what was announced. */
  confirmInChengdu(person: Traveller): Promise<void>;
  /** Somebody who is insured here applies in Chengdu, where they left: it is announced here. */
  announceFromChengdu(person: Traveller): Promise<void>;
  /** Everything that both agencies do by themselves, until neither has anything to say. */
  rounds(): Promise<void>;
  pay(answer?: 'ACSC' | 'RJCT'): Promise<void>;
  /** One officer takes it up and proposes, another agrees. */
  decide(number: string, outcome: 'approve' | 'refuse'): Promise<void>;
  /** Asks the API as an officer of Shenzhen. */
  as<T>(officer: 'clerk' | 'reviewer' | 'both', path: string, body: object): Promise<T>;
  /** Opens a login for somebody. */
  login(personId: string, loginName: string): Promise<void>;
}

export const password = 'three wet otters sing';

async function twoCities() {
  const log = openLog({ level: 'silent', app: 'test' });
  const here = await testGatewayAgency('440300', {});
  const there = await testGatewayAgency('510100', {}, { SUIXING_ACCEPTS_BALANCES: 'no' });
  const [a, b] = await Promise.all([listening(here.agency, log), listening(there.agency, log)]);
  const enter = await enterPartner(here.agency, { region: '510100', ...b });
  await enterPartner(there.agency, { region: '440300', ...a });
  const profile = { kind: 'profile', nameZh: '成都', nameEn: 'Chengdu', acceptsBalances: true } as const;
  const today = shanghaiDate(here.agency.clock.now());
  await enter({ ...profile, gateway: b.gateway, versions: ['1'], account: null, effectiveOn: today });
  const both: Both = {
    shenzhen: await desksOf({ ...here, ...a }, log),
    chengdu: await desksOf({ ...there, ...b }, log),
  };
  return { here, both, today, log };
}

export async function servedWithChengdu(): Promise<TwoCities> {
  const { here, both, today, log } = await twoCities();
  const site = { region: '440300', demo: true };
  const served = { log, host: '127.0.0.1', port: 0, limitRate: false, portal: site };
  const server = must(await startServer(here.agency, served));
  afterAll(() => server.stop());
  const as = <T>(officer: string, path: string, body: object) =>
    ask<T>(`${server.address}/api/v1${path}`, { token: `token-${officer}`, body });
  return {
    ...{ address: server.address, agency: here.agency, today, as },
    bring: async (person) => (await bring(both.shenzhen, [person]))[0] ?? '',
    async confirmInChengdu(person) {
      const arrived = { ...person, status: 'active', since: '2026-10-01', until: '2026-10-31' } as const;
      const [personId = ''] = await bring(both.chengdu, [{ ...arrived, balance: '' }]);
      await rounds(both);
      const announced = { query: { state: 'announced' } };
      const { items } = must(
        await both.chengdu.run<{ items: readonly { number: string }[] }>(
          'listTransfers',
          insured(personId),
          announced,
        ),
      );
      const params = { number: items[0]?.number };
      must(await both.chengdu.run('confirmTransferIn', insured(personId), { params, body: {} }));
      await rounds(both);
    },
    async announceFromChengdu(person) {
      const leaving = { ...person, status: 'suspended', since: '2019-05-01', until: '2026-08-31' } as const;
      const [personId = ''] = await bring(both.chengdu, [{ ...leaving, balance: '' }]);
      const body = { personId, to: '440300' };
      must(await both.chengdu.run('openTransferOut', insured(personId), { body }));
      await rounds(both);
    },
    rounds: () => rounds(both),
    async pay(answer) {
      await payAll(both.shenzhen, answer);
    },
    async decide(number, outcome) {
      await as('clerk', `/withdrawals/${number}/review`, {});
      await as('clerk', `/withdrawals/${number}/proposal`, { outcome });
      await as('reviewer', `/withdrawals/${number}/approval`, {});
    },
    async login(personId, loginName) {
      const wish = { capacity: 'insured', paperReference: 'identity card seen' };
      const { code } = await as<{ code: string }>('clerk', `/people/${personId}/activation-code`, wish);
      const login = { by: 'window-code', code, loginName, password };
      await ask(`${server.address}/api/v1/logins`, { token: null, body: login });
    },
  };
}

let asked = 0;

async function ask<T>(
  url: string,
  { token, body }: { readonly token: string | null; readonly body: object },
): Promise<T> {
  asked += 1;
  const headers = {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...{ 'content-type': 'application/json', 'idempotency-key': `desk-${asked}` },
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = answer.status === 204 ? undefined : await answer.json();
  if (!answer.ok) throw new Error(`${url}: ${JSON.stringify(said)}`);
  return said as T; // what the operation declares to answer
}
