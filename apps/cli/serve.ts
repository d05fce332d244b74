import { portFree, startServer, type WantedPort } from '#apps/api';
import { startGateway } from '#apps/gateway';
import { jobsOf, startWorker, toldToStop } from '#apps/worker';
import type { Text } from '#basics';
import type { Config } from '#platform/config';
import { openLog } from '#platform/log';
import { conclude, type ExitCode, say, show } from './frame.ts';
import { type Shell, withAgency } from './shell.ts';

/** `suixing serve`: the API until the process is told to stop (Ctrl-C, SIGTERM); requests that run come to their end. */
export async function serveCommand(shell: Shell): Promise<ExitCode> {
  // Opening the agency may bring a database up to date first: a port that is taken is told before that.
  const free = await portFree(portsOf(shell.config));
  if (!free.ok) return conclude(shell, free, () => '');
  return withAgency(shell, async (agency) => {
    const { host, port, gatewayPort, logLevel, metricsToken, trustedProxies, mode } = shell.config;
    const log = openLog({ level: logLevel, app: 'api' });
    const started = await startServer(agency, {
      host,
      port,
      log,
      metricsToken,
      trustedProxies: trustedProxies ?? [],
      portal: { region: shell.config.region, demo: mode === 'development' },
    });
    if (!started.ok) return conclude(shell, started, () => '');
    const { address, stop } = started.value;
    const gateway = await startGateway(agency, {
      ...{ host, port: gatewayPort, log: openLog({ level: logLevel, app: 'gateway' }) },
      trustedProxies: trustedProxies ?? [],
    });
    if (!gateway.ok) {
      await stop();
      return conclude(shell, gateway, () => '');
    }
    const gatewayAddress = gateway.value?.address ?? null;
    show(shell, { address, gateway: gatewayAddress, mode }, () =>
      say(shell, {
        zh: `接口地址 ${address}/api/v1，说明页 ${address}/docs。${gatewayWords(gatewayAddress).zh}按 Ctrl-C 停止。`,
        en: `Serving ${address}/api/v1, explained at ${address}/docs. ${gatewayWords(gatewayAddress).en}Ctrl-C stops it.`,
      }),
    );
    // Another process may move a demo's clock; elsewhere there is nothing to follow.
    const following = setInterval(() => void agency.clock.refresh().catch(() => undefined), 1000);
    const worker = startWorker(agency, { log, everyMs: 5000, jobs: jobsOf(mode) });
    await toldToStop();
    clearInterval(following);
    await worker.stop();
    await gateway.value?.stop();
    await stop();
    return 0;
  });
}

/** The gateway's too, where there is one. */
function portsOf({ host, port, gatewayPort, database }: Config): readonly WantedPort[] {
  const gateway = { host, port: gatewayPort, setting: 'SUIXING_GATEWAY_PORT' };
  return [{ host, port, setting: 'SUIXING_PORT' }, ...(database?.gateway === null ? [] : [gateway])];
}

function gatewayWords(address: string | null): Text {
  return address === null
    ? { zh: '不开网关。', en: 'No gateway. ' }
    : { zh: `网关地址 ${address}。`, en: `The gateway is at ${address}. ` };
}
