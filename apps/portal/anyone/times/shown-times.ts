import type { Text } from '#basics';
import type { GroupTimes, TransferTimes } from '#business/transfer/public';
import { regionName } from '#law';

/** One picture with its table: a leg in one direction, with all agencies together first. */
export interface ShownLeg {
  readonly direction: GroupTimes['direction'];
  readonly leg: GroupTimes['leg'];
  /** As it should go. */
  readonly rows: readonly ShownRow[];
  /** As it should not: declined, not taken, never confirmed. */
  readonly others: readonly GroupTimes[];
  /** What the longest bar stands for, in working days. */
  readonly longest: number;
}

export interface ShownRow {
  readonly key: string;
  readonly name: Text;
  readonly times: GroupTimes;
}

const asItShould = { record: 'moved', balance: 'credited' } as const;
const everybody: Text = { zh: '各地合计', en: 'All places together' };

/** What there is to show, leaving before coming, the record before the balance; legs of which nothing is told are left out. */
export function shownTimes({ items }: TransferTimes): readonly ShownLeg[] {
  return (['out', 'in'] as const).flatMap((direction) =>
    (['record', 'balance'] as const).flatMap((leg) => {
      const here = items.filter((item) => item.direction === direction && item.leg === leg);
      const rows = here.filter(({ outcome }) => outcome === asItShould[leg]).map(rowOf);
      const others = here.filter(({ outcome }) => outcome !== asItShould[leg]);
      if (here.length === 0) return [];
      return [{ direction, leg, rows, others, longest: Math.max(1, ...rows.map(lengthOf)) }];
    }),
  );
}

export function nameOf({ partner }: Pick<GroupTimes, 'partner'>): Text {
  if (partner === null) return everybody;
  // An agency that is in no directory any more is told by its code; the law may know its name.
  return partner.name.zh === partner.region ? regionName(partner.region) : partner.name;
}

function rowOf(times: GroupTimes): ShownRow {
  return { key: times.partner?.region ?? 'all', name: nameOf(times), times };
}

function lengthOf({ times: { median, ninetieth } }: ShownRow): number {
  return Math.max(median.working, ninetieth?.working ?? 0);
}
