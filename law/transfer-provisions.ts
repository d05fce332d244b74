import type { Text } from '#basics';
import { provisionOf } from './provision-of.ts';
import type { Provision } from './provisions.ts';

const transferMeasure: Text = {
  zh: '《基本医疗保险关系转移接续暂行办法》（医保办发〔2021〕43号）',
  en: 'Interim Measures on Transferring Basic Medical Insurance (Yibaobanfa [2021] 43)',
};
const insuranceLaw: Text = { zh: '《中华人民共和国社会保险法》', en: 'Social Insurance Law' };

/** What transfers between agencies rest on. */
export const transferProvisions: readonly Provision[] = [
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
    id: 'TRANSFER-CHECK',
    instrument: transferMeasure,
    article: { zh: '关于核对转移条件的规定', en: 'provisions on checking the conditions' },
    from: '2021-12-01',
    grade: 'B',
    reference: 'The flow as quoted by local guides; first day in force from memory',
    zh: '提出申请后，转出地和转入地核对转移条件；不符合的不予受理，并当场告知原因。',
    en: 'On the application both agencies check the conditions; where one is not met it is not taken up, and the reason is told at once.',
  }),
  provisionOf({
    id: 'TRANSFER-ARREARS',
    instrument: transferMeasure,
    article: { zh: '关于不予受理情形的规定', en: 'provisions on what is not taken up' },
    from: '2021-12-01',
    grade: 'M',
    reference:
      'From memory; a page on failed transfers (grade D) names arrears first, and the procedure of 2016 has them told',
    zh: '有欠费的，先补缴再转移。',
    en: 'Where contributions are owed, they are paid before the transfer.',
  }),
  provisionOf({
    id: 'TRANSFER-ONCE',
    instrument: transferMeasure,
    article: {
      zh: '关于不得重复参保、重复享受待遇的规定',
      en: 'provisions against double insurance and double benefits',
    },
    from: '2021-12-01',
    grade: 'B',
    reference:
      'Xinhua, 2021-11-29, and article 2 of the measure of 2009 that it follows; first day in force from memory',
    zh: '不得重复参保、重复享受待遇；各地缴费年限互认，同一个月只计算一次。',
    en: 'Nobody is insured or paid benefits twice; paid years are recognised everywhere, and a month is counted once.',
  }),
  provisionOf({
    id: 'TRANSFER-CONTINUITY',
    instrument: transferMeasure,
    article: { zh: '关于待遇衔接的规定', en: 'provisions on continuous benefits' },
    from: '2021-12-01',
    grade: 'B',
    reference: 'As summarised by Xinhua, 2021-11-29, and the notice by which Jiangsu passed it on',
    zh: '中断不超过 3 个月的，可以按转入地规定补缴，缴费当月起享受待遇，中断期间的待遇可以追溯；连续参保 2 年以上、因就业等在职工和居民医保之间切换的，同样办理；中断超过 3 个月的，转入地可以设置不超过 6 个月的待遇等待期。',
    en: 'A gap of up to 3 months may be paid up under the rules of the new place: benefits run from the month of payment and back over the gap. The same goes for 2 or more years of continuous cover and a switch between the schemes. After a longer gap there may be a waiting period of at most 6 months.',
  }),
  provisionOf({
    id: 'SZ-ARRIVAL-2025',
    instrument: {
      zh: '深圳市医疗保障局、财政局、税务局关于医疗保险关系转入的联合通知',
      en: 'Joint notice of Shenzhen’s medical-security, finance and tax bureaus on transfers in',
    },
    article: { zh: '关于年限合并和补缴的规定', en: 'provisions on merged years and making up' },
    from: '2025-12-10',
    grade: 'B',
    reference: 'As reported on 2025-12-10 by Eyeshenzhen; the first day in force is that of the report',
    zh: '其他城市的职工医保年限合并计算，同一个月不重复计算；中断不超过 3 个月（或者连续参保 2 年以上、因就业切换险种且中断不超过 3 个月）的可以补缴，待遇追溯；中断超过 3 个月的不能补缴，办好参保缴费的次月起享受待遇。',
    en: 'Years of other cities’ employee schemes are merged, no month twice. A gap of up to 3 months (or, after 2 years of continuous cover and a switch of schemes for employment, one of up to 3 months) may be made up, and benefits run back; a longer one may not, and benefits begin the month after enrolment and payment.',
  }),
  provisionOf({
    id: 'SIL-58',
    instrument: insuranceLaw,
    article: 58,
    from: '2011-07-01',
    grade: 'A',
    reference: 'Text of 2018-12-29; first day in force from memory',
    zh: '国家建立全国统一的个人社会保障号码，个人社会保障号码为公民身份号码。',
    en: 'The national social-security number is the citizen’s identity number.',
  }),
  provisionOf({
    id: 'SIL-32',
    instrument: insuranceLaw,
    article: 32,
    from: '2011-07-01',
    grade: 'A',
    reference: 'Text of 2018-12-29; first day in force from memory',
    zh: '个人跨统筹地区就业的，其基本医疗保险关系随本人转移，缴费年限累计计算。',
    en: 'Who takes up work in another region takes the basic medical insurance along, and paid years are added up.',
  }),
];
