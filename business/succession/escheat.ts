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
import { heirlessDestination, heirlessNoticeDays, valueOn } from '#law';
import type { Tx } from '#platform/postgres';
import type { SuccessionContext } from './context.ts';
import { decideRow, proposeRow } from './escheat.store.ts';
import { guarded } from './guarded.ts';

/** That nobody succeeds, as a clerk says it: the public notice that called for successors, and why nobody counts. */
export interface EscheatWish {
  readonly noticeOn: PlainDate;
  readonly noticePaper: string;
  readonly reason: string;
}

/**
 * A clerk proposes that an account goes to the pooled fund because nobody succeeds to it. How long the notice must have stood
 * is the figure of the notice's day; it is asked for again when a second officer decides.
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
  const notice = valueOn(heirlessNoticeDays, wish.noticeOn);
  if (!notice || valueOn(heirlessDestination, shanghaiDate(at))?.value !== 'pool')
    return refuse({ code: 'succession.no-rule' });
  const escheatId = context.ids.next('esc');
  const row = { token: caller.token ?? '', personId, escheatId, noticeDays: notice.value, at };
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

/** Another officer decides; approved, the balance with its interest goes to the pooled fund and the account closes. */
export async function decideEscheat(
  tx: Tx,
  context: Pick<SuccessionContext, 'clock' | 'ids'>,
  { caller, decision }: { readonly caller: Caller; readonly decision: EscheatDecision },
): Promise<Result<{ readonly approved: boolean; readonly amountFen: Fen | null }, Refusal>> {
  const problems = textProblems('reason', decision.reason, 500);
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  const done = await guarded(
    decideRow(tx, {
      ...{ ...decision, reason: decision.reason.trim(), token: caller.token ?? '' },
      ...{ journalId: context.ids.next('jnl'), at: context.clock.now() },
    }),
  );
  return done.ok ? ok({ approved: decision.approved, amountFen: done.value }) : done;
}

function textProblems(path: string, text: string, longest: number): readonly Problem[] {
  const fits = text.trim().length > 0 && text.trim().length <= longest;
  const detail = { zh: `请填写，不超过 ${longest} 个字`, en: `Fill this in, ${longest} characters at most` };
  return fits ? numberInText(path, text) : [{ path, detail }];
}
