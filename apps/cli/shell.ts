import { existsSync } from 'node:fs';
import { type Agency, demoMarks, openAgency } from '#apps/agency';
import { type Refusal, type Result, refuse } from '#basics';
import { callerOf } from '#business/access';
import type { Caller, Role } from '#business/access/public';
import { readPurpose } from '#business/access-log';
import type { Config } from '#platform/config';
import { conclude, type ExitCode, type Frame } from './frame.ts';
import { noteShown } from './note-shown.ts';
import { keptToken } from './session.ts';

/** What a command works with: where to write, the settings, and the agency behind them. */
export interface Shell extends Frame {
  readonly config: Config;
  /** The settings of a demo's agency by its region. */
  readonly configOf?: (region: string) => Result<Config>;
  /** The command by its words: `person-show`. */
  readonly command?: string;
  /** What `--purpose` said; null where it was left out. */
  readonly purpose?: string | null;
}

/** Opens the agency for one command and shuts it afterwards, whatever happens. */
export async function withAgency(
  shell: Shell,
  work: (agency: Agency) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openAgency(shell.config);
  if (!opened.ok) return conclude(shell, opened, () => '');
  try {
    return await work(opened.value);
  } finally {
    await opened.value.stop();
  }
}

/** Opens the agency that was addressed and, in a demo, the other one where it stands; shuts both afterwards. */
export function withBothAgencies(
  shell: Shell,
  work: (agencies: readonly [Agency, ...Agency[]]) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const others = await otherConfigs(shell, agency);
    const opened: Agency[] = [];
    try {
      for (const config of others) {
        const other = await openAgency(config);
        if (!other.ok) return conclude(shell, other, () => '');
        opened.push(other.value);
      }
      return await work([agency, ...opened]);
    } finally {
      for (const other of opened) await other.stop();
    }
  });
}

async function otherConfigs({ config, configOf }: Shell, { region }: Agency): Promise<readonly Config[]> {
  if (config.mode !== 'demo' || !configOf) return [];
  const { demoRegions } = await import('#apps/demo');
  const configs = demoRegions.filter((each) => each !== region).map((each) => configOf(each));
  return configs.flatMap((other) =>
    other.ok && existsSync(demoMarks(other.value.dataDir).ready) ? [other.value] : [],
  );
}

/** An opened agency and who is at the keyboard. */
export interface Desk {
  readonly agency: Agency;
  readonly caller: Caller;
}

/** The same for commands that need a login with one of these roles, as the API's operations do. */
export function withDesk(
  shell: Shell,
  roles: readonly Role[],
  work: (desk: Desk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const caller = await loggedIn(agency, roles);
    if (!caller.ok) return conclude(shell, caller, () => '');
    const purpose = readPurpose(shell.purpose ?? null);
    if (!purpose.ok) return conclude(shell, purpose, () => '');
    const desk = { agency, caller: { ...caller.value, language: shell.lang } };
    try {
      return await work(desk);
    } finally {
      await noteShown(shell, desk);
    }
  });
}

async function loggedIn(agency: Agency, roles: readonly Role[]): Promise<Result<Caller, Refusal>> {
  const token = keptToken(agency.config);
  if (token === null) return refuse({ code: 'cli.not-logged-in' });
  const caller = await callerOf({ ...agency, mode: agency.config.mode }, { bearer: token });
  if (!caller.ok) return caller;
  const may = caller.value.roles.some((role) => roles.includes(role));
  return may ? caller : refuse({ code: 'cli.role-missing', figures: { roles: roles.join(', ') } });
}
