import { chengduPack } from './chengdu.ts';
import type { RegionPack } from './region-pack.ts';

/** GB/T 2260 gives no province these two digits: no region that exists begins so. */
const simulatedProvince = '49';

/** Regions of simulations, in which nobody lives. No agency of people is one of them. */
export function isSimulatedRegion(region: string): boolean {
  return /^\d{6}$/.test(region) && region.startsWith(simulatedProvince);
}

/** The small pack, national figures and assumptions as they are, under a name that says that there is no such region. */
export function simulatedPack(region: string): RegionPack {
  const name = { zh: `模拟地区 ${region}`, en: `simulated region ${region}` };
  return {
    ...chengduPack,
    ...{ region, name, numberPrefix: region },
    reconsideredBy: { zh: `${name.zh}人民政府`, en: `the People’s Government of ${name.en}` },
    court: { zh: `${name.zh}人民法院`, en: `the people’s court in ${name.en}` },
  };
}
