import type { Text } from '#basics';
import type { ToldOption } from '#engines/rules';
import type { Verdict } from './verdict.ts';

/** A sentence with the figures that it is said with. */
export interface Said {
  readonly text: Text;
  readonly figures: Readonly<Record<string, string | number>>;
}

/** The heading of a result: the answer first. */
export function headingOf({ kind, option, unmet }: Verdict): Said {
  const moves = option?.action === 'transfer';
  const figures = { n: unmet.length };
  switch (kind) {
    case 'yes':
      return { text: moves ? mayMove : mayWithdraw, figures };
    case 'not-yet':
      return {
        text: unmet[0]?.id === 'successor-established' ? heirsFirst : notYet(moves, unmet.length),
        figures,
      };
    case 'cannot':
      return { text: moves ? cannotMove : cannotWithdraw, figures };
    case 'unclear':
      return { text: unclear, figures };
    case 'no-ground':
      return { text: noGround, figures };
  }
}

const mayWithdraw: Text = { zh: '可以领取', en: 'Yes, it can be paid out to you' };
const mayMove: Text = { zh: '可以转移', en: 'Yes, it can move with you' };
const cannotWithdraw: Text = { zh: '这样不能领取', en: 'It cannot be paid out this way' };
const cannotMove: Text = { zh: '这样不能转移', en: 'It cannot be moved this way' };
const unclear: Text = {
  zh: '要看您的记录，才能确定',
  en: 'We have to look at your record to tell',
};
const noGround: Text = {
  zh: '参保期间，这笔钱不能直接取出来',
  en: 'While you are insured, it cannot be taken out in cash',
};
const heirsFirst: Text = {
  zh: '先确认由谁继承，就可以领取',
  en: 'It is paid out once it is settled who inherits',
};

/** What a person can do all the same, where nothing that was told is a ground. */
export const usedInstead: Text = {
  zh: '但可以用来看病、买药：在定点医院、定点药店结算时，该您自己付的部分，可以从个人账户里付。',
  en: 'But you can use it for care and medicine: what you have to pay yourself at a listed hospital or pharmacy can be paid from the account.',
};

/** On what that rests. */
export const usedInsteadSource = 'OPINION-2021-14-ACCOUNT-USE';

/** Before anything else, to somebody whose relative has died. */
export const noHurry: Text = {
  zh: '这段时间不容易，可以慢慢来。',
  en: 'This is a hard time. There is no hurry.',
};

function notYet(moves: boolean, count: number): Text {
  if (count === 1)
    return moves
      ? { zh: '还不能转移，只差一步', en: 'Not yet. One step is missing' }
      : { zh: '还不能领取，只差一步', en: 'Not yet. One step is missing' };
  return moves
    ? { zh: '还不能转移，还差 {n} 步', en: 'Not yet. {n} steps are missing' }
    : { zh: '还不能领取，还差 {n} 步', en: 'Not yet. {n} steps are missing' };
}

/** What a "yes" rests on. For heirs it is checked with their papers, for everybody else as they begin. */
export function ifOurCheck(option: ToldOption | null): Text {
  return option?.ground === 'death'
    ? provided
    : { zh: `${provided.zh}${atOnce.zh}`, en: `${provided.en}${atOnce.en}` };
}

const provided: Text = {
  zh: '前提是我们核对后，账户在、有余额，并且没有未办结的事项。',
  en: 'Provided our check finds the account, money in it and nothing open.',
};
const atOnce: Text = { zh: '开始办理后马上核对。', en: ' It is checked as soon as you begin.' };

/** What the situation hangs on where it was not told. */
export const whetherRetired: Text = {
  zh: '离境那天是否已经退休',
  en: 'whether you were retired on the day you left',
};

/** What becomes of the insurance here. */
export function afterwards(option: ToldOption): Text {
  if (option.action === 'transfer')
    return {
      zh: '转出受理后，您在{city}的医保关系结束，余额连同记录一起转到新的城市。',
      en: 'Once the transfer is accepted, your cover in {city} ends; the balance goes with your record.',
    };
  if (option.relationship === 'continues')
    return { zh: '您在{city}的医保关系不变。', en: 'Your cover in {city} stays as it is.' };
  if (option.relationship === 'ends')
    return { zh: '您在{city}的医保关系结束。', en: 'Your cover in {city} ends.' };
  return { zh: '医保关系已经转走，不受影响。', en: 'Your cover has moved already; nothing changes.' };
}
