import { addFen, fen, zeroFen } from '#basics';
import type { MeasureKind } from '#law';
import type { Reader } from '#platform/postgres';
import { type Measure, type Receipt, stateOf, type ToldReceipt } from './measure.ts';
import { receiptsOf, toldOf } from './recovery.store.ts';
import {
  type AfterStep,
  measureIdsOf,
  type StepRow,
  standingSteps,
  stepsOfMeasures,
  waitingSteps,
} from './store.ts';

/** A page of a list and where the next one begins; null on the last. */
export interface Page<T, Place> {
  readonly items: readonly T[];
  readonly next: Place | null;
}

/** A person's measures with their whole history, the latest first. */
export async function measuresOf(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<Page<Measure, string>> {
  const ids = await measureIdsOf(reader, { ...page, limit: page.limit + 1 });
  const shown = ids.slice(0, page.limit);
  const asked = { personId: page.personId, measureIds: shown };
  const steps = await stepsOfMeasures(reader, asked);
  const receipts = await receiptsOf(reader, asked);
  const told = await toldOf(reader, asked);
  const items = shown.map((id) => {
    const of = ({ measureId }: { readonly measureId: string }) => measureId === id;
    return measureFrom(steps.filter(of), { receipts: receipts.filter(of), told: told.filter(of) });
  });
  return { items, next: ids.length > page.limit ? (shown.at(-1) ?? null) : null };
}

/** The lists that officers work from: steps that wait for a second officer, or measures that stand. */
export async function listSteps(
  reader: Reader,
  page: {
    readonly status: 'waiting' | 'standing';
    readonly kind: MeasureKind | null;
    readonly after: AfterStep | null;
    readonly limit: number;
  },
): Promise<Page<StepRow, AfterStep>> {
  const { status, kind, after } = page;
  const wanted = { after, limit: page.limit + 1, kind };
  const rows = await (status === 'waiting' ? waitingSteps(reader, wanted) : standingSteps(reader, wanted));
  const items = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  const next = last ? { recordedAt: last.recordedKey, personId: last.personId, stepId: last.stepId } : null;
  return { items, next };
}

function measureFrom(
  rows: readonly StepRow[],
  { receipts, told }: { readonly receipts: readonly Receipt[]; readonly told: readonly ToldReceipt[] },
): Measure {
  const [set] = rows;
  if (!set) throw new Error('a measure has no step'); // its id came from the step that set it
  const { personId, measureId, kind, amountFen, origin } = set;
  const received = addFen(...receipts.map((receipt) => receipt.amountFen));
  const open = amountFen === null ? null : fen(amountFen - received);
  const state = stateOf(rows, open === 0n);
  const owedFen = open === null || state === 'standing' ? open : zeroFen;
  return { personId, measureId, kind, amountFen, origin, owedFen, state, steps: rows, receipts, told };
}
