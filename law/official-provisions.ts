import { type PlainDate, plainDate, type Text } from '#basics';
import type { Grade } from './grades.ts';
import type { Provision } from './provisions.ts';

const handlingRegulations: Text = {
  zh: '《社会保险经办条例》',
  en: 'Regulations on the Handling of Social Insurance',
};
const fundRegulations: Text = {
  zh: '《医疗保障基金使用监督管理条例》',
  en: 'Regulations on Supervising the Use of Medical Security Funds',
};
const insuranceLaw: Text = { zh: '《中华人民共和国社会保险法》', en: 'Social Insurance Law' };
const nationalityLaw: Text = { zh: '《中华人民共和国国籍法》', en: 'Nationality Law' };
const civilCode: Text = { zh: '《中华人民共和国民法典》', en: 'Civil Code' };
const transferMeasure: Text = {
  zh: '《基本医疗保险关系转移接续暂行办法》（医保办发〔2021〕43号）',
  en: 'Interim Measures on Transferring Basic Medical Insurance (Yibaobanfa [2021] 43)',
};
const guangdongGuides: Text = {
  zh: '广东省个人账户一次性支取办事指南',
  en: 'Guangdong service guides on paying out a personal account',
};

/** Laws, regulations and notices that findings and materials cite besides the guide. */
export const officialProvisions: readonly Provision[] = [
  provisionOf({
    id: 'SIL-27',
    instrument: insuranceLaw,
    article: 27,
    from: '2011-07-01',
    grade: 'A',
    reference: 'Text of 2018-12-29; first day in force from memory',
    zh: '达到法定退休年龄时累计缴费达到规定年限的，退休后不再缴纳职工医保费，照常享受待遇；年限不够的可以补缴到规定年限。',
    en: 'Who reaches retirement age with the required years paid keeps the benefits without paying on; who is short may pay up to those years.',
  }),
  provisionOf({
    id: 'SIH-10',
    instrument: handlingRegulations,
    article: 10,
    from: '2023-12-01',
    grade: 'A',
    reference: 'State Council, 2023-08-16; as summarised in our law notes',
    zh: '参保登记事项变更或者注销的，经办机构在 10 个工作日内办理。',
    en: 'Changes and cancellations of a registration are handled within 10 working days.',
  }),
  provisionOf({
    id: 'SIH-25',
    instrument: handlingRegulations,
    article: 25,
    from: '2023-12-01',
    grade: 'A',
    reference: 'State Council, 2023-08-16; as summarised in our law notes',
    zh: '参保人死亡等使待遇资格丧失的，应当在 20 个工作日内告知经办机构。',
    en: 'What ends an entitlement, such as a death, is to be reported to the agency within 20 working days.',
  }),
  provisionOf({
    id: 'SIH-31',
    instrument: handlingRegulations,
    article: 31,
    from: '2023-12-01',
    grade: 'A',
    reference: 'State Council, 2023-08-16',
    zh: '除身份证件外，没有法律、行政法规或者国务院决定作依据，经办机构不得要求提供其他证明材料。',
    en: 'Apart from identity documents, an agency may demand only papers that a law, a regulation or a State Council decision provides for.',
  }),
  provisionOf({
    id: 'SIH-46',
    instrument: handlingRegulations,
    article: 46,
    from: '2023-12-01',
    grade: 'A',
    reference: 'State Council, 2023-08-16',
    zh: '多领的待遇应当退回，可以分期退还，也可以从个人账户余额中抵扣；因此付出余额之前要先查清有没有应退款。',
    en: 'Overpaid benefits are paid back, in instalments or out of the personal account; what is still owed is therefore settled before the balance leaves.',
  }),
  provisionOf({
    id: 'FUND-17',
    instrument: fundRegulations,
    article: 17,
    from: '2021-05-01',
    grade: 'M',
    reference:
      'Content and first day in force from memory; that the article forbids double enjoyment is in our law notes',
    zh: '参保人员凭本人的医保凭证就医购药，不得交给他人使用，不得重复享受待遇。',
    en: 'The insured person uses their own credential, does not lend it to others, and does not enjoy a benefit twice.',
  }),
  provisionOf({
    id: 'FUND-30',
    instrument: fundRegulations,
    article: 30,
    from: '2021-05-01',
    grade: 'B',
    reference: 'Article number and content as summarised in our law notes; first day in force from memory',
    zh: '医保基金使用情况正在被调查的，参保人应当配合，调查期间可以暂停部分结算。',
    en: 'While the use of the fund is under investigation, the person has to cooperate, and settlement may be suspended in part.',
  }),
  provisionOf({
    id: 'FUND-41',
    instrument: fundRegulations,
    article: 41,
    from: '2021-05-01',
    grade: 'B',
    reference: 'Article number and content as summarised in our law notes; first day in force from memory',
    zh: '参保人违规使用医保基金的，责令退回，可以暂停联网结算 3 个月至 12 个月。',
    en: 'Whoever misuses the fund is ordered to pay back, and settlement online may be suspended for 3 to 12 months.',
  }),
  provisionOf({
    id: 'SI-88',
    instrument: { zh: '《中华人民共和国社会保险法》', en: 'Social Insurance Law' },
    article: 88,
    from: '2011-07-01',
    grade: 'A',
    reference: 'Text of 2018-12-29; first day in force from memory',
    zh: '以欺诈等手段骗取社会保险待遇的，责令退回，处骗取金额二倍以上五倍以下的罚款。',
    en: 'Benefits obtained by fraud are paid back, with a fine of two to five times the amount.',
  }),
  provisionOf({
    id: 'TRANSFER-2',
    instrument: transferMeasure,
    article: 2,
    from: '2021-12-01',
    grade: 'B',
    reference:
      'Notice of 2021-11-01; articles 1 to 3 as reproduced by third parties; first day in force from memory',
    zh: '转移的对象是职工医保参保人（不含退休人员）和居民医保参保人；转移包括记录、个人账户余额和待遇衔接。',
    en: 'It covers employees’ insurance participants other than retirees, and residents; records, the account’s balance and continuous benefits are transferred.',
  }),
  provisionOf({
    id: 'TRANSFER-FLOW',
    instrument: transferMeasure,
    article: { zh: '关于办理流程的规定', en: 'provisions on the flow' },
    from: '2021-12-01',
    grade: 'B',
    reference: 'The flow and its limits as quoted by local guides',
    zh: '参保人或单位申请；转出地 10 个工作日内完成转出并划转余额，转入地收到信息表后 5 个工作日内完成转入；在原参保地停保后才能转移。',
    en: 'The person or the employer applies; the sending agency completes the transfer and starts the money in 10 working days, the receiving agency in 5 from the information sheet; the insurance at the place of origin has been stopped.',
  }),
  provisionOf({
    id: 'LABOUR-50',
    instrument: { zh: '《中华人民共和国劳动合同法》', en: 'Labour Contract Law' },
    article: 50,
    from: '2008-01-01',
    grade: 'B',
    reference: 'As reproduced by several legal sites; first day in force from memory',
    zh: '单位与职工解除或者终止劳动合同时要开具证明，并在 15 日内办理社会保险关系的手续。',
    en: 'When an employment ends the employer issues a certificate of it, and within 15 days sees to the employee’s social insurance.',
  }),
  provisionOf({
    id: 'FILING-RULES',
    instrument: {
      zh: '《基本医疗保险跨省异地就医直接结算经办规程》（医保发〔2022〕22号）',
      en: 'Rules on Direct Settlement of Treatment in Other Provinces (Yibaofa [2022] 22)',
    },
    article: { zh: '关于备案材料的规定', en: 'provisions on papers for the filing' },
    from: null,
    grade: 'M',
    reference: 'From memory; a local guide (Zhongshan, grade C) names the same papers',
    zh: '长期在外地居住的人备案：安置退休人员用户口簿，长期居住人员用居住证，派驻人员用单位证明；也可以用个人承诺书代替。',
    en: 'For the filing, resettled retirees show the household booklet, long-term residents the residence permit, posted staff the employer’s letter; a written commitment may stand in for each.',
  }),
  provisionOf({
    id: 'EXIT-14',
    instrument: { zh: '《中华人民共和国出境入境管理法》', en: 'Exit and Entry Administration Law' },
    article: 14,
    from: '2013-07-01',
    grade: 'A',
    reference: 'Law of 2012-06-30',
    zh: '定居国外的中国公民在国内办理社会保险等事务，可以凭护照证明身份。',
    en: 'Chinese citizens settled abroad may prove who they are by passport when handling social insurance and the like.',
  }),
  provisionOf({
    id: 'EXIT-RULES-7',
    instrument: {
      zh: '《中华人民共和国公民出境入境管理法实施细则》（2011年文本）',
      en: 'Detailed Rules on Citizens’ Exit and Entry (text of 2011)',
    },
    article: 7,
    from: null,
    grade: 'A',
    reference: 'Text of 2011',
    zh: '定居国外的，应当到公安机关办理户口注销。',
    en: 'Whoever settles abroad cancels the household registration at the police station.',
  }),
  provisionOf({
    id: 'NATIONALITY-9',
    instrument: nationalityLaw,
    article: 9,
    from: '1980-09-10',
    grade: 'A',
    reference: 'Law of 1980-09-10',
    zh: '定居外国的中国公民，自愿加入或取得外国国籍的，即自动丧失中国国籍。',
    en: 'A Chinese citizen settled abroad who of their own will takes a foreign nationality loses the Chinese one automatically.',
  }),
  provisionOf({
    id: 'NATIONALITY-16',
    instrument: nationalityLaw,
    article: 16,
    from: '1980-09-10',
    grade: 'A',
    reference: 'Law of 1980-09-10',
    zh: '加入、退出和恢复中国国籍的申请由公安部审批，批准的发给证书。',
    en: 'The Ministry of Public Security decides applications to acquire, renounce or regain nationality, and issues the certificate.',
  }),
  provisionOf({
    id: 'FOREIGNERS-5',
    instrument: {
      zh: '《在中国境内就业的外国人参加社会保险暂行办法》',
      en: 'Interim Measures on Social Insurance of Foreigners Employed in China',
    },
    article: 5,
    from: '2011-10-15',
    grade: 'A',
    reference: 'Decree 16 of the Ministry of Human Resources and Social Security, bilingual text',
    zh: '外国人离境时个人账户予以保留；本人书面申请终止社会保险关系的，可以一次性领取个人账户余额。是否及于医保个人账户由各地掌握。',
    en: 'When a foreigner leaves, the account is kept, or paid out in one sum if the person asks in writing to end the relationship; whether this reaches the medical account is for each place to read.',
  }),
  provisionOf({
    id: 'CIVIL-1121',
    instrument: civilCode,
    article: 1121,
    from: '2021-01-01',
    grade: 'A',
    reference: 'Book VI',
    zh: '继承从被继承人死亡时开始。',
    en: 'Succession opens at death.',
  }),
  provisionOf({
    id: 'CIVIL-1123',
    instrument: civilCode,
    article: { zh: '第一千一百二十三条至第一千一百二十八条', en: 'articles 1123 to 1128' },
    from: '2021-01-01',
    grade: 'A',
    reference: 'Book VI',
    zh: '有遗嘱或遗赠扶养协议的按其办理，否则按法定顺序继承；第一顺序为配偶、子女、父母。',
    en: 'A will or an agreement on support comes first, otherwise the legal order; spouse, children and parents are first in line.',
  }),
  provisionOf({
    id: 'GD-GUIDE',
    instrument: guangdongGuides,
    article: { zh: '所列材料', en: 'listed papers' },
    from: null,
    grade: 'B',
    reference: 'Guides of the Guangdong type, and those of Leshan, Xi’an and Jiangyin, which agree',
    zh: '填写一次性支取申请表，出示身份证件（医保电子凭证、有效身份证件、社保卡任选其一），提供收款人的银行账户。',
    en: 'The application form, one identity document (electronic credential, identity document or social security card), and the payee’s bank account.',
  }),
  provisionOf({
    id: 'GD-GUIDE-RETIRED',
    instrument: guangdongGuides,
    article: { zh: '退休异地安置', en: 'retired and resettled elsewhere' },
    from: null,
    grade: 'B',
    reference:
      'Zhaoqing text of the Guangdong rule; a page about Shenzhen names the household booklet (grade D)',
    zh: '退休后异地安置的，以已办妥的异地就医备案为准，也可以用外地户口簿说明。',
    en: 'For retirees resettled elsewhere, the filing for treatment elsewhere counts; the household booklet of the other place shows it too.',
  }),
  provisionOf({
    id: 'GD-GUIDE-DEATH',
    instrument: {
      zh: '乐山、江阴、佛山等地个人账户继承办事指南',
      en: 'Service guides of Leshan, Jiangyin and Foshan on inherited accounts',
    },
    article: { zh: '所列材料', en: 'listed papers' },
    from: null,
    grade: 'B',
    reference: 'Guides of Leshan, Jiangyin and Foshan (2023-05)',
    zh: '数据共享查不到时才需要死亡证明，也可以用法院宣告死亡的判决或个人承诺书；继承关系用公证书，或者用承诺书加亲属关系证明。',
    en: 'A death certificate is asked only where shared data cannot confirm the death; a court declaration or a written commitment will do. Succession: a notarised certificate, or a commitment with proof of kinship.',
  }),
  provisionOf({
    id: 'SZ-GUIDE-ABROAD',
    instrument: { zh: '深圳市出境定居人员支取旧指南', en: 'Earlier Shenzhen guide on settling abroad' },
    article: { zh: '所列材料', en: 'listed papers' },
    from: null,
    grade: 'B',
    reference: 'The earlier guide as reproduced by a legal site; no current list was found',
    zh: '深圳户口注销证明或已注销的户口簿、境外定居证明、护照。',
    en: 'Certificate of cancelled Shenzhen household registration or the cancelled booklet, proof of settlement abroad, passport.',
  }),
];

interface Told {
  readonly id: string;
  readonly instrument: Text;
  readonly article: number | Text;
  readonly from: string | null;
  readonly grade: Grade;
  readonly reference: string;
  readonly zh: string;
  readonly en: string;
}

function provisionOf({ id, instrument, article, from, grade, reference, zh, en }: Told): Provision {
  const validFrom: PlainDate | null = from === null ? null : plainDate(from);
  const place = typeof article === 'number' ? { zh: `第 ${article} 条`, en: `article ${article}` } : article;
  return { id, instrument, article: place, validFrom, validTo: null, grade, reference, says: { zh, en } };
}
