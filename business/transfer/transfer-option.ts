import {
  type Facts,
  facts,
  happened,
  hasNotDied,
  identityDocument,
  insuranceStoppedBy,
  legalBasis,
  nothingOpen,
  notRetired,
} from '#business/registry/public';
import { all, any, type Condition, defineOption, type MaterialRule, test } from '#engines/rules';
import { transferOutWorkingDays } from '#law';

const applied: Condition<Facts> = {
  id: 'applied',
  source: 'G0.1',
  text: { zh: '已经申请转移', en: 'The transfer has been applied for' },
  met: happened(facts.transferAppliedOn, {
    read: (f) => f.transferAppliedOn,
    says: { zh: '已经申请转移', en: 'the transfer has been applied for' },
  }),
  remedy: {
    zh: '请先提出转移申请：可以在线办，也可以在转出地或转入地的窗口办。',
    en: 'Apply for the transfer first: online, or at the window of either agency.',
  },
};

const notRetiredHere: Condition<Facts> = {
  id: 'not-retired-here',
  source: 'TRANSFER-2',
  text: {
    zh: '没有退休（退休人员的医保不转移）',
    en: 'Is not retired (a retired person’s cover does not move)',
  },
  met: notRetired,
  remedy: {
    zh: '退休后医保留在本市，不能转走。要长期在外地看病，可以办理长期异地就医备案。',
    en: 'After retirement the cover stays here. For long-term treatment in another place, file for treatment elsewhere instead.',
  },
};

const accountOrMonths: Condition<Facts> = {
  id: 'account-or-months',
  source: 'G0.2',
  text: { zh: '有个人账户或者缴费月数可以转移', en: 'There is an account or paid months to transfer' },
  met: any(
    test<Facts>({
      says: { zh: '有个人账户', en: 'a personal account exists' },
      reads: [facts.accountExists],
      truth: (f) => f.accountExists,
    }),
    test<Facts>({
      says: { zh: '缴费月数大于零', en: 'months have been paid' },
      reads: [facts.paidMonths],
      truth: (f) => (f.paidMonths === undefined ? undefined : f.paidMonths > 0),
    }),
  ),
  remedy: {
    zh: '本市没有可以转移的账户或缴费记录。如果您认为应当有，请申请核对参保记录。',
    en: 'There is neither an account nor a paid month here to transfer. If you think there should be, ask us to check the record.',
  },
};

const basis = ['TRANSFER-FLOW', 'G0.1'];

const transferForm: MaterialRule = {
  basis,
  material: {
    id: 'transfer-application',
    text: {
      zh: '基本医疗保险关系转移接续申请（可以在线填写）',
      en: 'Application for transferring basic medical insurance (can be filled in online)',
    },
    legalBasis: legalBasis(basis),
    alternatives: [
      {
        id: 'insurance-certificate',
        text: {
          zh: '参保凭证（交给转入地即可）',
          en: 'The insurance certificate, handed to the receiving agency',
        },
      },
    ],
  },
};

/** G0.1, G0.2: the relationship and the balance go to another region together. */
export const transferOption = defineOption<Facts>({
  action: 'transfer',
  ground: 'transfer',
  name: {
    zh: '把医保关系和个人账户转到新的参保地',
    en: 'transfer of the insurance and the account to another region',
  },
  trigger: all(
    hasNotDied,
    test<Facts>({
      says: { zh: '要转到另一个地区', en: 'there is a region to transfer to' },
      reads: [facts.transfer],
      truth: (f) => (f.transfer === undefined ? undefined : f.transfer === true),
    }),
    test<Facts>({
      says: {
        zh: '余额还在等转入地答复（或还没有问）',
        en: 'the balance is pending, or nothing has been asked yet',
      },
      reads: [facts.transferBalance],
      truth: (f) =>
        f.transferBalance === undefined
          ? undefined
          : f.transferBalance === null || f.transferBalance === 'pending',
    }),
  ),
  conditions: [applied, insuranceStoppedBy('TRANSFER-FLOW'), notRetiredHere, accountOrMonths, ...nothingOpen],
  materials: [identityDocument, transferForm],
  payee: null,
  relationship: 'ends',
  workingDays: latest(transferOutWorkingDays.values.map((one) => one.value)),
  clauses: ['G0.1', 'G0.2'],
});

function latest(values: readonly number[]): number {
  const last = values.at(-1);
  if (last === undefined) throw new Error('law holds no working days for a transfer');
  return last;
}
