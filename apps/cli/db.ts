import type { Text } from '#basics';
import {
  checkDistributed,
  type DatabaseConfig,
  type Databases,
  isDatabaseFault,
  migrate,
  migrationStatus,
  openDatabases,
} from '#platform/postgres';
import type { ExitCode } from './frame.ts';

/** What every `suixing db …` command was given. */
export interface DbCommand {
  readonly config: DatabaseConfig;
  readonly lang: 'zh' | 'en';
  /** One JSON object on standard output, and nothing else there. */
  readonly json: boolean;
  readonly stdout: Output;
  readonly stderr: Output;
}

interface Output {
  write(text: string): unknown;
}

/** `suixing db migrate`: applies what is missing. Exit code 0, or 1 where the database cannot be used. */
export function dbMigrate(command: DbCommand): Promise<0 | 1> {
  return withDatabases(command, async ({ migrator }) => {
    const { applied } = await migrate(migrator);
    if (command.json) tell(command, { applied });
    for (const name of applied) say(command, { zh: `已执行 ${name}`, en: `applied ${name}` });
    if (applied.length === 0) say(command, { zh: '数据库已是最新', en: 'the database is up to date' });
    return 0;
  });
}

/** `suixing db status`: what was applied and what is missing. Exit code 1 where something is missing or was altered. */
export function dbStatus(command: DbCommand): Promise<0 | 1> {
  return withDatabases(command, async ({ migrator, kind }) => {
    const state = await migrationStatus(migrator);
    const names = {
      applied: state.applied.map(({ name }) => name),
      pending: state.pending.map(({ name }) => name),
      changed: state.changed.map(({ name }) => name),
      missing: state.missing.map(({ name }) => name),
      newer: state.newer.map(({ name }) => name),
    };
    if (command.json) tell(command, { kind, ...names });
    for (const name of names.applied) say(command, { zh: `已执行   ${name}`, en: `applied  ${name}` });
    for (const name of names.pending) say(command, { zh: `未执行   ${name}`, en: `pending  ${name}` });
    for (const name of names.changed) say(command, { zh: `被改动   ${name}`, en: `changed  ${name}` });
    for (const name of names.missing) say(command, { zh: `文件缺失 ${name}`, en: `missing  ${name}` });
    for (const name of names.newer) say(command, { zh: `更新版本 ${name}`, en: `newer    ${name}` });
    const barred = state.newer.some(({ compatible }) => !compatible);
    return names.pending.length + names.changed.length + names.missing.length > 0 || barred ? 1 : 0;
  });
}

/** `suixing db check-distributed`: what a database spread over several servers would refuse. Exit code 1 on findings. */
export function dbCheckDistributed(command: DbCommand): Promise<0 | 1> {
  return withDatabases(command, async ({ migrator }) => {
    const findings = await checkDistributed(migrator);
    if (command.json) tell(command, { findings });
    for (const { text } of findings) say(command, text);
    const fit: Text = {
      zh: '没有发现问题：每张表都可以按 owner_id 分布',
      en: 'nothing found: every table could be spread by owner_id',
    };
    if (findings.length === 0) say(command, fit);
    return findings.length > 0 ? 1 : 0;
  });
}

/** Opens the databases as they stand, migrated or not, and shuts them afterwards; a fault that a person can mend is told. */
export async function withDatabases<Code extends ExitCode>(
  command: DbCommand,
  work: (databases: Databases) => Promise<Code>,
): Promise<Code | 1> {
  let databases: Databases | undefined;
  try {
    databases = await openDatabases(command.config);
    return await work(databases);
  } catch (error) {
    if (!isDatabaseFault(error)) throw error;
    command.stderr.write(`${error.text[command.lang]}\n`);
    return 1;
  } finally {
    await databases?.stop();
  }
}

function say({ json, lang, stdout }: DbCommand, text: Text): void {
  if (!json) stdout.write(`${text[lang]}\n`);
}

function tell({ stdout }: DbCommand, answer: unknown): void {
  stdout.write(`${JSON.stringify(answer)}\n`);
}
