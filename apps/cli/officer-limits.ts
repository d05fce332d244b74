import { ok, refuse, showYuan, yuanToFen } from '#basics';
import { askOfficerLimit, decideOfficerLimit, limitRows, type OfficerLimit } from '#business/access';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { Desk } from './shell.ts';

/** `suixing officer limit-ask LOGIN YUAN --reason TEXT`: a reviewer may approve up to another amount, once a second agrees. */
export async function askLimitOnCli(
  frame: Frame,
  asked: Desk & { readonly officer: string; readonly yuan: string; readonly reason: string },
): Promise<ExitCode> {
  const { agency, caller, officer, yuan, reason } = asked;
  const amountFen = yuanToFen(yuan);
  if (amountFen === null)
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: 'yuan' } }), () => '');
  const done = await inTransaction(agency.database, (tx) =>
    askOfficerLimit(tx, { context: agency, caller, officer, amountFen, reason }),
  );
  return conclude(frame, done, ({ limitId }) =>
    say(frame, {
      zh: `已申请：${limitId}。请另一位管理员运行 suixing officer limit-decide ${limitId} agree`,
      en: `Asked: ${limitId}. Another administrator runs: suixing officer limit-decide ${limitId} agree`,
    }),
  );
}

/** `suixing officer limit-decide ID agree|refuse`. */
export async function decideLimitOnCli(
  frame: Frame,
  { agency, caller, limitId, agreed }: Desk & { readonly limitId: string; readonly agreed: boolean },
): Promise<ExitCode> {
  const done = await inTransaction(agency.database, (tx) =>
    decideOfficerLimit(tx, { caller, limitId, agreed }),
  );
  return conclude(frame, done, () =>
    agreed ? say(frame, { zh: '已生效。', en: 'It counts from now on.' }) : say(frame, refusedWords),
  );
}

const refusedWords = { zh: '已记录：不同意。', en: 'Noted: not agreed to.' };

/** `suixing officer limits`: what was asked for, the latest first. */
export async function listLimitsOnCli(frame: Frame, { agency }: Pick<Desk, 'agency'>): Promise<ExitCode> {
  const items = await limitRows(agency.database, { after: null, limit: 100 });
  return conclude(frame, ok({ items }), () =>
    items.length === 0
      ? say(frame, { zh: '没有单独设定的额度', en: 'no limits of their own' })
      : items.map((each) => lineOf(frame, each)).join('\n'),
  );
}

function lineOf(frame: Frame, { id, loginName, amountFen, agreed, reason }: OfficerLimit): string {
  const stands = { zh: agreed ? '已同意' : '未同意', en: agreed ? 'agreed' : 'not agreed' };
  const waits = { zh: '待定', en: 'waiting' };
  return [id, loginName, showYuan(amountFen), say(frame, agreed === null ? waits : stands), reason].join(
    '  ',
  );
}
