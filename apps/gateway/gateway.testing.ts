import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { type Agency, openAgency } from '#apps/agency';
import { enterChange } from '#apps/demo';
import { callerOf, createFirstOfficer, createOfficer, openOfficerSession } from '#business/access';
import { type JsonObject, messageType, signJws } from '#engines/exchange';
import { loadConfig } from '#platform/config';
import { openLog } from '#platform/log';
import { newSigningKey, type PublicKey, type Signer, signerAt } from '#platform/signing';
import {
  removeTemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  testDatabase,
  testGuessing,
} from '#platform/testing';
import { buildGateway, type GatewayOptions } from './server.ts';

/** An agency with a database of its own and its gateway, and a partner in its directory whose key the test holds. */
export interface TestGateway {
  readonly db: TestDatabase;
  readonly agency: Agency;
  readonly server: FastifyInstance;
  /** Signs as 510100. */
  readonly chengdu: Signer;
  readonly logged: readonly string[];
  /** Transfers of which something was kept. */
  readonly kept: readonly string[];
}

export const testIdentityKey = '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210';

/** An agency with a database of its own, reached as an own PostgreSQL is. */
export async function testGatewayAgency(
  region: string,
  exchange: Partial<Agency['exchange']>,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly db: TestDatabase; readonly agency: Agency }> {
  const db = await testDatabase();
  const folder = temporaryFolder();
  const config = loadConfig({
    ...{ SUIXING_MODE: 'development', SUIXING_DATA_DIR: folder, SUIXING_REGION: region },
    ...{ SUIXING_DATABASE_URL: db.url('app'), SUIXING_LOGIN_DATABASE_URL: db.url('login') },
    ...{ SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'), SUIXING_GATEWAY_DATABASE_URL: db.url('gateway') },
    SUIXING_IDENTITY_KEY: testIdentityKey,
    ...settings,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.refusal));
  const opened = await openAgency(config.value, { movableClock: true, guessing: testGuessing });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  afterAll(async () => {
    await opened.value.stop();
    await removeTemporaryFolder(folder);
  });
  return { db, agency: { ...opened.value, exchange: { ...opened.value.exchange, ...exchange } } };
}

export async function testGateway(
  exchange: Partial<Agency['exchange']> = {},
  options: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  const { db, agency } = await testGatewayAgency('440300', exchange);
  const chengdu = await enterChengdu(agency);
  const [logged, kept]: [string[], string[]] = [[], []];
  const log = openLog({ level: 'debug', app: 'test', to: { write: (line) => logged.push(line) } });
  const { gatewayDatabase } = agency;
  if (!gatewayDatabase) throw new Error('the test’s agency has no connection for its gateway');
  const server = await buildGateway(
    { ...agency, gatewayDatabase },
    { log, limitRate: false, onKept: ({ transferId }) => kept.push(transferId), ...options },
  );
  afterAll(() => server.close());
  return { db, agency, server, chengdu, logged, kept };
}

/** Enters a partner with its address and keys, as two administrators do; answers how they enter another change of it. */
export async function enterPartner(
  agency: Agency,
  partner: { readonly region: string; readonly gateway: string | null; readonly keys: readonly PublicKey[] },
): Promise<(change: Parameters<typeof enterChange>[1]['change']) => Promise<void>> {
  const { region, gateway, keys } = partner;
  const administrators = await hireAdministrators(agency);
  const enter = (change: Parameters<typeof enterChange>[1]['change']) =>
    enterChange(agency, { administrators, region, change });
  await enter({
    ...{ kind: 'profile', effectiveOn: '2020-01-01' as never, nameZh: region, nameEn: region },
    ...{ gateway, acceptsBalances: true, versions: ['1'], account: null },
  });
  for (const key of keys) await enter({ kind: 'key', key });
  return enter;
}

async function enterChengdu(agency: Agency): Promise<Signer> {
  const now = agency.clock.now().getTime();
  const key = newSigningKey({ from: new Date(now - 86_400_000), until: new Date(now + 900 * 86_400_000) });
  const { d: _, ...published } = key;
  await enterPartner(agency, { region: '510100', gateway: 'http://127.0.0.1:1/', keys: [published] });
  const signer = signerAt([key], agency.clock.now());
  if (!signer.ok) throw new Error(signer.refusal.code);
  return signer.value;
}

async function hireAdministrators(agency: Agency) {
  const access = { ...agency, mode: agency.config.mode };
  const office = { id: 'ofc_one', region: agency.region, nameZh: '测试', nameEn: 'Test' };
  const hired = { officeId: office.id, password: 'a-long-test-password' };
  const admin = (loginName: string) => ({
    ...{ loginName, nameZh: loginName, nameEn: loginName, roles: ['administrator'] as const, ...hired },
  });
  const made = [
    await createFirstOfficer(access, { office, officer: admin('admin1') }),
    await createOfficer(access, admin('admin2')),
  ];
  for (const each of made) if (!each.ok) throw new Error(each.refusal.code);
  const signIn = async (loginName: string) => {
    const session = await openOfficerSession(access, { loginName, password: hired.password });
    const caller = session.ok ? await callerOf(access, { bearer: session.value.token }) : session;
    if (!caller.ok) throw new Error(caller.refusal.code);
    return caller.value;
  };
  return [await signIn('admin1'), await signIn('admin2')] as const;
}

/** A message of Chengdu to Shenzhen. */
export function message(
  signer: Signer,
  said: { readonly transferId: string; readonly sequence?: number; readonly messageId?: string } & {
    readonly type: string;
    readonly body: JsonObject;
    readonly at: Date;
  },
): string {
  const { transferId, sequence = 1, type, body, at } = said;
  const messageId = said.messageId ?? `msg_${transferId.slice(7)}_${sequence}`;
  return signJws(signer, messageType, {
    ...{ version: '1', messageId, transferId, from: '510100', to: '440300', sequence, inReplyTo: null },
    ...{ type, sentAt: at.toISOString(), body },
  });
}
