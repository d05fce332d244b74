import { chengduPack } from './chengdu.ts';
import type { RegionPack } from './region-pack.ts';
import { shenzhenPack } from './shenzhen.ts';
import { isSimulatedRegion, simulatedPack } from './simulated.ts';

/** Every region that an agency can be of. A third one is a file beside these and a line here. */
export const regionPacks: readonly RegionPack[] = [shenzhenPack, chengduPack];

/** The pack of a region; a fault where there is none, since an agency cannot work without its region's rules. */
export function regionPack(region: string): RegionPack {
  const listed = regionPacks.find((each) => each.region === region);
  const pack = listed ?? (isSimulatedRegion(region) ? simulatedPack(region) : undefined);
  if (!pack) throw new Error(`there is no region pack for ${region}`);
  return pack;
}

/** How case numbers of a region begin: as its people know them, otherwise with its code. */
export function numberPrefixOf(region: string): string {
  return regionPacks.find((each) => each.region === region)?.numberPrefix ?? region;
}

/** What a region is called: by its pack, otherwise by its code. */
export function regionName(region: string): RegionPack['name'] {
  return regionPacks.find((each) => each.region === region)?.name ?? { zh: region, en: region };
}
