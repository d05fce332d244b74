import { payeeProblems, readPayeeAccount } from '#business/payments/public';
import { accountInShort } from '../../ui/account-in-short.ts';
import type { TaskState } from '../../ui/task-list.tsx';
import type { Ground } from './assessed.ts';
import { type Content, type Paper, type PaperTask, paperTasks } from './drafted.ts';

/** How far an application is, and what is left before it can be handed in. */
export interface Ready {
  readonly papers: readonly PaperTask[];
  readonly payee: TaskState;
  /** The bank and the last four characters of the account; null while it is not whole. */
  readonly payeeTail: string | null;
  /** Whether somebody who was told what stands against it wants to apply all the same. */
  readonly before: 'done' | 'to-do';
  readonly left: number;
}

export function readyOf(of: {
  readonly content: Content;
  readonly papers: readonly Paper[];
  readonly ground: Pick<Ground, 'status'>;
  /** The account is in another's name, which is refused once it is handed in. */
  readonly another?: boolean;
}): Ready {
  const { content, ground, another = false } = of;
  const papers = paperTasks(content, of.papers);
  const payee = payeeState(content, another);
  const before = content.applyAnyway ? 'done' : 'to-do';
  const open = [
    ground.status === 'open' || before === 'done',
    ...papers.map(({ is }) => is !== 'to-do'),
    payee.is === 'done',
  ];
  return {
    ...{ papers, payee, before, left: open.filter((done) => !done).length },
    payeeTail: payee.is === 'done' ? tailOf(content) : null,
  };
}

function payeeState({ payee }: Content, another: boolean): TaskState {
  const account = payee ? readPayeeAccount(payee) : null;
  if (!account) return { is: 'to-do' };
  const wrong = new Set([
    ...payeeProblems(account).map(({ path }) => path),
    ...(another ? ['payee.name'] : []),
  ]);
  if (wrong.size === 0) return { is: 'done' };
  const parts = account.abroad ? 7 : 4;
  return { is: 'part', done: Math.max(0, parts - wrong.size), of: parts };
}

/** 中国工商银行 •••• 7719. */
export function tailOf({ payee }: Content): string {
  const { bankName = '', accountNumber = '' } = payee ?? {};
  return accountInShort({
    bankName: bankName ?? '',
    accountTail: (accountNumber ?? '').replaceAll(/[\s-]/g, '').slice(-4),
  });
}
