import { type Agency, openAgency } from '#apps/agency';
import type { Config } from '#platform/config';
import { conclude, type ExitCode, type Frame } from './frame.ts';

/** What a command works with: where to write, the settings, and the agency behind them. */
export interface Shell extends Frame {
  readonly config: Config;
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
