import type { Fact, FactValue } from '#engines/rules';
import type { Facts } from './facts.ts';

/** Every fact that a rule may look at, by name, in the order of the request's keys. */
export const facts = inOrder({
  nationality: {
    path: 'person.nationality',
    read: (f) => f.nationality,
    question: {
      zh: '国籍（或港澳台居民身份）是什么？',
      en: 'What is the nationality (or residence of Hong Kong, Macao or Taiwan)?',
    },
  },
  retiredOn: {
    path: 'person.retiredOn',
    read: (f) => f.retiredOn,
    question: { zh: '是否已经退休？哪一天退休的？', en: 'Retired already? On which day?' },
  },
  diedOn: {
    path: 'person.diedOn',
    read: (f) => f.diedOn,
    question: { zh: '参保人是否已经去世？哪一天？', en: 'Has the insured person died? On which day?' },
  },
  nationalityLostOn: {
    path: 'person.nationalityLostOn',
    read: (f) => f.nationalityLostOn,
    question: {
      zh: '是否已经丧失中国国籍？哪一天？',
      en: 'Has Chinese nationality been lost? On which day?',
    },
  },
  leftCountry: {
    path: 'person.leftCountry',
    read: (f) => f.leftCountry,
    question: {
      zh: '是否已经离境定居或回国？哪一天、去哪里、为什么？',
      en: 'Has the person left the country, to settle or to go home? On which day, and to where?',
    },
  },
  treatmentElsewhere: {
    path: 'person.treatmentElsewhere',
    read: (f) => f.treatmentElsewhere,
    question: {
      zh: '有没有办长期异地就医备案？',
      en: 'Is there a filing for long-term treatment elsewhere?',
    },
  },
  treatmentConfirmedOn: {
    path: 'person.treatmentElsewhere.confirmedOn',
    within: 'treatmentElsewhere',
    read: (f) => f.treatmentConfirmedOn,
    question: { zh: '异地就医备案哪一天确认的？', en: 'On which day was that filing confirmed?' },
  },
  relationship: {
    path: 'relationship',
    read: (f) => f.relationship,
    question: { zh: '在本市参保的情况怎样？', en: 'How does the insurance here stand?' },
  },
  relationshipStatus: {
    path: 'relationship.status',
    within: 'relationship',
    read: (f) => f.relationshipStatus,
    question: {
      zh: '医保现在是正常参保、停保、已转出还是已终止？',
      en: 'Is the insurance active, suspended, transferred or terminated?',
    },
  },
  onEmployerRoster: {
    path: 'relationship.onEmployerRoster',
    within: 'relationship',
    read: (f) => f.onEmployerRoster,
    question: { zh: '是否还在单位的参保名单上（没有减员）？', en: 'Still on an employer’s roster?' },
  },
  stoppedOn: {
    path: 'relationship.stoppedOn',
    within: 'relationship',
    read: (f) => f.stoppedOn,
    question: { zh: '哪一天停保的？', en: 'On which day was the insurance stopped?' },
  },
  paidMonths: {
    path: 'relationship.paidMonths',
    within: 'relationship',
    read: (f) => f.paidMonths,
    question: { zh: '在本市一共缴了多少个月？', en: 'How many months have been paid here?' },
  },
  account: {
    path: 'account',
    read: (f) => f.account,
    question: { zh: '有没有医保个人账户？', en: 'Is there a personal account?' },
  },
  accountExists: {
    path: 'account.exists',
    within: 'account',
    read: (f) => f.accountExists,
    question: { zh: '有没有医保个人账户？', en: 'Is there a personal account?' },
  },
  balanceFen: {
    path: 'account.balanceFen',
    within: 'account',
    read: (f) => f.balanceFen,
    question: { zh: '个人账户里还有多少钱？', en: 'How much is in the personal account?' },
  },
  transfer: {
    path: 'transfer',
    read: (f) => f.transfer,
    question: {
      zh: '要不要把医保转到别的城市？转到哪里？',
      en: 'Is the insurance to move to another place? To where?',
    },
  },
  transferAppliedOn: {
    path: 'transfer.appliedOn',
    within: 'transfer',
    read: (f) => f.transferAppliedOn,
    question: { zh: '哪一天申请的转移？', en: 'On which day was the transfer applied for?' },
  },
  transferBalance: {
    path: 'transfer.balance',
    within: 'transfer',
    read: (f) => f.transferBalance,
    question: {
      zh: '转入地有没有接收个人账户余额？',
      en: 'Has the receiving agency accepted the balance?',
    },
  },
  transferEvidenceOn: {
    path: 'transfer.evidenceOn',
    within: 'transfer',
    read: (f) => f.transferEvidenceOn,
    question: {
      zh: '转入地的书面答复（或催办记录）是哪一天的？',
      en: 'Of which day is the receiving agency’s written answer, or the record of our reminder?',
    },
  },
  succession: {
    path: 'succession',
    read: (f) => f.succession,
    question: { zh: '继承人确认了没有？', en: 'Has a successor been established?' },
  },
  successorEstablished: {
    path: 'succession.established',
    within: 'succession',
    read: (f) => f.successorEstablished,
    question: { zh: '继承人确认了没有？', en: 'Has a successor been established?' },
  },
  openClaims: {
    path: 'open.claims',
    read: (f) => f.openClaims,
    question: { zh: '有没有还没结清的医疗费报销？', en: 'Is a claim for medical costs still open?' },
  },
  openRecoveries: {
    path: 'open.recoveries',
    read: (f) => f.openRecoveries,
    question: { zh: '有没有多领了还没退回的钱？', en: 'Is an overpayment still to be paid back?' },
  },
  openInvestigation: {
    path: 'open.investigation',
    read: (f) => f.openInvestigation,
    question: { zh: '有没有正在进行的调查？', en: 'Is an investigation open?' },
  },
  competingCase: {
    path: 'open.competingCase',
    read: (f) => f.competingCase,
    question: {
      zh: '有没有别的申请正在处理同一个账户？',
      en: 'Is another application on the same account still open?',
    },
  },
});

/** The same facts as a list, in the order of the request's keys. */
export const factList: readonly Fact<Facts>[] = Object.values(facts);

interface Described {
  readonly path: string;
  /** Name of the object that holds it, where that may be null; it is listed before. */
  readonly within?: string;
  readonly read: (facts: Facts) => FactValue | undefined;
  readonly question: Fact<Facts>['question'];
}

function inOrder<Name extends string>(
  described: Readonly<Record<Name, Described>>,
): Readonly<Record<Name, Fact<Facts>>> {
  const made = new Map<string, Fact<Facts>>();
  for (const [name, { path, within, read, question }] of Object.entries<Described>(described)) {
    const object = within === undefined ? null : (made.get(within) ?? null);
    made.set(name, { path, order: made.size, within: object, question, read });
  }
  return Object.fromEntries(made) as Record<Name, Fact<Facts>>; // one entry was made for each name
}
