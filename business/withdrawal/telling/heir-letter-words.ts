import type { Text } from '#basics';
import type { HeirFacts, ShareStanding } from './write-heir-letter.ts';

/** Whose share it is to whoever reads: a minor is written to through the guardian. */
function wordsFor({ guardian }: Pick<HeirFacts, 'guardian'>) {
  return guardian === null
    ? {
        zh: { heir: '您', kin: '您的亲人', whose: '您的', own: '您本人的' },
        en: {
          heir: 'you',
          was: 'were',
          kin: 'your relative',
          whose: 'your',
          yours: 'yours',
          own: 'your own',
        },
      }
    : {
        zh: { heir: '孩子', kin: '孩子的亲人', whose: '孩子的', own: '孩子的或者监护人的' },
        en: {
          ...{ heir: 'the child', was: 'was', kin: 'the child’s relative' },
          whose: 'the child’s',
          yours: 'the child’s',
          own: 'the child’s or the guardian’s',
        },
      };
}

/** How the letter to one heir begins, by where the share stands. */
export const heirOpenings: Readonly<Record<ShareStanding, (facts: HeirFacts) => Text>> = {
  'to-be-paid': (facts) => {
    const { zh, en } = wordsFor(facts);
    return {
      zh: `请节哀。${zh.kin}医保个人账户的余额，经审查并由另一名工作人员复核，已决定支付给继承人。${zh.whose}份额如下。`,
      en: `We are sorry for your loss. It was decided, and confirmed by a second officer, that the medical-insurance account of ${en.kin} is paid to the heirs. This is ${en.whose} share.`,
    };
  },
  'no-account': (facts) => {
    const { zh, en } = wordsFor(facts);
    return {
      zh: `请节哀。${zh.kin}医保个人账户的余额已决定支付给继承人。${zh.whose}份额如下；您还没有提供收款账户，这一份先留存，提供账户后支付。`,
      en: `We are sorry for your loss. It was decided that the medical-insurance account of ${en.kin} is paid to the heirs. This is ${en.whose} share; you have named no account yet, and it is kept until you do.`,
    };
  },
  // By whom is not told, and it may be whoever reads.
  held: (facts) => {
    const { zh, en } = wordsFor(facts);
    return {
      zh: `${zh.whose}份额有争议，这一份暂不支付，由本机构留存，不影响其他款项。`,
      en: `${upper(en.whose)} share is disputed. It is not paid for now and is kept by this agency; nothing else waits for it.`,
    };
  },
  paid: (facts) => {
    const { deceased, happenedOn } = facts;
    const { zh, en } = wordsFor(facts);
    return {
      zh: `去世的参保人${deceased.zh}的医保个人账户余额中，${zh.whose}一份已经付出，银行于 ${happenedOn ?? ''} 确认到账。`,
      en: `${upper(en.whose)} share of the balance that ${deceased.en} left in a medical-insurance account has been paid; the bank confirmed it on ${happenedOn ?? ''}.`,
    };
  },
  returned: (facts) => {
    const { deceased, reason } = facts;
    const { zh, en } = wordsFor(facts);
    return {
      zh: `去世的参保人${deceased.zh}的医保个人账户余额中，${zh.whose}一份已经付出，但被银行退回${reason === null ? '' : `（银行代码 ${reason}）`}。款项仍是${zh.whose}，由本机构留存，更正收款账户后再付。`,
      en: `${upper(en.whose)} share of the balance that ${deceased.en} left in a medical-insurance account was paid out, but the bank sent it back${reason === null ? '' : ` (code ${reason})`}. It is still ${en.yours}, is kept by this agency, and goes out again once the account is corrected.`,
    };
  },
  waived: (facts) => {
    const { happenedOn } = facts;
    const { zh, en } = wordsFor(facts);
    return {
      zh: `${zh.heir}已于 ${happenedOn ?? ''} 表示放弃继承。${zh.kin}医保个人账户的余额已作出支付决定，其中没有${zh.whose}份额。`,
      en: `${upper(en.heir)} waived the inheritance on ${happenedOn ?? ''}. It was decided how the medical-insurance account of ${en.kin} is paid; no share of it is ${en.yours}.`,
    };
  },
  disqualified: (facts) => {
    const { happenedOn } = facts;
    const { zh, en } = wordsFor(facts);
    return {
      zh: `根据收到的证明材料，${zh.heir}于 ${happenedOn ?? ''} 被登记为丧失继承权。${zh.kin}医保个人账户的余额已作出支付决定，其中没有${zh.whose}份额。`,
      en: `On the papers received ${en.heir} ${en.was} recorded on ${happenedOn ?? ''} as having lost the right to inherit. It was decided how the medical-insurance account of ${en.kin} is paid; no share of it is ${en.yours}.`,
    };
  },
  none: (facts) => {
    const { zh, en } = wordsFor(facts);
    return {
      zh: `${zh.kin}医保个人账户的余额已作出支付决定。按批准的分配，其中没有${zh.whose}份额。`,
      en: `It was decided how the medical-insurance account of ${en.kin} is paid. By the division that was approved no share of it is ${en.yours}.`,
    };
  },
  'own-account': (facts) => {
    const { zh, en } = wordsFor(facts);
    return {
      zh: `请节哀。${zh.kin}医保个人账户的余额，决定付到其本人仍可入账的银行账户；到账后作为其存款，由继承人凭继承材料向该银行领取，本机构不再分配。`,
      en: `We are sorry for your loss. It was decided to pay the medical-insurance account of ${en.kin} to their own bank account, which still takes money. There it is part of what they left: heirs draw it there with the proof of succession, and this agency divides nothing.`,
    };
  },
  'own-account-paid': (facts) => {
    const { happenedOn } = facts;
    const { zh, en } = wordsFor(facts);
    return {
      zh: `${zh.kin}医保个人账户的余额已付到其本人的银行账户，银行于 ${happenedOn ?? ''} 确认到账。请凭继承材料向该银行领取。`,
      en: `The medical-insurance account of ${en.kin} was paid to their own bank account; the bank confirmed it on ${happenedOn ?? ''}. You can draw it there with the proof of succession.`,
    };
  },
};

function upper(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const counts: Text = {
  zh: '金额计算到今天；结清之日为准，利息计算到结清当日。付款后另行通知您。',
  en: 'The amount is computed to today; interest runs on to the day of settlement, whose figure counts. We write to you again when it is paid.',
};
const cameTo: Text = {
  zh: '金额已经结清，不再变动。付款后另行通知您。',
  en: 'The amount is settled and changes no more. We write to you again when it is paid.',
};
/** How an heir names an account from the settlement on; between the approval and it nobody does. */
const ways: Text = {
  zh: '用本机构发给您的链接办（没有的，可以向我们要一个）；窗口按证件核对过您姓名的，也可以登录办；或者带证件到窗口办。',
  en: 'by the link that we gave you (ask us for one if you have none), signed in where a window has compared your name with your document, or at a window with that document',
};

/** Of a share that is kept back. */
function accountMeanwhile(provisional: boolean): Text {
  const when = provisional
    ? { zh: '余额结清以后就可以提供', en: 'once the balance is settled, you may do so' }
    : { zh: '现在就可以提供', en: 'you may do so now,' };
  return {
    zh: `您还没有提供收款账户，${when.zh}：${ways.zh}有争议的一份定下来以后，付到那里。`,
    en: `You have named no account yet: ${when.en} ${ways.en}. What turns out to be due is paid there.`,
  };
}

function accountToName(facts: HeirFacts): Text {
  const { zh, en } = wordsFor(facts);
  return facts.provisional
    ? {
        zh: `余额结清以后，请提供${zh.own}收款账户：${ways.zh}${counts.zh}`,
        en: `Once the balance is settled, name ${en.own} account ${ways.en}. ${counts.en}`,
      }
    : {
        zh: `请提供${zh.own}收款账户：${ways.zh}${cameTo.zh}`,
        en: `Name ${en.own} account ${ways.en}. ${cameTo.en}`,
      };
}

const ask: Text = {
  zh: '有不清楚的，请凭本告知书到窗口或来电询问。',
  en: 'If anything is unclear, ask at the window or by telephone with this letter.',
};

/** What comes next, or whom to ask. */
export const heirClosings: Readonly<Record<ShareStanding, (facts: HeirFacts) => Text>> = {
  'to-be-paid': ({ provisional }) => (provisional ? counts : cameTo),
  'no-account': accountToName,
  held: ({ account, provisional }) => ({
    zh: `继承人协商一致，或者人民法院作出裁判、调解书生效后，凭文书由两名工作人员复核，按其结果支付。在此之前这一份不会付给任何人。${account === null ? accountMeanwhile(provisional).zh : ''}`,
    en: `It is paid as the heirs agree, or as a people’s court decides or a settlement before it says, once two officers have checked the paper. Until then it is paid to nobody.${account === null ? ` ${accountMeanwhile(provisional).en}` : ''}`,
  }),
  paid: () => ({
    zh: '金额或账户有误的，请凭本告知书联系我们。不服份额的，按此前写给您的决定告知书中的办法办理。',
    en: 'If the amount or the account is not right, come to us with this letter. What you can do against the share itself stands in the letter that told you of the decision.',
  }),
  returned: (facts) => {
    const { zh, en } = wordsFor(facts);
    return {
      zh: `请换一个收款账户：${ways.zh}账户须是${zh.own}。`,
      en: `Name another account: ${ways.en}. It must be ${en.own}.`,
    };
  },
  waived: () => ask,
  disqualified: () => ask,
  none: () => ask,
  'own-account': () => ask,
  'own-account-paid': () => ask,
};
