import type { Agency } from '#apps/agency';
import { listen, type RunningServer } from '#apps/api';
import { ok, type Result } from '#basics';
import { describeFault } from '#platform/http';
import { applySoon } from './apply-soon.ts';
import { applyKept } from './rounds.ts';
import { buildGateway, type GatewayOptions } from './server.ts';

export interface GatewayListens extends Omit<GatewayOptions, 'onKept'> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Messages of how many transfers are applied side by side: more only wait for each other on the database's cores. */
export const appliedAtOnce = 3;

/**
 * Serves the gateway on a port of its own; null where the agency has no connection for it. Refuses as `listen` does. What is
 * kept is applied at once, a few transfers side by side; the worker's rounds find what a crash left.
 */
export async function startGateway(
  agency: Agency,
  { host, port, ...options }: GatewayListens,
): Promise<Result<RunningServer | null>> {
  const { gatewayDatabase } = agency;
  if (!gatewayDatabase) return ok(null);
  const { log } = options;
  const soon = applySoon(async (key) => {
    const [transferId = '', from = ''] = key.split(' ');
    await applyKept(agency, { log, stream: { transferId, from } }).catch((fault: unknown) =>
      log.error({ fault: describeFault(fault) }, 'what is kept could not be applied yet'),
    );
  }, appliedAtOnce);
  const server = await buildGateway(
    { ...agency, gatewayDatabase },
    { ...options, onKept: ({ transferId, from }) => soon.push(`${transferId} ${from}`) },
  );
  const started = await listen(server, { host, port, setting: 'SUIXING_GATEWAY_PORT' });
  if (!started.ok) return started;
  const { address, stop } = started.value;
  return ok({
    address,
    async stop() {
      await stop();
      await soon.stop();
    },
  });
}
