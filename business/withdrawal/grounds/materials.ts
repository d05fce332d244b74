import type { Text } from '#basics';
import { identityDocument, legalBasis } from '#business/registry/public';
import type { MaterialRule } from '#engines/rules';

/** The papers that withdrawals ask for, each with the provisions that allow asking for it. */

export const applicationForm = paper({
  id: 'application-form',
  basis: ['GD-GUIDE'],
  text: {
    zh: '《职工基本医疗保险个人账户一次性支取申请表》（可以在线填写）',
    en: 'Application form for paying out the personal account in one sum (can be filled in online)',
  },
});

export const payeeBankAccount = paper({
  id: 'payee-bank-account',
  basis: ['GD-GUIDE'],
  text: { zh: '收款人本人的银行账户', en: 'A bank account in the payee’s own name' },
  alternatives: [
    {
      id: 'social-security-card-account',
      text: {
        zh: '已开通金融功能的社会保障卡',
        en: 'A social security card with its bank account activated',
      },
    },
  ],
});

/** What every ground asks for. */
export const everyGround: readonly MaterialRule[] = [identityDocument, applicationForm, payeeBankAccount];

export const treatmentFiling = paper({
  id: 'treatment-elsewhere-filing',
  basis: ['G1', 'GD-GUIDE-RETIRED'],
  text: {
    zh: '长期异地就医备案记录（本系统已有的不用再交）',
    en: 'The record of the filing for long-term treatment elsewhere (not asked again where we hold it)',
  },
  alternatives: [
    {
      id: 'household-booklet-elsewhere',
      text: { zh: '异地户口簿', en: 'Household booklet of the other place' },
    },
  ],
});

export const settlementProof = paper({
  id: 'settlement-proof',
  basis: ['G0.4', 'EXIT-14', 'SZ-GUIDE-ABROAD'],
  text: { zh: '境外定居证明', en: 'Proof of settlement abroad' },
  alternatives: [
    {
      id: 'foreign-residence-permit',
      text: {
        zh: '境外长期或永久居留证件和护照',
        en: 'Long-term or permanent residence permit and passport',
      },
    },
    {
      id: 'hmt-resident-identity',
      text: { zh: '香港、澳门或台湾居民身份证件', en: 'Identity card of Hong Kong, Macao or Taiwan' },
    },
  ],
});

/** The guide lets a retired foreigner leave to return home too (G1); a passport shows that, no proof of settling is due. */
export const leavingProofInRetirement: MaterialRule = {
  basis: settlementProof.basis,
  material: {
    ...settlementProof.material,
    alternatives: [
      ...settlementProof.material.alternatives,
      {
        id: 'passport-of-home-country',
        text: {
          zh: '外国护照（外国人退休后回国的）',
          en: 'Foreign passport (for a foreigner who returns home in retirement)',
        },
      },
    ],
  },
};

export const householdCancellation = paper({
  id: 'household-cancellation',
  basis: ['EXIT-RULES-7', 'SZ-GUIDE-ABROAD'],
  text: {
    zh: '户口注销证明（原来没有本市户口的不用交）',
    en: 'Certificate of cancelled household registration (only for those who were registered here)',
  },
  alternatives: [
    { id: 'cancelled-booklet', text: { zh: '已注销的户口簿', en: 'The cancelled household booklet' } },
  ],
  onlyFor: { zh: '原来有本市户口的人', en: 'whoever was registered in a household here' },
});

export const foreignPassport = paper({
  id: 'foreign-passport',
  basis: ['SIH-31', 'G3'],
  text: { zh: '外国护照', en: 'Foreign passport' },
  alternatives: [
    {
      id: 'foreign-permanent-residence-card',
      text: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident identity card' },
    },
  ],
});

export const terminationRequest = paper({
  id: 'termination-request',
  basis: ['FOREIGNERS-5'],
  text: {
    zh: '终止社会保险关系的书面申请',
    en: 'Written request to terminate the social-insurance relationship',
  },
});

export const nationalityLossCertificate = paper({
  id: 'nationality-loss-certificate',
  basis: ['NATIONALITY-16', 'G0.4'],
  text: {
    zh: '丧失或退出中国国籍的证明',
    en: 'Certificate of the loss or renunciation of Chinese nationality',
  },
  alternatives: [
    {
      id: 'naturalisation-certificate',
      text: {
        zh: '取得外国国籍的证明和外国护照',
        en: 'Certificate of naturalisation abroad and the foreign passport',
      },
    },
  ],
});

export const deathProof = paper({
  id: 'death-proof',
  basis: ['CIVIL-1121', 'GD-GUIDE-DEATH'],
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

export const successionProof = paper({
  id: 'succession-proof',
  basis: ['G2', 'CIVIL-1123', 'GD-GUIDE-DEATH'],
  text: { zh: '继承公证书', en: 'Notarised certificate of succession' },
  alternatives: [
    {
      id: 'kinship-and-commitment',
      text: {
        zh: '亲属关系证明和继承人承诺书',
        en: 'Proof of kinship with the successors’ written commitment',
      },
    },
    { id: 'court-document', text: { zh: '法院的判决书或调解书', en: 'Court judgment or mediation record' } },
  ],
});

export const refusalStatement = paper({
  id: 'refusal-statement',
  basis: ['G4', 'G0.3'],
  text: {
    zh: '转入地经办机构不接收余额的书面说明（已在系统里的不用再交）',
    en: 'The receiving agency’s statement that it refuses the balance (not asked again where we hold it)',
  },
});

export const requestRecord = paper({
  id: 'receiving-account-request',
  basis: ['G4', 'G0.3'],
  text: {
    zh: '转入地没有提供收款账户的证明：没有账户信息的联系函和催办记录（已在系统里的不用再交）',
    en: 'Proof that no receiving account was given: the contact letter without one and the record of our reminder (not asked again where we hold it)',
  },
  alternatives: [
    {
      id: 'receiving-agency-certificate',
      text: { zh: '转入地经办机构出具的证明', en: 'A certificate from the receiving agency' },
    },
  ],
});

/** What a paper is called, whatever the ground it is asked for; its id where no rule of ours knows it. */
export function paperName(id: string): Text {
  const known = [
    ...[...everyGround, treatmentFiling, settlementProof, householdCancellation, foreignPassport],
    ...[terminationRequest, nationalityLossCertificate, deathProof, successionProof],
    ...[refusalStatement, requestRecord],
  ].map(({ material }) => material);
  return known.find((material) => material.id === id)?.text ?? { zh: id, en: id };
}

function paper(told: {
  readonly id: string;
  readonly basis: readonly string[];
  readonly text: Text;
  readonly alternatives?: readonly { readonly id: string; readonly text: Text }[];
  readonly onlyFor?: Text;
}): MaterialRule {
  const { id, basis, text, alternatives = [], onlyFor } = told;
  const material = { id, text, legalBasis: legalBasis(basis), alternatives };
  return { basis, material, ...(onlyFor ? { onlyFor } : {}) };
}
