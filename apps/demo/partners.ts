import { join } from 'node:path';
import type { Agency } from '#apps/agency';
import { type PlainDate, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { askPartnerChange, decidePartnerChange, type WishedChange } from '#business/partners';
import { inTransaction } from '#platform/postgres';
import { ensureSigningKey, keySetOf, readSigningKeys } from '#platform/signing';
import { must } from './must.ts';
import { signIn } from './staff.ts';

/** The agency that the demo exchanges with, and where its gateway and its data are. */
export const demoPartner = {
  region: '510100',
  nameZh: '成都市医疗保障局（演示）',
  nameEn: 'Chengdu Healthcare Security Administration (demo)',
  gatewayPort: 4504,
} as const;

/** The partner's own folder beside the demo's data: its signing keys are there before it runs for the first time. */
export function partnerFolder(dataDir: string): string {
  return join(dataDir, 'partners', demoPartner.region);
}

/** Enters Chengdu in the directory of agencies, as two administrators do. */
export async function enterDemoPartner(agency: Agency): Promise<void> {
  const keys = join(partnerFolder(agency.config.dataDir), 'signing-keys');
  must(ensureSigningKey(keys, agency.clock.now()), 'the partner’s key');
  const administrators = [await signIn(agency, 'admin1'), await signIn(agency, 'admin2')] as const;
  const { region, nameZh, nameEn, gatewayPort } = demoPartner;
  const enter = (change: WishedChange) => enterChange(agency, { administrators, region, change });
  await enter({
    ...{ kind: 'profile', effectiveOn: yearStart(shanghaiDate(agency.clock.now())), nameZh, nameEn },
    ...{ gateway: `http://127.0.0.1:${gatewayPort}/`, acceptsBalances: true, versions: ['1'] },
    account: {
      ...{ holder: '成都市医疗保险基金（演示）', bankName: '演示银行成都分行' },
      ...{ bankCode: '102651000000', accountNumber: '5101000000000001' },
    },
  });
  for (const key of keySetOf(must(readSigningKeys(keys), 'the partner’s keys')).keys)
    await enter({ kind: 'key', key });
}

/** One administrator asks, another agrees. */
export async function enterChange(
  agency: Agency,
  {
    administrators: [asks, agrees],
    region,
    change,
  }: {
    readonly administrators: readonly [Caller, Caller];
    readonly region: string;
    readonly change: WishedChange;
  },
): Promise<void> {
  const { changeId } = must(
    await inTransaction(agency.database, (tx) =>
      askPartnerChange(tx, { context: agency, caller: asks }, { region, reason: '演示 · demo', change }),
    ),
    'ask for a change of the directory',
  );
  must(
    await inTransaction(agency.database, (tx) =>
      decidePartnerChange(tx, { context: agency, caller: agrees }, { changeId, agreed: true }),
    ),
    'agree to a change of the directory',
  );
}

function yearStart(on: PlainDate): PlainDate {
  return `${on.slice(0, 4)}-01-01` as PlainDate; // the first of January is a day
}
