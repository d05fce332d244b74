import { join } from 'node:path';
import { ok, type Problem, type Result, refuse, type Text } from '#basics';
import { combinationProblems } from './combinations.ts';
import type { Parsed } from './parsers.ts';
import { type Values, type Variable, variables } from './variables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of one process, parsed and consistent. Holds secrets: never log it whole. */
export interface Config extends Omit<Values, DatabaseKey> {
  readonly mode: 'production' | 'development' | 'demo';
  readonly region: string;
  readonly host: string;
  readonly port: number;
  readonly gatewayPort: number;
  readonly dataDir: string;
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
  const dataDir = values.dataDir ?? join(import.meta.dirname, '..', '..', '.suixing', mode);
  const { databaseUrl, loginDatabaseUrl, migratorDatabaseUrl, gatewayDatabaseUrl, ...rest } = values;
  return {
    ...rest,
    mode,
    dataDir,
    region: values.region ?? '440300',
    host: values.host ?? '127.0.0.1',
    port: values.port ?? 4403,
    gatewayPort: values.gatewayPort ?? (values.port === 0 ? 0 : 4404),
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
    identityKeyFile: values.identityKeyFile ?? join(dataDir, 'identity.key'),
    signingKeysDir: values.signingKeysDir ?? join(dataDir, 'signing-keys'),
    filesDir: values.filesDir ?? join(dataDir, 'files'),
    sealsTo: values.sealsTo ?? join(dataDir, 'seals'),
  };
}

function systemLanguage(env: Environment): 'zh' | 'en' {
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return system.startsWith('en') ? 'en' : 'zh';
}
