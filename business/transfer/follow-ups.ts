import { fen, type PlainDate, shanghaiDate, showYuan, type Text } from '#basics';
import { ordersOfCase } from '#business/payments';
import { type CaseFile, followersOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { TransferContext } from './context.ts';

/** A withdrawal that opened with it, and where that stands. */
export interface FollowUp {
  readonly number: string;
  readonly state: string;
  readonly stateName: Text;
  readonly what: Text;
  /** Whether only the person's word is missing: which account it goes to. */
  readonly unconfirmed: boolean;
  /** When the bank paid it, and how much; null until then. */
  readonly paid: { readonly on: PlainDate; readonly amountFen: string } | null;
}

export async function followUpsOf(
  reader: Reader,
  { context, file }: { readonly context: Pick<TransferContext, 'processes'>; readonly file: CaseFile },
): Promise<readonly FollowUp[]> {
  const told: FollowUp[] = [];
  for (const follower of await followersOf(reader, file)) {
    const orders = await ordersOfCase(reader, { owner: file.ownerId, caseId: follower.id });
    told.push(tellFollowUp(follower, { processes: context.processes, order: orders[0] ?? null }));
  }
  return told;
}

/** On which day the balance of a transfer that left it here was paid out by a case of its own; null while it was not, and of every other case. */
export async function paidOutOn(
  reader: Reader,
  asked: Parameters<typeof followUpsOf>[1],
): Promise<PlainDate | null> {
  const { process, state } = asked.file;
  if (process !== 'transfer-out' || !leftBalanceHere.has(state)) return null;
  return (await followUpsOf(reader, asked)).at(-1)?.paid?.on ?? null;
}

/** States in which a transfer away is over and its balance left to a case of its own. */
const leftBalanceHere: ReadonlySet<string> = new Set(['refused-balance', 'no-account']);

type Order = Pick<
  Awaited<ReturnType<typeof ordersOfCase>>[number],
  'amountFen' | 'standing' | 'result' | 'answeredAt'
>;

export function tellFollowUp(
  { number, process, state }: Pick<CaseFile, 'number' | 'process' | 'state'>,
  { processes, order }: Pick<TransferContext, 'processes'> & { readonly order: Order | null },
): FollowUp {
  const declared = processes[process]?.states[state];
  const stateName = declared?.name ?? { zh: state, en: state };
  const unconfirmed = state === 'awaiting-confirmation';
  const paid = order && paidOf(order);
  const what = paid
    ? paidWords(paid)
    : unconfirmed
      ? payeeWanted
      : declared?.final === true
        ? closedUnpaid(stateName)
        : declared?.heldBy === 'applicant'
          ? waitsForPerson(number, stateName)
          : underWay(stateName);
  return { number, state, stateName, what, unconfirmed, paid };
}

function paidOf({ amountFen, standing, result, answeredAt }: Order): FollowUp['paid'] {
  if (standing !== 'open' || result !== 'paid' || answeredAt === null) return null;
  return { on: shanghaiDate(answeredAt), amountFen: `${amountFen}` };
}

function paidWords({ on, amountFen }: NonNullable<FollowUp['paid']>): Text {
  const amount = showYuan(fen(BigInt(amountFen)));
  return {
    zh: `没有转走的余额已于 ${on} 付给本人，连同利息共 ${amount} 元，该办件已办结。`,
    en: `The balance that did not go was paid out on ${on}: ${amount} yuan with its interest. That case is closed.`,
  };
}

function closedUnpaid({ zh, en }: Text): Text {
  return {
    zh: `没有转走的余额由这个办件支取，该办件已办结（${zh}）。`,
    en: `This case was opened to pay out the balance that did not go; it is closed (${en}).`,
  };
}

function underWay({ zh, en }: Text): Text {
  return {
    zh: `没有转走的余额由这个办件一次性付给本人，正在办理（${zh}），现在不用再做什么。`,
    en: `This case pays out the balance that did not go; it is under way (${en}), and nothing need be done now.`,
  };
}

/** The bank sent it back, or a paper is asked for: it waits for whoever is to be paid. */
function waitsForPerson(number: string, { zh, en }: Text): Text {
  return {
    zh: `没有转走的余额由办件 ${number} 付给本人，现在等本人办理（${zh}）：要做什么，见该办件。`,
    en: `Case ${number} pays out the balance that did not go, and waits for the person (${en}): what to do stands in that case.`,
  };
}

const payeeWanted: Text = {
  zh: '没有转走的余额由这个办件一次性付给本人；确认收款账户即可，不用再交材料。',
  en: 'This case pays out the balance that did not go; confirm an account in your own name to pay to. No paper is needed.',
};
