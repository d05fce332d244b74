import { defineRefusals } from '#basics';

export const booksRefusals = defineRefusals({
  'books.no-account': {
    kind: 'not-found',
    text: { zh: '账目表里没有 {account} 这个账户。', en: 'The books have no account {account}.' },
    next: {
      zh: '先查看全部账户的余额，那里列有各账户的名称。',
      en: 'Look at the balances of all accounts first; they name every account.',
    },
  },
});

export type BooksCode = keyof typeof booksRefusals;
