import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agency, openAgency } from '#apps/agency';
import { enterChange } from '#apps/demo';
import { startGateway } from '#apps/gateway';
import { ok, type Refusal, type Result } from '#basics';
import { callerOf, createFirstOfficer, createOfficer, openOfficerSession } from '#business/access';
import type { Caller } from '#business/access/public';
import { loadConfig } from '#platform/config';
import { openLog } from '#platform/log';
import { type KitKeys, kitRegions, publicKitKeys } from './kit-keys.ts';
import { reachTarget, type Target } from './target.ts';

/** Our own gateway, on data that is thrown away. */
export interface OwnTarget {
  readonly target: Target;
  /** What stands behind it. */
  readonly agency: Agency;
  stop(): Promise<void>;
}

const region = '440300';

/** Starts a gateway of our own with an empty database and enters the agencies that the kit plays, as two administrators do. */
export async function startOwnTarget(keys: KitKeys): Promise<Result<OwnTarget, Refusal>> {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-conformance-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const config = loadConfig({
    ...{
      SUIXING_MODE: 'development',
      SUIXING_DATA_DIR: folder,
      SUIXING_REGION: region,
      SUIXING_GATEWAY_PORT: '0',
    },
  });
  const opened = config.ok ? await openAgency(config.value, { hasty: true }) : config;
  if (!opened.ok) {
    clear();
    return opened;
  }
  const agency = opened.value;
  const served = await serve(agency, keys).catch(async (fault: unknown) => {
    await agency.stop();
    clear();
    throw fault;
  });
  if (!served.ok) {
    await agency.stop();
    clear();
    return served;
  }
  return ok({
    target: served.value.target,
    agency,
    async stop() {
      await served.value.stop();
      await agency.stop();
      clear();
    },
  });
}

async function serve(agency: Agency, keys: KitKeys): Promise<Result<Omit<OwnTarget, 'agency'>, Refusal>> {
  await enterKit(agency, keys);
  const log = openLog({ level: 'fatal', app: 'conformance' });
  const started = await startGateway(agency, { host: '127.0.0.1', port: 0, log, limitRate: false });
  if (!started.ok) return started;
  if (!started.value) throw new Error('the agency was opened without a connection for its gateway');
  const { address, stop } = started.value;
  const target = await reachTarget(address, region);
  if (target.ok) return ok({ target: target.value, stop });
  await stop();
  return target;
}

async function enterKit(agency: Agency, keys: KitKeys): Promise<void> {
  const administrators = await hireAdministrators(agency);
  for (const [partner, set] of Object.entries(publicKitKeys(keys))) {
    const enter = (change: Parameters<typeof enterChange>[1]['change']) =>
      enterChange(agency, { administrators, region: partner, change });
    await enter({
      ...{
        kind: 'profile',
        effectiveOn: '2020-01-01' as never,
        nameZh: '一致性测试',
        nameEn: 'Conformance kit',
      },
      ...{ gateway: null, acceptsBalances: true, versions: ['1'], account: null },
    });
    for (const key of set.keys) await enter({ kind: 'key', key });
    if (partner === kitRegions.suspended) await enter({ kind: 'suspend' });
  }
}

async function hireAdministrators(agency: Agency): Promise<readonly [Caller, Caller]> {
  const access = { ...agency, mode: agency.config.mode };
  const password = Buffer.from(agency.random(18)).toString('base64url');
  const office = { id: 'ofc_conformance', region, nameZh: '一致性测试', nameEn: 'Conformance' };
  const officer = (loginName: string) => ({
    ...{ loginName, nameZh: loginName, nameEn: loginName, password, officeId: office.id },
    roles: ['administrator'] as const,
  });
  must(await createFirstOfficer(access, { office, officer: officer('admin1') }));
  must(await createOfficer(access, officer('admin2')));
  const signIn = async (loginName: string) => {
    const session = must(await openOfficerSession(access, { loginName, password }));
    return must(await callerOf(access, { bearer: session.token }));
  };
  return [await signIn('admin1'), await signIn('admin2')];
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
