import {
  type Fen,
  ok,
  type PlainDate,
  type Problem,
  type Refusal,
  type Result,
  refuse,
  shanghaiDate,
} from '#basics';
import type { Caller } from '#business/access/public';
import { personById } from '#business/registry';
import { numberInText } from '#business/registry/public';
import { limitFigures } from '#engines/casework';
import { type DatedFigure, heirlessDestination, valueOn } from '#law';
import { type Database, inTransaction, type Tx } from '#platform/postgres';
import type { SuccessionContext } from './context.ts';
import { amountAsked, decideRow, proposeRow, writeNoticeDays } from './escheat.store.ts';
import { guarded } from './guarded.ts';

/** That nobody succeeds, as a clerk says it: the public notice that called for successors, and why nobody counts. */
export interface EscheatWish {
  readonly noticeOn: PlainDate;
  readonly noticePaper: string;
  readonly reason: string;
}

/** Makes the figures by which the database measures a notice the law's data; the migrator calls it at every start. */
export function syncHeirlessNotice(
  migrator: Database,
  { values }: DatedFigure<number>,
): Promise<Result<null, Refusal>> {
  const figures = values.map(({ fromOn, value }) => ({ fromOn, days: value }));
  return inTransaction(migrator, async (tx) => {
    await writeNoticeDays(tx, figures);
    return ok(null);
  });
}

/**
 * A clerk proposes that an account goes to the pooled fund because nobody succeeds to it. How long the notice must have stood
 * is the figure of the notice's day, which the database looks up, and again when a second officer decides.
 */
export async function proposeEscheat(
  tx: Tx,
  context: Pick<SuccessionContext, 'clock' | 'ids'>,
  asked: { readonly caller: Caller; readonly personId: string; readonly wish: EscheatWish },
): Promise<Result<{ readonly personId: string; readonly escheatId: string }, Refusal>> {
  const { caller, personId, wish } = asked;
  const problems = [
    ...textProblems('noticePaper', wish.noticePaper, 200),
    ...textProblems('reason', wish.reason, 500),
  ];
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  if (!(await personById(tx, personId))) return refuse({ code: 'succession.no-person' });
  const at = context.clock.now();
  if (valueOn(heirlessDestination, shanghaiDate(at))?.value !== 'pool')
    return refuse({ code: 'succession.no-rule' });
  const escheatId = context.ids.next('esc');
  const row = { token: caller.token ?? '', personId, escheatId, at };
  const texts = { noticePaper: wish.noticePaper.trim(), reason: wish.reason.trim() };
  const done = await guarded(proposeRow(tx, { ...row, ...texts, noticeOn: wish.noticeOn }));
  return done.ok ? ok({ personId, escheatId }) : done;
}

export interface EscheatDecision {
  readonly personId: string;
  readonly escheatId: string;
  readonly approved: boolean;
  /** Under which paper it is found that nobody came forward, or why it is declined. */
  readonly reason: string;
}

/**
 * Another officer decides, within their limit; approved, the balance with its interest goes to the pooled fund and the account
 * closes.
 */
export async function decideEscheat(
  tx: Tx,
  context: Pick<SuccessionContext, 'clock' | 'ids'>,
  { caller, decision }: { readonly caller: Caller; readonly decision: EscheatDecision },
): Promise<Result<{ readonly approved: boolean; readonly amountFen: Fen | null }, Refusal>> {
  const problems = textProblems('reason', decision.reason, 500);
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  // Asked before the database refuses it: afterwards the transaction can be asked nothing.
  const above = decision.approved ? await aboveLimit(tx, context, { caller, decision }) : null;
  const done = await guarded(
    decideRow(tx, {
      ...{ ...decision, reason: decision.reason.trim(), token: caller.token ?? '' },
      ...{ journalId: context.ids.next('jnl'), at: context.clock.now() },
    }),
  );
  if (!done.ok && done.refusal.code === 'succession.above-limit' && above)
    return refuse({ ...done.refusal, figures: above });
  return done.ok ? ok({ approved: decision.approved, amountFen: done.value }) : done;
}

async function aboveLimit(
  tx: Tx,
  { clock }: Pick<SuccessionContext, 'clock'>,
  { caller, decision }: { readonly caller: Caller; readonly decision: EscheatDecision },
): Promise<Readonly<Record<string, string>> | null> {
  const on = shanghaiDate(clock.now());
  const asked = await amountAsked(tx, { ...decision, on });
  return asked ? limitFigures(tx, { ...asked, officerId: caller.id, on }) : null;
}

function textProblems(path: string, text: string, longest: number): readonly Problem[] {
  const fits = text.trim().length > 0 && text.trim().length <= longest;
  const detail = { zh: `请填写，不超过 ${longest} 个字`, en: `Fill this in, ${longest} characters at most` };
  return fits ? numberInText(path, text) : [{ path, detail }];
}
