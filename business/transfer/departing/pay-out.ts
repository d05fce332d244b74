import { ok, type Refusal, type Result, type Text } from '#basics';
import { actionsOf, type CaseFile, systemActor } from '#engines/casework';
import { releaseHold } from '#engines/ledger';
import type { Reader, Tx } from '#platform/postgres';
import { closeByDeath } from '../close-by-death.ts';
import type { NotOpened, PaidOutGround, TransferContext, WithReason } from '../context.ts';
import { onTransfer } from '../on-transfer.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';

/**
 * Pays out what did not go: the withdrawal opens with the step that made it certain. Where it cannot open by itself the balance
 * stays held, a clerk has it as work with the reason, and the person is told; after a death it is free for the heirs instead.
 */
export async function payOut(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly ground: PaidOutGround },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, ground } = asked;
  const why = await context.whyNoWithdrawal(tx, { ownerId: file.ownerId, ground });
  if (why !== null) {
    const moved = await step(tx, {
      ...{ context, file, actor: systemActor, action: 'withdrawal-not-opened', data: { ground, why } },
    });
    return moved.ok && why === 'has-died' ? closeByDeath(tx, { context, file: moved.value }) : moved;
  }
  const opened = await context.openWithdrawal(tx, { parent: file, ground });
  return opened.ok ? ok(file) : opened;
}

/** What stood in the way is gone: a clerk opens the withdrawal of a balance that did not go. */
export function openWithdrawalByHand(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, by }) => {
    const stuck = await notPaidOut(tx, { context, file });
    const met = stuck?.why === null ? ['can-be-paid-out'] : [];
    const moved = await step(tx, { ...by, action: 'open-withdrawal', data: { reason }, met });
    if (!moved.ok || !stuck) return moved;
    const opened = await context.openWithdrawal(tx, { parent: moved.value, ground: stuck.ground });
    return opened.ok ? moved : opened;
  });
}

/** The balance stays where it is, for a reason that a clerk gives: the account is held no more, and can be applied for. */
export function leaveBalance(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, by }) => {
    const moved = await step(tx, { ...by, action: 'leave-balance', data: { reason } });
    if (!moved.ok) return moved;
    const freed = { ...placeOf(file), by: 'withdrawal-of-application', at: context.clock.now() } as const;
    const released = await releaseHold(tx, freed);
    return released.ok ? moved : released;
  });
}

/** Why a balance that did not go is not paid out, as it stands now. */
export interface NotPaidOut {
  readonly ground: PaidOutGround;
  /** Null where nothing stands in the way any more. */
  readonly why: NotOpened | null;
  readonly reason: Text;
  readonly remedy: Text;
}

/** Null of every case that is not about that. */
export async function notPaidOut(
  reader: Reader,
  { context, file }: { readonly context: TransferContext; readonly file: CaseFile },
): Promise<NotPaidOut | null> {
  if (file.state !== 'not-paid-out') return null;
  const told = (await actionsOf(reader, file)).findLast(({ action }) => action === 'withdrawal-not-opened');
  const ground: PaidOutGround =
    told?.data.ground === 'no-receiving-account' ? 'no-receiving-account' : 'balance-refused';
  const why = await context.whyNoWithdrawal(reader, { ownerId: file.ownerId, ground });
  return { ground, why, ...(why === null ? nothingInTheWay : inTheWay[why]) };
}

type Told = Pick<NotPaidOut, 'reason' | 'remedy'>;

const nothingInTheWay: Told = {
  reason: { zh: '现在可以开办支取', en: 'The withdrawal can be opened now.' },
  remedy: { zh: '请经办开办。', en: 'A clerk opens it.' },
};

const newRules: Text = {
  zh: '请管理员更新到含有这一情形的规则，再由经办开办；本地另有办法的，经办写明理由，余额留在账户。',
  en: 'An administrator installs rules that have it, then a clerk opens the withdrawal. Where the region has another way, a clerk says so and leaves the balance in the account.',
};

const inTheWay: Readonly<Record<NotOpened, Told>> = {
  'has-died': {
    reason: { zh: '本人已经去世。', en: 'The person has died.' },
    remedy: {
      zh: '由继承人申请；经办写明理由，余额留在账户。',
      en: 'The heirs apply for it; a clerk says so and leaves the balance in the account.',
    },
  },
  'no-rules': {
    reason: { zh: '今天没有生效的规则。', en: 'No rules are in force today.' },
    remedy: newRules,
  },
  'no-ground': {
    reason: {
      zh: '现行规则没有“转移不成、余额支取”这一情形。',
      en: 'The rules in force have no ground for paying out a balance that did not go.',
    },
    remedy: newRules,
  },
  'nothing-there': {
    reason: {
      zh: '账户已注销，或者没有余额。',
      en: 'The account is closed, or there is nothing in it.',
    },
    remedy: {
      zh: '核对账户明细；确实没有可支取的，经办写明理由结束。',
      en: 'Look at the account’s entries; where there is nothing to pay out, a clerk says so and ends it.',
    },
  },
};
