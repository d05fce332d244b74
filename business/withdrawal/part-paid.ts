import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { Reader } from '#platform/postgres';
import { type SharesRow, sharesRows } from './part-paid.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** A case whose shares are not all in one place, told by where they are: its state is that of the first that moved. */
export interface PartPaid {
  /** Where it stands, instead of the state's name. */
  readonly state: Text;
  /** The heirs who are to name an account stand in for the applicant, as where the bank sent a share back. */
  readonly heldBy: 'bank' | 'agency' | 'applicant';
  readonly since: PlainDate;
  /** Who is to do what, where it is one of the heirs; null where it is the bank, or the agency. */
  readonly heirs: { readonly waitingName: Text; readonly asked: Text } | null;
}

/** Which of some cases are paid in part, or wait for one heir's account, by the case's id. What is only kept back is not among them. */
export async function partPaidAmong(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, PartPaid>> {
  if (cases.length === 0) return new Map();
  const rows = await sharesRows(reader, cases);
  return new Map(rows.flatMap((row) => (isApart(row) ? [[row.id, partPaidOf(row)] as const] : [])));
}

function isApart({ paid, atBank, due, lacking, held }: SharesRow): boolean {
  return atBank + due + lacking > 0 && paid + lacking + held > 0;
}

/** What is said of it: where the money is that moves, then what waits. */
export function partPaidOf({ paid, atBank, due, lacking, held, since }: Omit<SharesRow, 'id'>): PartPaid {
  const moving = atBank > 0 ? withBank : due === 0 ? null : paid > 0 ? restDue : toBePaid;
  const said = [moving ?? (paid > 0 ? partlyPaid : settled)];
  if (lacking > 0) said.push(lacksAccount);
  if (held > 0) said.push(isKept);
  return {
    state: { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') },
    heldBy: atBank > 0 ? 'bank' : due > 0 ? 'agency' : 'applicant',
    since: shanghaiDate(since),
    heirs: moving === null ? { waitingName, asked } : null,
  };
}

const withBank = nameOf('paying');
const toBePaid = nameOf('settled');
const restDue: Text = { zh: '部分份额已付，还有份额待付款', en: 'Partly paid, other shares to be paid' };
const partlyPaid: Text = { zh: '部分份额已付', en: 'Partly paid' };
const settled: Text = { zh: '已结清', en: 'Settled' };
const lacksAccount: Text = { zh: '有份额等待收款账户', en: 'a share waits for an account' };
const isKept: Text = { zh: '有份额因异议留存', en: 'a share is kept back because of an objection' };

const waitingName: Text = { zh: '还没有收款账户的继承人', en: 'the heir whose share has no account' };
const asked: Text = {
  zh: '有一位继承人的份额还没有收款账户：请这位继承人填写：可以登录办、用收到的链接办，也可以带证件到窗口办。别的份额不受影响。',
  en: 'A share has no account to go to. Please let the heir whose share it is name one: signed in, by the link they received, or at a window with their identity card. The other shares are not affected.',
};

function nameOf(state: string): Text {
  const name = withdrawalProcess.states[state]?.name;
  if (!name) throw new Error(`a withdrawal has no state ${state}`);
  return name;
}
