import type { Text } from '#basics';
import { legalBasis } from '#business/registry/public';
import type { MaterialRule } from '#engines/rules';

/** The papers that events are proven by, each with the provisions that allow asking for it. */

export const employmentEnded = paper({
  id: 'employment-ended-certificate',
  basis: ['LABOUR-50'],
  text: { zh: '解除或者终止劳动合同的证明', en: 'Certificate that the employment ended' },
  alternatives: [
    {
      id: 'reduction-form',
      text: { zh: '单位盖章的减员申报表', en: 'The employer’s sealed list of staff who left' },
    },
  ],
});

export const residenceElsewhere = {
  'retired-resettled': paper({
    id: 'household-booklet-elsewhere',
    basis: ['FILING-RULES'],
    text: {
      zh: '居住地户口簿首页和本人页',
      en: 'Household booklet of the other place, first page and own page',
    },
    alternatives: commitment(),
  }),
  'long-term-resident': paper({
    id: 'residence-permit-elsewhere',
    basis: ['FILING-RULES'],
    text: { zh: '居住地的居住证', en: 'Residence permit of the other place' },
    alternatives: commitment(),
  }),
  'posted-by-employer': paper({
    id: 'posting-letter',
    basis: ['FILING-RULES'],
    text: { zh: '单位派驻证明', en: 'The employer’s letter about the posting' },
    alternatives: [
      { id: 'employment-contract', text: { zh: '劳动合同', en: 'Employment contract' } },
      ...commitment(),
    ],
  }),
} as const;

export const retirementApproval = paper({
  id: 'retirement-approval',
  basis: ['SIL-27'],
  text: { zh: '退休审批表', en: 'The approval of the retirement' },
  alternatives: [
    {
      id: 'pension-statement',
      text: { zh: '基本养老金核定表', en: 'The statement by which the pension was fixed' },
    },
  ],
});

export const proofOfDeath = paper({
  id: 'death-proof',
  basis: ['SIH-25', 'GD-GUIDE-DEATH'],
  text: {
    zh: '死亡证明（我们能通过数据共享核实的不用交）',
    en: 'Death certificate (not needed where shared data confirm the death)',
  },
  alternatives: [
    {
      id: 'court-declaration',
      text: { zh: '法院宣告死亡的判决书', en: 'Court judgment declaring the death' },
    },
    { id: 'death-commitment', text: { zh: '个人承诺书', en: 'Written commitment' } },
  ],
});

function commitment() {
  return [{ id: 'residence-commitment', text: { zh: '个人承诺书', en: 'Written commitment' } }];
}

function paper(told: {
  readonly id: string;
  readonly basis: readonly string[];
  readonly text: Text;
  readonly alternatives: readonly { readonly id: string; readonly text: Text }[];
}): MaterialRule {
  const { id, basis, text, alternatives } = told;
  return { basis, material: { id, text, legalBasis: legalBasis(basis), alternatives } };
}
