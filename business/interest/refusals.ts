import { defineRefusals } from '#basics';

/** Why a year's interest is not credited or taken back. The database's guards raise most of these. */
export const interestRefusals = defineRefusals({
  'interest.year-not-over': {
    kind: 'unprocessable',
    text: {
      zh: '这一年还没有结束，不能结息。',
      en: 'That year is not over, so its interest cannot be credited.',
    },
    next: { zh: '从次年 1 月 1 日起再结息。', en: 'Run it from the 1st of January on.' },
  },
  'interest.year-credited': {
    kind: 'conflict',
    text: { zh: '这一年已经结息。', en: 'The interest of that year has been credited already.' },
    next: {
      zh: '查看那次结息；有错的，先冲回再重新结息。',
      en: 'Look at that run; where it is wrong, reverse it first and run it again.',
    },
  },
  'interest.year-before-open': {
    kind: 'unprocessable',
    text: { zh: '前面还有一年没有结息。', en: 'An earlier year has not been credited yet.' },
    next: { zh: '按年份顺序，先结前一年。', en: 'Credit the years in their order.' },
  },
  'interest.run-under-way': {
    kind: 'conflict',
    text: { zh: '有一次结息（或冲回）已经批准，还没有做完。', en: 'An approved run has not finished yet.' },
    next: {
      zh: '先把它做完：对那一年再执行一次结息命令，会从中断处继续。',
      en: 'Finish it first: run the command for its year again, and it goes on where it stood.',
    },
  },
  'interest.nothing-to-reverse': {
    kind: 'conflict',
    text: { zh: '这一年没有可以冲回的结息。', en: 'That year has no finished run that could be reversed.' },
    next: { zh: '查看结息记录。', en: 'Look at the list of runs.' },
  },
  'interest.later-year-stands': {
    kind: 'conflict',
    text: {
      zh: '后面的年份已经结息，不能单独冲回这一年。',
      en: 'A later year has been credited, so this one stays.',
    },
    next: { zh: '先冲回后面的年份。', en: 'Reverse the later years first.' },
  },
  'interest.no-such-run': {
    kind: 'not-found',
    text: { zh: '没有这次结息。', en: 'There is no such run.' },
    next: { zh: '从结息记录里重新打开。', en: 'Open it again from the list of runs.' },
  },
  'interest.decided': {
    kind: 'conflict',
    text: { zh: '这次结息已经复核过了。', en: 'This run has been decided already.' },
    next: { zh: '查看它的结果。', en: 'Look at what became of it.' },
  },
  'interest.same-officer': {
    kind: 'forbidden',
    text: {
      zh: '提出人不能批准自己提出的结息。',
      en: 'Whoever proposed a run cannot be the one who approves it.',
    },
    next: { zh: '请另一名财务人员批准。', en: 'Ask another finance officer.' },
  },
  'interest.totals-not-confirmed': {
    kind: 'conflict',
    text: {
      zh: '确认的数字摘要与提出时的不一致，或者利率已经变了。',
      en: 'The digest confirmed is not that of the totals proposed, or the rates have changed since.',
    },
    next: {
      zh: '重新查看控制合计；利率变了的，重新提出。',
      en: 'Read the totals again; where rates changed, propose anew.',
    },
  },
  'interest.rates-same': {
    kind: 'conflict',
    text: {
      zh: '数据库里的利率与法规数据一致，没有要改的。',
      en: 'The rates in force are those of the law’s data; there is nothing to change.',
    },
    next: { zh: '不用办理。', en: 'There is nothing to do.' },
  },
  'interest.nothing-to-explain': {
    kind: 'not-found',
    text: {
      zh: '这一年账户里没有计息的钱（或者账户后来已经结清）。',
      en: 'Nothing in this account bore interest in that year, or the account was settled since.',
    },
    next: {
      zh: '换一年，或查看账户明细。',
      en: 'Name another year, or look at the statement of the account.',
    },
  },
  'interest.reason-missing': {
    kind: 'bad-input',
    text: { zh: '退回时必须写明原因。', en: 'A rejection needs its reason.' },
    next: { zh: '写明哪里不对。', en: 'Say what is wrong.' },
  },
  'interest.not-approved': {
    kind: 'conflict',
    text: {
      zh: '这次结息还没有经另一名财务人员批准。',
      en: 'No other finance officer has approved this run.',
    },
    next: {
      zh: '请另一名财务人员核对合计后批准。',
      en: 'Another finance officer compares the totals and approves.',
    },
  },
});

export type InterestCode = keyof typeof interestRefusals;
