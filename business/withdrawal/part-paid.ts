import { type PlainDate, shanghaiDate, type Text } from '#basics';
import { waitingNames } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Apart } from './apart.ts';
import { type SharesRow, sharesRows } from './part-paid.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * Which of some cases have shares that are not all in one place, by the case's id: a case's state is that of the share that moved first.
 * What is only kept back is not among them.
 */
export async function partPaidAmong(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Apart>> {
  const rows = await sharesRows(reader, cases);
  return new Map(rows.flatMap((row) => (isApart(row) ? [[row.id, partPaidOf(row)] as const] : [])));
}

function isApart({ paid, atBank, due, lacking, held }: SharesRow): boolean {
  return atBank + due + lacking > 0 && paid + lacking + held > 0;
}

/** What is said of it: where the money is that moves, then what waits. */
export function partPaidOf({ paid, atBank, due, lacking, held, since }: Omit<SharesRow, 'id'>): Apart {
  const moving = atBank > 0 ? withBank : due === 0 ? null : paid > 0 ? restDue : toBePaid;
  const said = [moving ?? (paid > 0 ? partlyPaid : settled)];
  if (lacking > 0) said.push(lacksAccount);
  if (held > 0) said.push(isKept);
  const heldBy = atBank > 0 ? 'bank' : due > 0 ? 'agency' : 'applicant';
  const on = shanghaiDate(since);
  return {
    state: { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') },
    since: on,
    ...(heldBy === 'applicant'
      ? { heldBy, waitingName, asked, resting: { since: on, text: textOf(on) } }
      : { heldBy, waitingName: waitingNames[heldBy], asked: null, resting: null }),
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

function textOf(on: PlainDate): Text {
  return {
    zh: `自 ${on} 起等继承人填写收款账户，期间不计时限`,
    en: `since ${on} it waits for an heir’s account, and nobody’s days run`,
  };
}

function nameOf(state: string): Text {
  const name = withdrawalProcess.states[state]?.name;
  if (!name) throw new Error(`a withdrawal has no state ${state}`);
  return name;
}
