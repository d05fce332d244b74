import type { Text } from '#basics';
import type { Config } from '#platform/config';
import type { CitySize } from './city-size.ts';

/** What one of the demo's two cities has of its own. Nobody in either exists. */
export interface DemoCity {
  readonly region: string;
  /** The agency, as the other one has it in its directory. */
  readonly name: Text;
  readonly office: { readonly id: string; readonly nameZh: string; readonly nameEn: string };
  /** How its employers' names begin, and the region of their codes. */
  readonly firms: { readonly city: string; readonly region: string };
  /** Where its people's documents were issued; no district is in both lists, so that no number is either. */
  readonly areas: readonly [string, ...string[]];
  /** How its people's telephone numbers begin. */
  readonly phones: string;
  /** The other city. */
  readonly other: string;
}

export const demoCities = {
  '440300': {
    region: '440300',
    name: { zh: '深圳市医疗保障局（演示）', en: 'Shenzhen Healthcare Security Administration (demo)' },
    office: { id: 'ofc_demo', nameZh: '演示经办大厅', nameEn: 'Demo Service Hall' },
    firms: { city: '深圳', region: '440300' },
    areas: ['440303', '440304', '440305', '440306', '440307', '430102', '510104', '420106'],
    phones: '1990000',
    other: '510100',
  },
  '510100': {
    region: '510100',
    name: { zh: '成都市医疗保障局（演示）', en: 'Chengdu Healthcare Security Administration (demo)' },
    office: { id: 'ofc_demo', nameZh: '成都演示经办大厅', nameEn: 'Demo Service Hall of Chengdu' },
    firms: { city: '成都', region: '510100' },
    areas: ['510105', '510106', '510107', '510108', '510112', '511102', '530102', '610102'],
    phones: '1980000',
    other: '440300',
  },
} as const satisfies Readonly<Record<string, DemoCity>>;

export type DemoRegion = keyof typeof demoCities;

export const demoRegions = Object.keys(demoCities) as readonly DemoRegion[]; // its own keys

/** The city of an agency of a demo. */
export function demoCityOf({ region }: Pick<Config, 'region'>): DemoCity {
  return demoCities[region as DemoRegion] ?? demoCities['440300']; // a demo is of one of the two
}

/** The settings of one of the demo's agencies; `loadConfig` with the same environment gives them. */
export type ConfigOf = (region: string) => Config;

/** The second city is small, so that a start takes no longer for it. */
export function sizeOfSecond({ seed, people, employers }: CitySize): CitySize {
  return {
    seed: seed + 1,
    people: Math.min(200, Math.max(60, Math.round(people / 10))),
    employers: Math.min(employers, 8),
  };
}
