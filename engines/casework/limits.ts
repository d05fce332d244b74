import { ok, type PlainDate, type Refusal, type Result, showYuan } from '#basics';
import { type Database, inTransaction, type Reader } from '#platform/postgres';
import { pendingDecision } from './decisions.ts';
import {
  type AboveLimit,
  aboveLimitOf,
  type DecisionLimit,
  limitOf,
  whoMayApprove,
  writeDecisionLimits,
} from './limits.store.ts';

/** Makes the general limit that the database holds approvals against the law's data; the migrator calls it at every start. */
export function syncDecisionLimits(
  migrator: Database,
  limits: readonly DecisionLimit[],
): Promise<Result<null, Refusal>> {
  return inTransaction(migrator, async (tx) => {
    await writeDecisionLimits(tx, limits);
    return ok(null);
  });
}

/** The refusal of an approval above the officer's limit, with the figures and who may approve it. */
export async function withWhoMay(
  reader: Reader,
  asked: {
    readonly refusal: Refusal;
    readonly file: { readonly ownerId: string; readonly id: string };
    readonly officerId: string;
    readonly on: PlainDate;
  },
): Promise<Refusal> {
  const { refusal, file, officerId, on } = asked;
  const pending = await pendingDecision(reader, file);
  if (!pending.ok) return refusal;
  const { ownerId } = file;
  const above = await aboveLimitOf(reader, { ownerId, decisionId: pending.value.id, officerId, on });
  if (!above) return refusal;
  return { ...refusal, figures: figuresOf(above) };
}

/** What the refusal of an amount above an officer's limit says: the figures, and who may approve so much. */
export async function limitFigures(
  reader: Reader,
  asked: {
    readonly amountFen: bigint;
    readonly makerId: string;
    readonly officerId: string;
    readonly on: PlainDate;
  },
): Promise<Readonly<Record<string, string>>> {
  const { amountFen } = asked;
  return figuresOf({
    amountFen,
    limitFen: await limitOf(reader, asked),
    may: await whoMayApprove(reader, asked),
  });
}

function figuresOf({ amountFen, limitFen, may }: AboveLimit): Readonly<Record<string, string>> {
  const names = (of: 'nameZh' | 'nameEn') => may.map((each) => `${each[of]} (${each.loginName})`).join(', ');
  return {
    ...{ amount: showYuan(amountFen), limit: showYuan(limitFen) },
    whoZh: may.length > 0 ? `请交${names('nameZh')}复核` : '目前没有额度足够的复核人员，请两位管理员调高额度',
    whoEn:
      may.length > 0
        ? `Ask ${names('nameEn')}`
        : 'Nobody has a limit so high; ask two administrators to raise one',
  };
}
