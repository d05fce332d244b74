import type { Text } from '#basics';
import {
  type Facts,
  facts,
  happened,
  insuranceStoppedBy,
  isForeigner,
  nothingOpen,
} from '#business/registry/public';
import { all, type Condition, test } from '#engines/rules';

const accountExists = test<Facts>({
  says: { zh: '有个人账户', en: 'a personal account exists' },
  reads: [facts.accountExists],
  truth: (f) => f.accountExists,
});

/** Common to every ground; they come after a ground's own conditions. */
export const commonConditions: readonly Condition<Facts>[] = [
  {
    id: 'account-exists',
    source: 'G0.5',
    text: { zh: '名下有医保个人账户', en: 'There is a personal account' },
    met: accountExists,
    remedy: {
      zh: '名下没有个人账户，所以没有钱可以取。只有参加职工医保一档的时期才有个人账户；如果您认为应当有，请申请核对参保记录。',
      en: 'There is no personal account, so there is nothing to pay out. Only tier 1 of employees’ insurance has one; if you think there should be one, ask us to check the record.',
    },
  },
  {
    id: 'balance-positive',
    source: 'G0.5',
    text: { zh: '个人账户里有余额', en: 'The account holds money' },
    met: all(
      accountExists,
      test<Facts>({
        says: { zh: '余额大于零', en: 'its balance is above zero' },
        reads: [facts.balanceFen],
        truth: (f) => (f.balanceFen === undefined ? undefined : f.balanceFen !== '0'),
      }),
    ),
    remedy: {
      zh: '账户里现在没有余额。以后如果有钱记入（例如补缴或利息），可以再来办理。',
      en: 'The account is empty now. Should money be credited later (a late contribution, interest), come back then.',
    },
  },
  ...nothingOpen,
];

/** G3: the employer's staff reduction (减员). */
export const removedByEmployer: Condition<Facts> = {
  id: 'removed-by-employer',
  source: 'G3',
  text: { zh: '单位已经办理减员', en: 'The employer has removed the person from its roster' },
  met: test<Facts>({
    says: { zh: '不在单位参保名单上', en: 'is not on an employer’s roster' },
    reads: [facts.onEmployerRoster],
    truth: (f) => (f.onEmployerRoster === undefined ? undefined : !f.onEmployerRoster),
  }),
  remedy: {
    zh: '请单位先办理减员（把您从参保名单中去掉），然后再来办理。',
    en: 'Ask the employer to remove you from its roster (staff reduction), and then come back.',
  },
};

/** G3: insurance stopped (停保). */
export const insuranceStopped = insuranceStoppedBy('G3');

export const mustBeForeigner: Condition<Facts> = {
  id: 'is-foreigner',
  source: 'G3',
  text: {
    zh: '是外国人（港澳台居民不算外国人）',
    en: 'Is a foreigner (residents of Hong Kong, Macao and Taiwan are not)',
  },
  met: isForeigner,
  remedy: {
    zh: '“回国”这一条只适用于外国人。如果是去境外（含港澳台）定居，请按“出境定居”申请。',
    en: 'Returning home is a ground for foreigners only. If you left to settle abroad, or in Hong Kong, Macao or Taiwan, apply as settled abroad.',
  },
};

/** G1: the filing counts from the day on which it was confirmed. */
export const filingConfirmed: Condition<Facts> = {
  id: 'filing-confirmed',
  source: 'G1',
  text: { zh: '长期异地就医备案已经确认', en: 'The filing for long-term treatment elsewhere is confirmed' },
  met: happened(facts.treatmentConfirmedOn, {
    read: (f) => f.treatmentConfirmedOn,
    says: { zh: '备案已经确认', en: 'the filing is confirmed' },
  }),
  remedy: {
    zh: '备案还没有确认。请等备案确认后再来办理；可以先查询备案进度。',
    en: 'The filing is not confirmed yet. Come back once it is; you can ask how far it has got.',
  },
};

/** G2: money goes to successors who are established. */
export const successorEstablished: Condition<Facts> = {
  id: 'successor-established',
  source: 'G2',
  text: { zh: '继承人已经确认', en: 'A successor has been established' },
  met: test<Facts>({
    says: { zh: '继承人已经确认', en: 'a successor has been established' },
    reads: [facts.successorEstablished],
    truth: (f) => f.successorEstablished,
  }),
  remedy: {
    zh: '请继承人带上与参保人的关系证明（公证书，或者亲属关系证明加承诺书）来登记，确认后就可以办理。',
    en: 'The successors register with proof of their right (a notarised certificate, or proof of kinship with a written commitment); after that the money can be paid.',
  },
};

/** The paper behind a failed balance transfer (G4) is on record. */
export function evidenceOnRecord(told: {
  readonly id: 'refusal-documented' | 'request-documented';
  readonly text: Text;
  readonly remedy: Text;
}): Condition<Facts> {
  return {
    ...told,
    source: 'G4',
    met: happened(facts.transferEvidenceOn, {
      read: (f) => f.transferEvidenceOn,
      says: { zh: '书面材料已经入档', en: 'the paper is on record' },
    }),
  };
}
