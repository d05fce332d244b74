import { join } from 'node:path';
import { ok, type Problem, type Result, refuse, type Text } from '#basics';
import { combinationProblems } from './combinations.ts';
import type { Parsed } from './parsers.ts';
import { type Values, type Variable, variables } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of one process, parsed and consistent. Holds secrets: never log it whole. */
export interface Config extends Omit<Values, DatabaseKey | 'agency'> {
  readonly mode: 'production' | 'development' | 'demo';
  readonly region: string;
  readonly host: string;
  readonly port: number;
  readonly gatewayPort: number;
  readonly dataDir: string;
  /** In whose folder the embedded database stands: a demo's second agency is in the cluster of the first. */
  readonly clusterDir: string;
  /** The embedded database's name. */
  readonly databaseName: string;
  readonly logLevel: NonNullable<Values['logLevel']>;
  readonly lang: 'zh' | 'en';
  readonly notices: NonNullable<Values['notices']>;
  /** Null: the embedded database in `dataDir`. */
  readonly database: DatabaseUrls | null;
  /** Where the identity key stands when `identityKey` is null. */
  readonly identityKeyFile: string;
  readonly signingKeysDir: string;
  readonly filesDir: string;
  /** A folder, or an address that takes PUT. */
  readonly sealsTo: string;
}

type DatabaseKey = 'databaseUrl' | 'loginDatabaseUrl' | 'migratorDatabaseUrl' | 'gatewayDatabaseUrl';

/** One PostgreSQL, reached by a user for each role. */
export interface DatabaseUrls {
  readonly application: string;
  readonly login: string;
  readonly migrator: string;
  /** Null: no gateway is run here. */
  readonly gateway: string | null;
}

/**
 * Reads the whole environment at once. Refuses with `config.invalid`, whose problems name every variable that is wrong,
 * missing in production, unknown, or at odds with another one; a value is never repeated, since it may be a secret.
 */
export function loadConfig(env: Environment): Result<Config> {
  const { values, problems } = parseAll(env);
  const told = new Set(problems.map(({ path }) => path));
  const together = combinationProblems(values).filter(({ path }) => !told.has(path));
  const all = [...problems, ...unknownNames(env), ...together];
  if (all.length > 0) return refuse({ code: 'config.invalid', problems: all });
  return ok(complete(values, env));
}

function parseAll(env: Environment): { values: Values; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const production = env[variables.mode.name]?.trim() === 'production';
  for (const [key, declared] of Object.entries<Variable<unknown>>(variables)) {
    const parsed = parseOne(declared, env[declared.name]?.trim() ?? '', production);
    if ('wrong' in parsed) problems.push({ path: declared.name, detail: parsed.wrong });
    values[key] = 'wrong' in parsed ? null : parsed.value;
  }
  return { values: values as Values, problems }; // one value per declared key, of the type that its parser gives
}

function parseOne(declared: Variable<unknown>, given: string, production: boolean): Parsed<unknown> {
  if (given === '' && production && declared.requiredInProduction) return { wrong: missingInProduction };
  const text = given === '' ? declared.default : given;
  return text === null ? { value: null } : declared.parse(text);
}

const missingInProduction: Text = { zh: '正式运行时必须填写', en: 'must be given in production' };

/** A misspelt name would silently mean the default: another database, another key. */
function unknownNames(env: Environment): readonly Problem[] {
  const known = new Set<string>(Object.values(variables).map(({ name }) => name));
  const unknown = Object.keys(env).filter((name) => name.startsWith('SUIXING_') && !known.has(name));
  return unknown.sort().map((path) => ({
    path,
    detail: { zh: '没有这个变量，请检查拼写', en: 'is no variable of Suixing; check the spelling' },
  }));
}

function complete(values: Values, env: Environment): Config {
  // A fresh checkout is a demo, so that the command line finds what `npm start` started.
  const mode = values.mode ?? (values.databaseUrl ? 'development' : 'demo');
  const clusterDir = values.dataDir ?? join(import.meta.dirname, '..', '..', '.suixing', mode);
  const home = values.region ?? '440300';
  const { agency, ...given } = values;
  const second = agency !== null && agency !== home;
  const { databaseUrl, loginDatabaseUrl, migratorDatabaseUrl, gatewayDatabaseUrl, ...rest } = second
    ? withoutOwn(given)
    : given;
  const dataDir = second ? join(clusterDir, 'partners', agency) : clusterDir;
  return {
    ...rest,
    ...{ mode, dataDir, clusterDir, region: second ? agency : home },
    databaseName: second ? `suixing_${agency}` : 'suixing',
    ...servedAt(values, { second, demo: mode === 'demo' }),
    logLevel: values.logLevel ?? 'info',
    lang: values.lang ?? systemLanguage(env),
    notices: values.notices ?? 'folder',
    database:
      databaseUrl && loginDatabaseUrl && migratorDatabaseUrl
        ? {
            application: databaseUrl.href,
            login: loginDatabaseUrl.href,
            migrator: migratorDatabaseUrl.href,
            gateway: gatewayDatabaseUrl?.href ?? null,
          }
        : null,
    identityKeyFile: rest.identityKeyFile ?? join(dataDir, 'identity.key'),
    signingKeysDir: rest.signingKeysDir ?? join(dataDir, 'signing-keys'),
    filesDir: rest.filesDir ?? join(dataDir, 'files'),
    sealsTo: rest.sealsTo ?? join(dataDir, 'seals'),
  };
}

/** What is the first agency's alone: its keys, its folders, its account, its desk. */
function withoutOwn<T extends object>(values: T): T {
  const own: readonly (keyof Values)[] = [
    ...(['identityKey', 'identityKeyFile', 'otherIdentityKeys', 'otherIdentityKeyFiles'] as const),
    ...(['signingKeysDir', 'filesDir', 'sealsTo', 'sealsToken'] as const),
    ...(['payerName', 'payerAccount', 'payerBankCode', 'payerBankName'] as const),
    ...(['contactUnit', 'contactPhone', 'contactAddress', 'contactPostcode', 'acceptsBalances'] as const),
  ];
  const given = { ...values, ...Object.fromEntries(own.map((key) => [key, null])) };
  return { ...given, acceptsBalances: 'yes' };
}

/** Where it listens, and under which address people reach it: a demo's is where it listens. */
function servedAt(
  values: Values,
  which: { readonly second: boolean; readonly demo: boolean },
): Pick<Config, 'host' | 'port' | 'gatewayPort' | 'publicAddress'> {
  const host = values.host ?? '127.0.0.1';
  const ports = portsOf(values, which);
  const own = which.second ? null : values.publicAddress;
  const demo = which.demo && ports.port !== 0 ? `http://${host}:${ports.port}/` : null;
  return { host, ...ports, publicAddress: own ?? demo };
}

/**
 * The gateways of a demo are beside its ports, so that one setting moves all of them. Its second agency listens a hundred above the first,
 * or below where there are no more ports.
 */
function portsOf(
  { port, gatewayPort }: Values,
  { second, demo }: { readonly second: boolean; readonly demo: boolean },
): Pick<Config, 'port' | 'gatewayPort'> {
  const first = port ?? 4403;
  const gateway = demo ? (first < 65_535 ? first + 1 : first - 1) : 4404;
  const own = { port: first, gatewayPort: gatewayPort ?? (first === 0 ? 0 : gateway) };
  if (!second) return own;
  const beside = (of: number) => (of === 0 ? 0 : of > 65_435 ? of - 100 : of + 100);
  return { port: beside(own.port), gatewayPort: beside(own.gatewayPort) };
}

function systemLanguage(env: Environment): 'zh' | 'en' {
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return system.startsWith('en') ? 'en' : 'zh';
}
