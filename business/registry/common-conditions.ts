import type { Text } from '#basics';
import { type Condition, test } from '#engines/rules';
import { insuranceStopped } from './circumstances.ts';
import { facts } from './fact-list.ts';
import type { Facts } from './facts.ts';

/** Nothing else is going on that the balance must wait for: the same for every ground and for the transfer. */
export const nothingOpen: readonly Condition<Facts>[] = [
  {
    id: 'no-open-claim',
    source: 'G5.1',
    text: { zh: '没有未结清的医疗费报销', en: 'No claim for medical costs is open' },
    met: nothing(facts.openClaims, (f) => f.openClaims, {
      zh: '没有未结清的医疗费报销',
      en: 'no claim for medical costs is open',
    }),
    remedy: {
      zh: '等正在办理的报销结清，或者先撤回报销申请，再来办理。',
      en: 'Wait until the open claim is settled, or withdraw it, and then come back.',
    },
  },
  {
    id: 'no-open-recovery',
    source: 'SIH-46',
    text: { zh: '没有多领了还没退回的钱', en: 'Nothing that was overpaid is still to be paid back' },
    met: nothing(facts.openRecoveries, (f) => f.openRecoveries, {
      zh: '没有多领了还没退回的钱',
      en: 'no overpayment is still to be paid back',
    }),
    remedy: {
      zh: '先把多领的钱退回，或者同意从个人账户余额里抵扣。',
      en: 'Pay the overpaid amount back first, or agree to have it taken from the account.',
    },
  },
  {
    id: 'no-open-investigation',
    source: 'FUND-30',
    text: { zh: '没有正在进行的医保基金调查', en: 'No investigation of the use of the fund is open' },
    met: nothing(facts.openInvestigation, (f) => f.openInvestigation, {
      zh: '没有正在进行的医保基金调查',
      en: 'no investigation is open',
    }),
    remedy: {
      zh: '等调查有了结论再办理；调查通知上写明了依据和联系人。',
      en: 'Wait for the investigation to end; its notice names the legal basis and whom to contact.',
    },
  },
  {
    id: 'no-competing-case',
    source: 'G0.5',
    text: {
      zh: '没有别的申请正在处理同一个账户',
      en: 'No other application on the same account is open',
    },
    met: nothing(facts.competingCase, (f) => f.competingCase, {
      zh: '没有别的申请正在处理同一个账户',
      en: 'no other application on the same account is open',
    }),
    remedy: {
      zh: '同一个账户一次只能办一件：等前一件办完，或者先撤回它。',
      en: 'One account, one application at a time: wait until the earlier one is finished, or withdraw it.',
    },
  },
];

/** Insurance stopped, as the clause of the option asks for it. */
export function insuranceStoppedBy(source: string): Condition<Facts> {
  return {
    id: 'insurance-stopped',
    source,
    text: { zh: '医保已经停保', en: 'The insurance here has been stopped' },
    met: insuranceStopped,
    remedy: {
      zh: '请先办理停保：在职的由单位办，没有单位的自己办。停保生效后就可以办理。',
      en: 'Have the insurance stopped first: the employer does it, or you yourself where there is no employer. Come back once it has taken effect.',
    },
  };
}

function nothing(
  fact: (typeof facts)[keyof typeof facts],
  read: (facts: Facts) => boolean | undefined,
  says: Text,
) {
  return test<Facts>({
    says,
    reads: [fact],
    truth(f) {
      const open = read(f);
      return open === undefined ? undefined : !open;
    },
  });
}
