import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Agency, openAgency } from '#apps/agency';
import { callerOf } from '#business/access';
import type { Caller } from '#business/access/public';
import type { Config } from '#platform/config';
import { conclude, type ExitCode, type Frame } from './frame.ts';
import { keptToken } from './session.ts';

/** What a command works with: where to write, the settings, and the agency behind them. */
export interface Shell extends Frame {
  readonly config: Config;
}

/** An opened agency and who is at the keyboard. */
export interface Desk {
  readonly agency: Agency;
  readonly caller: Caller;
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

/** The same for commands that somebody must be logged in for. */
export function withDesk(shell: Shell, work: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const caller = await loggedIn(agency);
    if (!caller.ok) return conclude(shell, caller, () => '');
    return work({ agency, caller: caller.value });
  });
}

async function loggedIn(agency: Agency): Promise<Result<Caller, Refusal>> {
  const token = keptToken(agency.config);
  if (token === null) return refuse({ code: 'cli.not-logged-in' });
  const caller = await callerOf({ ...agency, mode: agency.config.mode }, { bearer: token, cookie: null });
  return caller.ok ? ok(caller.value) : caller;
}
