import type { Agency } from '#apps/agency';
import { ok, type PlainDate, type Refusal, type Result, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { askPartnerChange, decidePartnerChange, showPartner, type WishedChange } from '#business/partners';
import { inTransaction } from '#platform/postgres';
import { must } from './must.ts';
import { trySignIn } from './staff.ts';
import { demoCityOf } from './two-cities.ts';

/** One of the demo's agencies, and where its gateway listens. */
export interface Reachable {
  readonly agency: Agency;
  readonly gateway: string;
}

/**
 * Enters the other agency in this one's directory, with its published keys, as two administrators do: what stands there already
 * is left as it is. Refuses where the demo's administrators cannot sign in any more.
 */
export async function enterOther(
  agency: Agency,
  other: Reachable,
): Promise<Result<{ readonly entered: number }, Refusal>> {
  const { region } = other.agency;
  const changes = await missingOf(agency, other);
  if (changes.length === 0) return ok({ entered: 0 });
  const asks = await trySignIn(agency, 'admin1');
  if (!asks.ok) return asks;
  const agrees = await trySignIn(agency, 'admin2');
  if (!agrees.ok) return agrees;
  const administrators = [asks.value, agrees.value] as const;
  for (const change of changes) await enterChange(agency, { administrators, region, change });
  return ok({ entered: changes.length });
}

/** What the directory does not say yet of the other agency as it is now. */
async function missingOf(context: Agency, other: Reachable): Promise<readonly WishedChange[]> {
  const known = await showPartner(context.database, { context, region: other.agency.region });
  const keys = must(other.agency.signingKeys.published(), 'the other agency’s keys').keys;
  const kids = known.ok ? known.value.keys.map(({ kid }) => kid) : [];
  const here = known.ok && known.value.gateway === other.gateway;
  return [
    ...(here ? [] : [profileOf(context, other)]),
    ...keys.filter(({ kid }) => !kids.includes(kid)).map((key) => ({ kind: 'key', key }) as const),
  ];
}

function profileOf({ clock }: Agency, { agency, gateway }: Reachable): WishedChange {
  const { zh: nameZh, en: nameEn } = demoCityOf(agency).name;
  const { holder, bankName, bankCode, accountNumber } = agency.desk.account;
  return {
    ...{ kind: 'profile', effectiveOn: yearStart(shanghaiDate(clock.now())), nameZh, nameEn, gateway },
    ...{ acceptsBalances: true, versions: ['1'] },
    account: { holder, bankName, bankCode, accountNumber },
  };
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
      askPartnerChange(
        tx,
        { context: agency, caller: asks },
        { region, reason: '首次登记 · first entry', change },
      ),
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
