import type { Text } from '#basics';
import type { ToldCondition } from '#engines/rules';
import { dayAnswered } from '../../ui/checker-answers.ts';
import { showDate } from '../../ui/dates.ts';
import type { Asked } from './request-of.ts';
import type { Verdict } from './verdict.ts';

/** One thing that has to be done before it is a yes. */
export interface Step {
  readonly id: string;
  readonly title: Text;
  readonly says: Text;
  /** What the employer can be sent as it stands. It reads Chinese, whoever sends it. */
  readonly message: Message | null;
}

/** Not `zh` and `en`, of which a page carries one: whoever reads English sends the Chinese. */
export interface Message {
  readonly toSend: string;
  readonly meaning: string;
}

export function stepsOf({ unmet }: Verdict, asked: Asked): readonly Step[] {
  return unmet.map((condition) => ({ ...stepOf(condition, asked), id: condition.id }));
}

function stepOf({ id, text, remedy }: ToldCondition, asked: Asked): Omit<Step, 'id'> {
  if (id === 'removed-by-employer')
    return { title: employerActs, says: onlyTheEmployer, message: messageOf(asked) };
  if (id === 'insurance-stopped')
    return { title: stopFirst, says: whoStops, message: employed(asked) ? messageOf(asked) : null };
  if (id === 'filing-confirmed' && asked.answers.filing === 'none')
    return { title: fileFirst, says: filedThenPaid, message: null };
  return { title: titles[id] ?? text, says: remedy ?? text, message: null };
}

// Whoever moves is employed, or not: they know. Whoever was removed, or has no employer, has nobody to ask.
function employed({ answers }: Asked): boolean {
  return answers.roster !== 'removed';
}

const employerActs: Text = { zh: '请单位办理减员、停保', en: 'Ask your employer to act' };
const onlyTheEmployer: Text = {
  zh: '只能由单位办，您不用跑。办好以后，您就符合条件了。',
  en: 'It has to take you off its roster and stop the insurance. Only the employer can do this; you need not go anywhere. Once it is done, you meet the conditions.',
};
const stopFirst: Text = { zh: '先停保', en: 'Have the insurance stopped' };
const whoStops: Text = {
  zh: '在职的由单位办，没有单位的自己办。停保生效以后，就可以办理。',
  en: 'Your employer does it, or you yourself where there is none. Once it has taken effect, you can go on.',
};
const fileFirst: Text = { zh: '先办长期异地就医备案', en: 'File for treatment elsewhere first' };
const filedThenPaid: Text = {
  zh: '备案确认以后，就可以领取。备案还有一个好处：在住的城市看病可以直接刷卡结算。',
  en: 'Once the filing is confirmed, it can be paid out. With it, care in the city where you live is settled by your card as well.',
};

const titles: Readonly<Record<string, Text>> = {
  'not-retired-here': { zh: '长期在外地，可以这样办', en: 'What there is instead' },
  'filing-confirmed': { zh: '等备案确认', en: 'Wait for the confirmation' },
  'successor-established': { zh: '先确认由谁继承', en: 'First settle who inherits' },
  'request-documented': { zh: '先由我们发函、催办', en: 'We write to them first' },
};

/** What the employer needs to know: that they left, or will, and what to do. */
function messageOf(asked: Asked): Message {
  return {
    toSend: `您好，${leftInChinese(asked)}。请为我办理医保减员、停保，办好后告诉我一声，谢谢。`,
    meaning: `${leftInEnglish(asked)}. Please take me off the roster and stop my medical insurance, and let me know when it is done. Thank you.`,
  };
}

function leftInChinese({ answers, today }: Asked): string {
  const day = dayAnswered(answers, 'left');
  if (day === null) return '我已经换到别的城市工作';
  const on = showDate(day, 'zh').replace(/（.*/, '');
  return `我${day > today ? '将' : '已'}于${on}${answers.what === 'settle' ? '到境外定居' : '离境回国'}`;
}

function leftInEnglish({ answers, today }: Asked): string {
  const day = dayAnswered(answers, 'left');
  if (day === null) return 'I have moved to work in another city';
  const on = showDate(day, 'en').replace(/^\w+ /, '');
  if (answers.what === 'settle') return `I ${day > today ? 'shall settle' : 'settled'} abroad on ${on}`;
  return `I ${day > today ? 'shall leave' : 'left'} for my home country on ${on}`;
}
