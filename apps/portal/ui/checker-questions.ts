import type { Text } from '#basics';

/** One answer that a question offers. */
export interface Choice {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  /** The same in a few words that stand without the question. */
  readonly short?: Text;
}

/** A page that asks one thing: by choices, or for a day. */
export interface Question {
  readonly id: QuestionId;
  readonly heading: Text;
  readonly help: Text | null;
  /** Null where a day is asked for. */
  readonly choices: readonly Choice[] | null;
}

/** As they stand in the page's address. */
export const questionIds = [
  'what',
  'heirs',
  'left',
  'retired',
  'retired-then',
  'filing',
  'answer',
  'insured',
  'roster',
] as const;
export type QuestionId = (typeof questionIds)[number];

const notSure: Choice = { id: 'unsure', label: { zh: '不清楚', en: 'I do not know' } };
const yesNo: readonly Choice[] = [
  { id: 'yes', label: { zh: '退休了', en: 'Yes' }, short: { zh: '退休了', en: 'I was retired' } },
  { id: 'no', label: { zh: '还没有', en: 'No' }, short: { zh: '还没有退休', en: 'I was not retired' } },
  { ...notSure, short: { zh: '不清楚是否退休', en: 'I do not know whether I was retired' } },
];
const pensionCounts: Text = {
  zh: '看有没有办理退休手续、开始领养老金，不看年龄。',
  en: 'What counts is whether the pension has been granted, not the age.',
};

const anyTime: Text = {
  zh: '选最接近的一项。选错了可以随时返回改。',
  en: 'Choose the nearest one. You can come back and change it at any time.',
};

/** Every question of the checker. Which of them are asked, and when, is decided by what the rules still hang on. */
export const questions: Readonly<Record<QuestionId, Question>> = {
  what: {
    id: 'what',
    heading: { zh: '您现在是哪种情况？', en: 'What is your situation?' },
    help: anyTime,
    choices: [
      {
        id: 'move',
        label: { zh: '换到别的城市工作或参保', en: 'I have moved to work or be insured in another city' },
        short: { zh: '换了城市', en: 'Moved' },
      },
      {
        id: 'settle',
        label: { zh: '到国外或境外定居', en: 'I have settled abroad' },
        short: { zh: '出境定居', en: 'Settled abroad' },
        hint: {
          zh: '包括去港澳台；退休前、退休后都选这项',
          en: 'Hong Kong, Macao and Taiwan too; before or after retirement',
        },
      },
      {
        id: 'return-home',
        label: { zh: '我是外国人，要回国了', en: 'I am a foreign national, and I am going home' },
        short: { zh: '离境回国', en: 'Gone home' },
      },
      {
        id: 'elsewhere',
        label: { zh: '退休后长期住在外地', en: 'I am retired and live in another city' },
        short: { zh: '退休住外地', en: 'Retired elsewhere' },
      },
      {
        id: 'death',
        label: { zh: '家人去世了', en: 'Somebody in my family has died' },
        short: { zh: '家人去世', en: 'A death' },
        hint: { zh: '办理逝者账户里的余额', en: 'This is about the balance in their account' },
      },
      {
        id: 'refused',
        label: { zh: '转移过，但对方没有收余额', en: 'I was transferred, but my balance was not taken' },
        short: { zh: '转移过', en: 'Transferred' },
        hint: {
          zh: '对方说不收，或者一直没给收款账户',
          en: 'They said no, or never named an account for it',
        },
      },
      {
        id: 'nationality',
        label: { zh: '我已经不是中国国籍', en: 'I am no longer a Chinese national' },
        short: { zh: '已丧失国籍', en: 'No longer national' },
      },
      {
        id: 'money',
        label: { zh: '都不是，就是想用这笔钱', en: 'None of these: I just want to use the money' },
        hint: {
          zh: '我们会告诉您不领出来也能怎么用',
          en: 'We tell you how it can be used without being paid out',
        },
      },
    ],
  },
  heirs: {
    id: 'heirs',
    heading: { zh: '由谁继承，已经有凭据了吗？', en: 'Is there a paper that says who inherits?' },
    help: {
      zh: '比如公证书、法院文书，或者全体继承人签的协议。没有也可以申请，办理中再确定。',
      en: 'A notary’s certificate, a court’s paper, or an agreement that all heirs signed. You can apply without one; it is settled on the way.',
    },
    choices: [
      { id: 'yes', label: { zh: '有', en: 'Yes' } },
      { id: 'no', label: { zh: '还没有', en: 'Not yet' } },
      notSure,
    ],
  },
  left: {
    id: 'left',
    heading: { zh: '哪一天离境？', en: 'On which day did you leave, or will you?' },
    help: {
      zh: '记不清就填大概的日子；还没走，填打算走的那天。',
      en: 'A day close to it will do. If you have not left yet, give the day on which you mean to.',
    },
    choices: null,
  },
  retired: {
    id: 'retired',
    heading: { zh: '已经办了退休吗？', en: 'Are you retired?' },
    help: pensionCounts,
    choices: yesNo,
  },
  'retired-then': {
    id: 'retired-then',
    heading: { zh: '离境那天，已经退休了吗？', en: 'On the day you left, were you retired?' },
    help: pensionCounts,
    choices: yesNo,
  },
  filing: {
    id: 'filing',
    heading: { zh: '办了长期异地就医备案吗？', en: 'Have you filed for long-term treatment elsewhere?' },
    help: {
      zh: '备案以后，在住的城市看病可以直接刷卡结算。',
      en: 'With the filing, care in the city where you live is settled by your card.',
    },
    choices: [
      { id: 'confirmed', label: { zh: '办了，已经确认', en: 'Yes, and it is confirmed' } },
      { id: 'waiting', label: { zh: '办了，还没确认', en: 'Yes, but it is not confirmed yet' } },
      { id: 'none', label: { zh: '没有办', en: 'No' } },
      notSure,
    ],
  },
  answer: {
    id: 'answer',
    heading: { zh: '对方医保是怎么答复的？', en: 'What did the other agency answer?' },
    help: {
      zh: '它们之间的书面往来我们有记录，您不用再去要证明。',
      en: 'We keep what agencies write to each other; you need not ask for a certificate.',
    },
    choices: [
      { id: 'refused', label: { zh: '明确说不收余额', en: 'That it does not take the balance' } },
      {
        id: 'no-account',
        label: { zh: '一直没给收款账户', en: 'It never named an account for it' },
      },
      { id: 'waiting', label: { zh: '还在等答复', en: 'No answer so far' } },
    ],
  },
  insured: {
    id: 'insured',
    heading: { zh: '您在{city}的医保，还在缴吗？', en: 'Is your insurance in {city} still being paid?' },
    help: null,
    choices: [
      { id: 'active', label: { zh: '还在缴', en: 'Yes' } },
      { id: 'stopped', label: { zh: '已经停保', en: 'No, it has been stopped' } },
      notSure,
    ],
  },
  roster: {
    id: 'roster',
    heading: { zh: '单位给您办减员了吗？', en: 'Has your employer taken you off its roster?' },
    help: {
      zh: '减员就是单位把您从参保名单上去掉。没有单位的，选第一项。',
      en: 'That is, off the list of people it insures. If you have no employer, choose the first.',
    },
    choices: [
      { id: 'removed', label: { zh: '办了，或者没有单位', en: 'Yes, or I have no employer' } },
      { id: 'still', label: { zh: '还没有', en: 'Not yet' } },
      notSure,
    ],
  },
};

/** From what was answered a condition was found to be met or not. */
export const answerBehind: Readonly<Record<string, readonly QuestionId[]>> = {
  'removed-by-employer': ['roster'],
  'insurance-stopped': ['insured'],
  'not-retired-here': ['retired'],
  'filing-confirmed': ['filing'],
  'successor-established': ['heirs'],
  'refusal-documented': ['answer'],
  'request-documented': ['answer'],
};
