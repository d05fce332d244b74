import { isPortTaken } from '#apps/api';
import { ok, type Result, refuse } from '#basics';
import type { Config } from '#platform/config';

type Listening = Pick<Config, 'host' | 'port' | 'gatewayPort' | 'region'>;

/** Before a city is drawn, which takes minutes, or refuses `demo.port-taken` with every port that is in use by another program. */
export async function portsFree(agencies: readonly Listening[]): Promise<Result<null>> {
  const wanted = agencies.flatMap(({ host, port, gatewayPort, region }) => [
    { host, port, region, setting: 'SUIXING_PORT' },
    { host: '127.0.0.1', port: gatewayPort, region, setting: 'SUIXING_GATEWAY_PORT' },
  ]);
  const taken = [];
  for (const each of wanted) if (await isPortTaken(each)) taken.push(each);
  const [first, ...others] = taken;
  if (!first) return ok(null);
  const { port, region, setting } = first;
  const problems = others.map((other) => ({
    path: other.setting,
    detail: {
      zh: `地区 ${other.region} 要用的端口 ${other.port} 也被占用`,
      en: `port ${other.port}, which the agency of ${other.region} would take, is in use as well`,
    },
  }));
  return refuse({ code: 'demo.port-taken', figures: { port, region, setting }, problems });
}
