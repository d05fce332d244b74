import type { Traveller } from '../two-agencies.testing.ts';
import type { Story } from './stories.testing.ts';

export const shenzhen = '440300';
export const chengdu = '510100';
export const regions = [shenzhen, chengdu] as const;
export type Region = (typeof regions)[number];

export function otherThan(region: Region): Region {
  return region === shenzhen ? chengdu : shenzhen;
}

/** A person with a story, who goes one way. */
export interface Plot {
  readonly story: Story;
  /** Where the person leaves. */
  readonly from: Region;
  readonly to: Region;
  readonly name: string;
  /** As the agency that the person leaves has them on record; null where it has not. */
  readonly leaver: Traveller | null;
  readonly comer: Traveller;
}

/** Every story each way, each with a person of its own. */
export function plotsOf(stories: readonly Story[]): readonly Plot[] {
  return stories.flatMap((story, place) =>
    regions.map((from, way): Plot => {
      const person = place * regions.length + way;
      const born = `19${80 + (person % 15)}-0${1 + (person % 9)}-1${person % 10}`;
      const who = {
        name: `${surnames[person % surnames.length]}${way === 0 ? '南' : '西'}${given[place % given.length]}`,
        number: citizenNumber(born, person),
        bornOn: born,
      };
      const {
        status = 'suspended',
        balance = `${1_000 + 137 * person}.${10 + person}`,
        unknown = false,
      } = story.leaver ?? {};
      const leaver: Traveller = {
        ...who,
        status,
        since: '2015-01-01',
        until: status === 'active' ? '2026-10-31' : '2026-09-30',
        balance,
      };
      const comer = {
        ...who,
        status: 'active',
        since: '2026-10-01',
        until: '2026-10-31',
        balance: story.balanceThere ?? '0.00',
      } as const;
      return {
        story,
        from,
        to: otherThan(from),
        name: `${story.name} from ${from}`,
        leaver: unknown ? null : leaver,
        comer,
      };
    }),
  );
}

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const given = [
  '行',
  '远',
  '归',
  '安',
  '和',
  '平',
  '明',
  '文',
  '武',
  '成',
  '达',
  '志',
  '学',
  '勤',
  '思',
  '信',
];

/** A made-up number with a check character that fits (GB 11643). */
function citizenNumber(bornOn: string, place: number): string {
  const body = `440301${bornOn.replaceAll('-', '')}${String(700 + place).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
