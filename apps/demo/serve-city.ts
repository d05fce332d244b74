import { type Agency, openAgency } from '#apps/agency';
import { startServer } from '#apps/api';
import { startGateway } from '#apps/gateway';
import { jobsOf, startWorker } from '#apps/worker';
import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Config } from '#platform/config';
import type { Log } from '#platform/log';
import { giveCitizensLogins } from './citizens.ts';
import { alignClocks } from './draw-city.ts';
import { bringMovers } from './movers.ts';
import { giveOtherLogins } from './other-logins.ts';
import { enterOther } from './partners.ts';

/** One of the demo's agencies, with its API and its gateway. */
export interface ServedCity {
  readonly agency: Agency;
  readonly address: string;
  readonly gateway: string;
  stop(): Promise<void>;
}

/** Refuses `demo.port-taken` with the city whose port it is, and as opening an agency does. */
export async function serveCity(settings: Config, log: Log): Promise<Result<ServedCity, Refusal>> {
  const opened = await openAgency(settings);
  if (!opened.ok) return opened;
  const agency = opened.value;
  const { host, port, gatewayPort, metricsToken, trustedProxies } = settings;
  const served = await startServer(agency, {
    ...{ host, port, log, metricsToken, trustedProxies: trustedProxies ?? [] },
    portal: { region: settings.region, demo: true },
  });
  if (!served.ok) {
    await agency.stop();
    return portOf(agency, served.refusal);
  }
  // Agencies of one demo speak to each other on this machine, whatever address people come by.
  const gateway = await startGateway(agency, { host: '127.0.0.1', port: gatewayPort, log });
  if (!gateway.ok || !gateway.value) {
    await served.value.stop();
    await agency.stop();
    return gateway.ok ? refuse({ code: 'demo.no-gateway' }) : portOf(agency, gateway.refusal);
  }
  const running = gateway.value;
  return ok({
    agency,
    address: served.value.address,
    gateway: `${running.address}/`,
    async stop() {
      await running.stop();
      await served.value.stop();
      await agency.stop();
    },
  });
}

/** The two have neighbouring ports, and one setting moves both: that is told with the port that is taken. */
function portOf({ region }: Agency, refusal: Refusal): Result<never, Refusal> {
  if (refusal.code !== 'api.port-in-use') return { ok: false, refusal };
  return refuse({ code: 'demo.port-taken', figures: { ...refusal.figures, region } });
}

/** One clock, each in the other's directory, people who moved, and a few who may sign in. Refuses where the demo's officers cannot sign in any more. */
export async function meet([one, other]: readonly [ServedCity, ServedCity]): Promise<
  Result<unknown, Refusal>
> {
  await alignClocks([one.agency, other.agency]);
  const entered = [await enterOther(one.agency, other), await enterOther(other.agency, one)];
  const not = entered.find(({ ok: fine }) => !fine);
  if (not && !not.ok) return refuse({ code: 'demo.no-administrators', figures: { why: not.refusal.code } });
  await bringMovers([one.agency, other.agency]);
  await giveCitizensLogins(one.agency);
  await giveOtherLogins(one.agency);
  return ok(null);
}

/** Everything that runs by itself, for all of them. Another process may move their clock; this one follows within a second. */
export function startWork(agencies: readonly Agency[], log: Log): { stop(): Promise<void> } {
  const follow = () => Promise.all(agencies.map(({ clock }) => clock.refresh()));
  const following = setInterval(() => void follow().catch(() => undefined), 1000);
  const jobs = jobsOf('demo');
  const workers = agencies.map((agency) => startWorker(agency, { log, everyMs: 1000, jobs }));
  return {
    async stop() {
      clearInterval(following);
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
