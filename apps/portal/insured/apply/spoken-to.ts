import type { Text } from '#basics';
import { anotherThanYours } from '../../ui/payee-holder.ts';
import { type ActedFor, useActedFor } from '../../ui/person.tsx';

/** What these pages say to the insured themselves, and to whoever acts for one: nothing of the agent's own is asked or declared. */
export interface SpokenTo {
  readonly why: Text;
  readonly applying: Text;
  readonly whichSituation: Text;
  readonly situation: Text;
  readonly whoseAccount: Text;
  readonly decision: Text;
  readonly arrival: Text;
  readonly payeeName: Text;
  readonly anotherName: Text;
  readonly writtenDecision: Text;
  /** A ground by its id, where it is said otherwise than it is called. */
  readonly grounds: Readonly<Record<string, Text>>;
}

export function useSpokenTo(): SpokenTo {
  return spokenTo(useActedFor());
}

export function spokenTo(acted: ActedFor | null): SpokenTo {
  return acted === null ? toThemselves : toAgent;
}

const toThemselves: SpokenTo = {
  why: { zh: '您因为什么要把余额领出来？', en: 'Why do you want your balance paid out?' },
  applying: { zh: '申请把余额领出来', en: 'Apply for your balance to be paid out' },
  whichSituation: { zh: '哪种情况', en: 'Your situation' },
  situation: { zh: '情况', en: 'Your situation' },
  whoseAccount: {
    zh: '要领取的是自己的个人账户；办结前，账户里的钱先锁定，不能刷卡、也不能转移。',
    en: 'The account is your own. Until we decide, its balance is held: it cannot be spent or transferred.',
  },
  decision: {
    zh: '决定书会发给您，写明金额和依据；不同意可以提出异议。',
    en: 'You get the decision with the amount and its legal basis. You can object to it.',
  },
  arrival: {
    zh: '连本带息付到{bank} ••••\u00a0{tail}；到账后通知您。',
    en: 'With interest, to {bank} ••••\u00a0{tail}. You are told when it has arrived.',
  },
  payeeName: {
    zh: '必须是您本人的账户。已按登记的姓名填好',
    en: 'It has to be your own account. Filled in as we have your name',
  },
  anotherName: anotherThanYours,
  writtenDecision: {
    zh: '我们会给您一份书面决定，写明依据；不同意可以申请复议或起诉',
    en: 'You get a written decision with its legal basis, which you can have reviewed',
  },
  grounds: {
    'settled-abroad-before-retirement': { zh: '退休前到境外定居', en: 'I settled abroad before retirement' },
    'foreigner-returning-home': {
      zh: '我是外国人，退休前离境回国',
      en: 'I am a foreign national and went home before retirement',
    },
    'retired-left-country': { zh: '退休后离境定居或回国', en: 'I left the country in retirement' },
    'retired-treated-elsewhere': {
      zh: '退休后长期在外地住、在外地看病',
      en: 'I am retired, and live and am treated in another city',
    },
    'nationality-lost': { zh: '已经丧失中国国籍', en: 'I have lost Chinese nationality' },
    'balance-refused': {
      zh: '转移过，对方明确不收余额',
      en: 'I was transferred, and the other agency refused the balance',
    },
    'no-receiving-account': {
      zh: '转移过，对方一直没给收款账户',
      en: 'I was transferred, and the other agency never named an account',
    },
  },
};

const toAgent: SpokenTo = {
  why: {
    zh: '被代办人因为什么要把余额领出来？',
    en: 'Why does the person you act for want their balance paid out?',
  },
  applying: {
    zh: '替被代办人申请把余额领出来',
    en: 'Apply for the balance of the person you act for to be paid out',
  },
  whichSituation: { zh: '被代办人是哪种情况', en: 'Situation of the person you act for' },
  situation: { zh: '被代办人的情况', en: 'Situation of the person you act for' },
  whoseAccount: {
    zh: '要领取的是被代办人的个人账户，您受托代办；办结前，账户里的钱先锁定，不能刷卡、也不能转移。',
    en: 'The account belongs to the person you act for, who let you apply. Until we decide, its balance is held: it cannot be spent or transferred.',
  },
  decision: {
    zh: '决定书发给被代办人，写明金额和依据；被代办人不同意可以提出异议。',
    en: 'The person you act for gets the decision with the amount and its legal basis, and can object to it.',
  },
  arrival: {
    zh: '连本带息付到{bank} ••••\u00a0{tail}；到账后通知被代办人。',
    en: 'With interest, to {bank} ••••\u00a0{tail}. The person you act for is told when it has arrived.',
  },
  payeeName: {
    zh: '必须是被代办人本人的账户。已按登记的姓名填好',
    en: 'It has to be the own account of the person you act for. Filled in as we have their name',
  },
  anotherName: {
    zh: '户名不是被代办人的姓名。钱只能付到被代办人本人的账户：请换成其本人名下的账户，户名照银行登记的写',
    en: 'This is not the name of the person you act for as we have it. Only an account of their own can be paid to: name one, and write the name as the bank has it',
  },
  writtenDecision: {
    zh: '我们会给被代办人一份书面决定，写明依据；被代办人不同意可以申请复议或起诉',
    en: 'The person you act for gets a written decision with its legal basis, which they can have reviewed',
  },
  grounds: {
    'settled-abroad-before-retirement': { zh: '退休前到境外定居', en: 'Settled abroad before retirement' },
    'foreigner-returning-home': {
      zh: '外国人，退休前离境回国',
      en: 'A foreign national who went home before retirement',
    },
    'retired-left-country': { zh: '退休后离境定居或回国', en: 'Left the country in retirement' },
    'retired-treated-elsewhere': {
      zh: '退休后长期在外地住、在外地看病',
      en: 'Retired, and lives and is treated in another city',
    },
    'nationality-lost': { zh: '已经丧失中国国籍', en: 'Has lost Chinese nationality' },
    'balance-refused': {
      zh: '转移过，对方明确不收余额',
      en: 'Was transferred, and the other agency refused the balance',
    },
    'no-receiving-account': {
      zh: '转移过，对方一直没给收款账户',
      en: 'Was transferred, and the other agency never named an account',
    },
  },
};
