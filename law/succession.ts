import { plainDate } from '#basics';
import type { DatedFigure } from './dated.ts';

/** Whether the account is paid after a death to the bank account of the person who died, while it is open, or to successors. */
export const paymentAfterDeath: DatedFigure<'own-account-first' | 'successors'> = {
  id: 'succession.payment-after-death',
  description: {
    zh: '参保人去世后，余额先付到其本人仍可入账的银行账户，还是直接付给继承人',
    en: 'After a death: paid to the person’s own bank account while it is open, or to the successors at once',
  },
  unit: 'own-account-first | successors',
  values: [
    {
      fromOn: null,
      value: 'own-account-first',
      grade: 'D',
      source:
        'Service guides on paying out after a death (own account first, else an heir’s); no instrument found',
    },
  ],
};

/** Up to this amount one heir may be paid on a written undertaking towards the other heirs. */
export const smallEstateFen: DatedFigure<number> = {
  id: 'succession.small-estate',
  description: {
    zh: '小额遗产：不超过这个金额的，一名继承人书面承诺即可代领全部',
    en: 'Small estate: up to this amount one heir is paid the whole on a written undertaking',
  },
  unit: 'fen',
  values: [
    {
      fromOn: plainDate('2021-02-01'),
      value: 1_000_000,
      grade: 'M',
      source:
        'By analogy with small bank deposits of the deceased (10,000 yuan, 2021); no rule of our own found',
    },
    {
      fromOn: plainDate('2024-06-01'),
      value: 5_000_000,
      grade: 'M',
      source:
        'By analogy with small bank deposits of the deceased (50,000 yuan, 2024); no rule of our own found',
    },
  ],
};

/** Where an account goes that nobody succeeds to. */
export const heirlessDestination: DatedFigure<'pool'> = {
  id: 'succession.heirless-destination',
  description: {
    zh: '无人继承又无人受遗赠的余额归到哪里',
    en: 'Where a balance goes that nobody succeeds to',
  },
  unit: 'account',
  values: [
    {
      fromOn: null,
      value: 'pool',
      grade: 'C',
      source:
        'Local texts on medical accounts (2011; Lanzhou 2013). The Civil Code, article 1160 (grade A), gives heirless estates to the State',
    },
  ],
};

/** How long the public notice stands before an account counts as heirless. */
export const heirlessNoticeDays: DatedFigure<number> = {
  id: 'succession.heirless-notice',
  description: {
    zh: '认定无人继承前的公告天数',
    en: 'Days for which a public notice stands before nobody counts as successor',
  },
  unit: 'days',
  values: [
    {
      fromOn: null,
      value: 365,
      grade: 'M',
      source:
        'Civil Procedure Law on ownerless property: a notice of one year; no rule on medical accounts found',
    },
  ],
};

export const successionFigures: readonly DatedFigure<string | number>[] = [
  paymentAfterDeath,
  smallEstateFen,
  heirlessDestination,
  heirlessNoticeDays,
];
