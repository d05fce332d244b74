import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  type Ids,
  makeIds,
  ok,
  type PlainDate,
  type RandomBytes,
  type Refusal,
  type Result,
  refuse,
} from '#basics';
import { type Guessing, guessingIn } from '#business/access';
import { scheduleOf } from '#business/inquiry/public';
import { ratesOf } from '#business/interest';
import type { LifeEventContext } from '#business/life-events';
import { type Intake, makeIntake, type PaperProcedure } from '#business/materials';
import type { CaseMoves, DebtorAccount } from '#business/payments';
import type { OnDeath } from '#business/registry';
import type { Facts } from '#business/registry/public';
import { syncHeirlessNotice } from '#business/succession';
import {
  closeTransfersByDeath,
  type KeptMonths,
  keepMonths,
  type OpenWithdrawal,
  type TransferDesk,
  type WhyNoWithdrawal,
} from '#business/transfer';
import type { Reach } from '#business/webhooks';
import { type SecondPlace, secondPlace } from '#engines/audit';
import { type Process, syncDecisionLimits } from '#engines/casework';
import { syncInterestRates } from '#engines/ledger';
import type { RuleSchedule } from '#engines/rules';
import {
  decisionLimitFen,
  heirlessNoticeDays,
  holidays,
  type InterestRule,
  isSimulatedRegion,
  regionPack,
  regionPacks,
} from '#law';
import { workingCalendar } from '#platform/calendar';
import { type Config, readIdentityKeys } from '#platform/config';
import { clamdScanner, type FileStore, folderStore, type Scanner } from '#platform/files';
import {
  type Database,
  type Databases,
  migrate,
  openDatabases,
  requireCurrentSchema,
  type SealSource,
  type Tx,
  timedBy,
} from '#platform/postgres';
import { makeSeal, type Seal, settleKeys } from '#platform/seal';
import { type AgencyKeys, agencyKeys } from '#platform/signing';
import { type Press, typstPress } from '#platform/typesetting';
import { type BusinessClock, businessClock } from './business-clock.ts';
import { caseMoves } from './case-moves.ts';
import { debtorOf } from './debtor.ts';
import { holdsDemo } from './demo-data.ts';
import { type AgencyExchange, agencyExchange } from './exchange.ts';
import { onDeath } from './on-death.ts';
import { paperProcedures } from './paper-procedures.ts';
import { processes } from './processes.ts';
import { sealSources } from './sealed.ts';
import { openWithdrawal, transferDeskOf, whyNoWithdrawal } from './transfers.ts';

/** Everything that one agency's processes share: made once at the start, handed down to every use case. */
export interface Agency extends CaseMoves, AgencyPapers {
  readonly config: Config;
  readonly region: string;
  /** Where people open its pages; null where nobody said. */
  readonly publicAddress: string | null;
  readonly database: Database;
  readonly loginDatabase: Database;
  /** Keeps what other agencies say; null where no gateway is run here. */
  readonly gatewayDatabase: Database | null;
  /** Undefined where an own PostgreSQL is used and this process was not given the migrator's address. */
  readonly migrator: Database | undefined;
  readonly clock: BusinessClock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  /** What it costs to guess a password, or whether somebody is on record. */
  readonly guessing: Guessing;
  /** The keys that it signs with; in production made by a person. */
  readonly signingKeys: AgencyKeys;
  /** Everything that its daily seals cover, and where they are written besides the database. */
  readonly sealSources: readonly SealSource[];
  readonly secondPlace: SecondPlace;
  /** Which addresses webhooks may go to. */
  readonly reach: Reach;
  /** How other agencies reach this one, and where they remit to. */
  readonly desk: TransferDesk;
  /** Pays out what another agency does not take. */
  readonly openWithdrawal: OpenWithdrawal;
  readonly whyNoWithdrawal: WhyNoWithdrawal;
  /** How long transfers took, by the month. */
  readonly transferMonths: KeptMonths;
  /** What is said between agencies. */
  readonly exchange: AgencyExchange;
  /** Where letters are set. */
  readonly press: Press;
  readonly schedule: RuleSchedule<Facts>;
  readonly interestRule: InterestRule;
  /** Every procedure by its process's id. */
  readonly processes: Readonly<Record<string, Process>>;
  readonly workingDays: WorkingDays;
  /** What follows from a death that a paper put on record. */
  readonly onDeath: OnDeath;
  readonly endByDeath: LifeEventContext['endByDeath'];
  /** The agency's own account, from which it pays. */
  readonly debtor: DebtorAccount;
  /** Shuts the connections, and the embedded server unless another process still uses it. */
  stop(): Promise<void>;
}

/** Where uploaded papers lie, and who looks at them. */
export interface AgencyPapers {
  readonly files: FileStore;
  /** Null where no scanner is configured: papers are then marked as not scanned. */
  readonly scanner: Scanner | null;
  readonly intake: Intake;
  readonly paperProcedures: Readonly<Record<string, PaperProcedure>>;
}

export interface OpenOptions {
  /** Commits do not wait for the disk: only for data that is thrown away where the process dies, as a demo's first drawing. */
  readonly hasty?: boolean;
  /** The clock may be moved as a demo's is: for tests and simulations that take weeks. */
  readonly movableClock?: boolean;
  /** How many connections it may have at most where the database is an own PostgreSQL: for many agencies on one server. */
  readonly connections?: number;
  /** A region that does not exist may have an agency: for simulations alone. */
  readonly simulated?: boolean;
  /** What guessing costs, as usual where left out: cheaper for tests, and never in production. */
  readonly guessing?: Guessing;
}

/** Working days by the published holiday notices, as casework asks for them. */
export interface WorkingDays {
  add(from: PlainDate, days: number): { readonly on: PlainDate; readonly provisional: boolean };
  between(from: PlainDate, to: PlainDate): number;
}

export const migrationsFolder = join(import.meta.dirname, '..', '..', 'migrations');

/**
 * Opens the agency that the configuration describes: starts or adopts the embedded database, or reaches the configured
 * one; brings the schema up to date where this process may, and refuses to run on one that is not. A fault (no disk, no
 * such server) is thrown with the server's own words.
 */
export async function openAgency(
  config: Config,
  {
    hasty = false,
    movableClock = config.mode === 'demo',
    simulated = false,
    guessing,
    ...pools
  }: OpenOptions = {},
): Promise<Result<Agency, Refusal>> {
  if (config.mode !== 'demo' && holdsDemo(config.dataDir))
    return refuse({ code: 'agency.demo-data', figures: { folder: config.dataDir } });
  const invented = simulated && isSimulatedRegion(config.region);
  if (!invented && !regionPacks.some(({ region }) => region === config.region)) {
    const served = regionPacks.map(({ region }) => region).join(', ');
    return refuse({ code: 'agency.no-region-pack', figures: { region: config.region, served } });
  }
  const keys = readIdentityKeys(config, random);
  if (!keys.ok) return keys;
  const databases = await openDatabases({ ...config, ...pools, hasty });
  try {
    const seal = makeSeal({ keys: keys.value, random });
    const ready = await bringUpToDate(databases, { seal, region: config.region });
    const clock = await businessClock(databases.app, movableClock);
    if (ready.ok) return ok(agencyOver(config, { databases, seal, clock, random, guessing }));
    await databases.stop();
    return ready;
  } catch (fault) {
    await databases.stop();
    throw fault;
  }
}

async function bringUpToDate(
  databases: Databases,
  { seal, region }: { readonly seal: Seal; readonly region: string },
): Promise<Result<unknown, Refusal>> {
  const { migrator } = databases;
  if (!migrator) return ok(await requireCurrentSchema(databases.app, { folder: migrationsFolder }));
  await migrate(migrator, { folder: migrationsFolder });
  const settled = await settleKeys({ reader: databases.app, migrator }, seal);
  if (!settled.ok) return settled;
  const limits = decisionLimitFen.values.map(({ fromOn, value }) => ({ fromOn, amountFen: value }));
  const limited = await syncDecisionLimits(migrator, limits);
  if (!limited.ok) return limited;
  const noticed = await syncHeirlessNotice(migrator, heirlessNoticeDays);
  return noticed.ok ? syncInterestRates(migrator, ratesOf(regionPack(region).interest)) : noticed;
}

/** What an agency rests on: whatever it reads of time and chance, it reads from here. */
export interface Grounds {
  readonly databases: Databases;
  readonly seal: Seal;
  readonly clock: BusinessClock;
  readonly random: RandomBytes;
  readonly guessing?: Guessing | undefined;
}

/** The agency over databases that are open and up to date: what `openAgency` ends with, and a simulation begins with. */
export function agencyOver(config: Config, { databases, seal, clock, random, guessing }: Grounds): Agency {
  const { app, login, gateway, migrator } = databases;
  const calendar = workingCalendar(holidays);
  const workingDays = { add: calendar.deadline, between: calendar.workingDaysBetween };
  const audit = auditOf(config, clock);
  const press = typstPress();
  const { region } = config;
  const telling = { clock, seal, region, workingDays, schedule: scheduleOf(region), ...audit };
  const shared = {
    region,
    publicAddress: config.publicAddress,
    ...audit,
    database: timedBy(app, clock),
    loginDatabase: timedBy(login, clock),
    gatewayDatabase: gateway && timedBy(gateway, clock),
    clock,
    ids: makeIds(clock, random),
    random,
    press,
    reach: { loopback: config.mode !== 'production', networks: config.webhookNetworks ?? [] },
    seal,
    guessing: guessingIn(config.mode, guessing),
    schedule: scheduleOf(region),
    processes,
    workingDays,
    endByDeath: (tx: Tx, owner: string) => closeTransfersByDeath(tx, { context: transferring, owner }),
  };
  const transferring = {
    ...shared,
    desk: transferDeskOf(config),
    openWithdrawal: openWithdrawal(shared),
    whyNoWithdrawal: whyNoWithdrawal(shared),
  };
  return {
    ...transferring,
    config,
    exchange: agencyExchange(transferring),
    transferMonths: keepMonths(workingDays),
    migrator,
    interestRule: regionPack(region).interest,
    ...papersOf(config, random),
    paperProcedures: paperProcedures(shared),
    debtor: debtorOf(config),
    ...caseMoves({ ...transferring, ...telling }),
    onDeath: onDeath(shared),
    async stop() {
      await press.stop();
      await databases.stop();
    },
  };
}

/** Two files at once are in memory, whoever sends how many. */
function papersOf({ filesDir, clamd }: Config, random: RandomBytes): Omit<AgencyPapers, 'paperProcedures'> {
  const files = folderStore(filesDir);
  const scanner = clamd ? clamdScanner(clamd) : null;
  return { files, scanner, intake: makeIntake({ files, scanner, random, atOnce: 2 }) };
}

function auditOf(config: Config, clock: BusinessClock) {
  const { signingKeysDir: folder, sealsTo, sealsToken, mode } = config;
  return {
    signingKeys: agencyKeys({ folder, clock, makesItsOwn: mode !== 'production' }),
    sealSources,
    secondPlace: secondPlace(sealsTo, sealsToken),
  };
}

function random(count: number): Uint8Array {
  return randomBytes(count);
}
