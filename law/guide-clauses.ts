import type { Text } from '#basics';
import type { Provision } from './provisions.ts';

const instrument: Text = {
  zh: '深圳市医疗保险转移与支取办事指引',
  en: 'Guide to the transfer and withdrawal of medical insurance in Shenzhen',
};

/** The guide that the default rule set implements, clause by clause, in our own words. */
export const guideClauses: readonly Provision[] = [
  clause('G0.1', {
    zh: '参保人申请后，深圳的医保经办机构按规定办理转移：深圳的基本医疗保险关系终止，并为其建立个人账户。',
    en: 'Once the insured person applies, the Shenzhen agency carries out the transfer: the relationship in Shenzhen ends, and a personal account is set up.',
  }),
  clause('G0.2', {
    zh: '原则上，人的医保关系转到哪里，个人账户就跟到哪里。',
    en: 'As a rule, the personal account goes where the insurance relationship goes.',
  }),
  clause('G0.3', {
    zh: '个人账户转不过去的，参保人可以凭转入地社保机构出具的证明，申请一次性取出余额。',
    en: 'Where the account cannot be transferred, the person may ask for its balance in one sum, with a certificate from the agency of the place moved to.',
  }),
  clause('G0.4', {
    zh: '出国（境）定居或者丧失中国国籍的参保人，可以申请一次性取出余额，同时终止本市的医保关系。',
    en: 'Someone who settles abroad or loses Chinese nationality may ask for the balance in one sum; the relationship in this city then ends.',
  }),
  clause('G0.5', {
    zh: '职工医保参保人的医保卡里有个人账户。参保期间，账户里的钱不能随意取出，也不能挪作他用；本金和利息可以结转，可以继承。',
    en: 'Employees’ insurance gives each person a personal account on the card. While insured, its money cannot be taken out at will or used for something else; principal and interest are carried forward and can be inherited.',
  }),
  clause('G1', {
    zh: '退休后办妥长期异地就医确认手续的，或者退休后出国（境）定居的，可以凭有关材料办理个人账户支取。',
    en: 'After retirement, a person confirmed for long-term medical treatment elsewhere, or who has left to settle abroad, may withdraw the account with the relevant papers.',
  }),
  clause('G2', {
    zh: '参保人去世后，继承人可以凭有关材料办理个人账户支取。',
    en: 'After the insured person has died, the successor may withdraw the account with the relevant papers.',
  }),
  clause('G3', {
    zh: '退休前出国（境）定居的参保人，或者退休前离境回国的外国人，先按规定办好减员和停保，再凭有关材料办理个人账户支取。',
    en: 'A person who settles abroad before retirement, or a foreigner who goes home before retirement, may withdraw the account with the relevant papers once the employer has removed them from the roster and the insurance has been stopped.',
  }),
  clause('G4', {
    zh: '跨地区流动就业人员转移医保关系时，个人账户余额原则上由两地经办机构划转。转入地明确表示不接收余额，或者不提供接收余额的账户信息的，可以凭有关材料办理支取。',
    en: 'When a person moving between regions transfers, the two agencies move the balance. If the receiving agency explicitly refuses it, or gives no account to receive it, the person may withdraw it with the relevant papers.',
  }),
  clause('G5.1', {
    zh: '基本医疗保险用来补偿劳动者因疾病造成的经济损失；基金由单位和个人缴费建立，参保人看病花费后由经办机构给予一定补偿。',
    en: 'Basic medical insurance compensates workers for what illness costs them: employers and individuals pay into a fund, and the agency pays part of the medical expenses.',
  }),
  clause('G5.2', {
    zh: '基本医疗保险汇聚单位、个人和政府的力量，让生病的人得到必要的帮助，减轻医疗费负担，避免因病致贫。',
    en: 'It brings together employers, members and the government, so that the sick get the help they need and are not made poor by illness.',
  }),
];

function clause(id: string, says: Text): Provision {
  return {
    id,
    instrument,
    article: { zh: `第 ${id} 条（本系统编号）`, en: `clause ${id} (our numbering)` },
    validFrom: null,
    validTo: null,
    grade: 'B',
    reference:
      'Published on a recruitment site under “social security inquiry – transfer and withdrawal of medical insurance in Shenzhen”',
    says,
  };
}
