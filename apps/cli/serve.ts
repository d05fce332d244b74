import { startServer } from '#apps/api';
import { jobsOf, startWorker, toldToStop } from '#apps/worker';
import { openLog } from '#platform/log';
import { conclude, type ExitCode, say, show } from './frame.ts';
import { type Shell, withAgency } from './shell.ts';

/** `suixing serve`: the API until the process is told to stop (Ctrl-C, SIGTERM); requests that run come to their end. */
export function serveCommand(shell: Shell): Promise<ExitCode> {
  return withAgency(shell, async (agency) => {
    const { host, port, logLevel, metricsToken, trustedProxies, mode } = shell.config;
    const log = openLog({ level: logLevel, app: 'api' });
    const started = await startServer(agency, {
      host,
      port,
      log,
      metricsToken,
      trustedProxies: trustedProxies ?? [],
    });
    if (!started.ok) return conclude(shell, started, () => '');
    const { address, stop } = started.value;
    show(shell, { address, mode }, () =>
      say(shell, {
        zh: `接口地址 ${address}/api/v1，说明页 ${address}/docs。按 Ctrl-C 停止。`,
        en: `Serving ${address}/api/v1, explained at ${address}/docs. Ctrl-C stops it.`,
      }),
    );
    // Another process may move a demo's clock; elsewhere there is nothing to follow.
    const following = setInterval(() => void agency.clock.refresh().catch(() => undefined), 1000);
    const worker = startWorker(agency, { log, everyMs: 5000, jobs: jobsOf(mode) });
    await toldToStop();
    clearInterval(following);
    await worker.stop();
    await stop();
    return 0;
  });
}
