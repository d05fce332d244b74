import type { Text } from '#basics';
import { shareObjection } from '#business/withdrawal/public';

export const heirsTitle: Text = { zh: '亲人去世以后', en: 'After somebody has died' };

/** What proves it, whoever asks: what is asked for, and what will do instead. */
export const proofs: readonly { readonly what: Text; readonly how: Text }[] = [
  {
    what: { zh: '去世的事实', en: 'The death' },
    how: {
      zh: '死亡证明。我们已经登记的不用交。没有的，可以用法院宣告死亡的判决书，或者签一份承诺书。',
      en: 'The death certificate; not needed if the death is on our record. If you have none, a court’s declaration of death will do, or a written commitment.',
    },
  },
  {
    what: { zh: '您和逝者的关系', en: 'Proof that you are related' },
    how: {
      zh: '户口簿、结婚证、出生医学证明都可以，再加一份承诺书。有继承公证书、法院判决或调解书的，交那一份就行。',
      en: 'A household booklet, a marriage or birth certificate, with a written commitment. A notarised certificate of succession or a court’s paper takes their place.',
    },
  },
  {
    what: { zh: '您自己是谁', en: 'Who you are' },
    how: { zh: '您本人的身份证件。', en: 'Your own identity document.' },
  },
];

export const whoMayApply: readonly Text[] = [
  {
    zh: '配偶、子女、父母先继承，份额相等；尽了主要赡养义务的丧偶儿媳、女婿也在内。',
    en: 'Husband or wife, children and parents come first, in equal shares; so does a widowed child-in-law who gave the main support.',
  },
  {
    zh: '一个都没有的，由兄弟姐妹、祖父母、外祖父母继承。',
    en: 'If there are none of these, brothers, sisters and grandparents inherit.',
  },
  {
    zh: '子女先去世的，由孙辈代位，分他那一份。',
    en: 'If a child died first, that child’s own children share what their parent would have had.',
  },
  {
    zh: '遗嘱、遗赠或遗赠扶养协议另有安排的，按那份文件。',
    en: 'A will, a legacy or an agreement on support takes precedence.',
  },
];

export const disagreement: readonly Text[] = [
  {
    zh: '任何一位都可以提出异议，在自己的链接里点一下就行，不用律师。',
    en: 'Any heir may object, in their own link, with one tap and no lawyer.',
  },
  {
    zh: `${shareObjection.zh}。`,
    en: `This can be done ${shareObjection.en}.`,
  },
  {
    zh: '您的异议只暂停有争议的那一份，其他人照常领。',
    en: 'Only the share in dispute waits. The others are paid.',
  },
  {
    zh: '留下的那一份，你们商量好，或者有了法院文书，再按那个结果付。',
    en: 'What is kept back is paid once you have settled it among you, or a court has.',
  },
];
