import { provisionOf } from './provision-of.ts';
import type { Provision } from './provisions.ts';

/** What Chengdu decides by: Sichuan's rule, the State Council's principle, and what is assumed where neither says anything. */
export const sichuanProvisions: readonly Provision[] = [
  provisionOf({
    id: 'SC-2024',
    instrument: {
      zh: '四川省职工医保个人账户的规定（川医保规〔2024〕1号）',
      en: 'Sichuan’s rule on personal accounts of employees (Chuanyibaogui [2024] 1)',
    },
    article: { zh: '关于一次性支取的规定', en: 'provisions on payment in one sum' },
    from: null,
    grade: 'B',
    reference:
      'As a guide of Leshan gives it, 2024: settling abroad, giving up the employees’ insurance, death; at the window only',
    zh: '出国（境）定居、死亡等情形可以一次性支取个人账户；凭身份证件和申请表办理，死亡的由继承人凭材料办理。',
    en: 'The account is paid out in one sum on settling abroad, on death and the like, on an identity document and the form; after a death, to the successors with their papers.',
  }),
  provisionOf({
    id: 'GF-1998-44',
    instrument: {
      zh: '《国务院关于建立城镇职工基本医疗保险制度的决定》（国发〔1998〕44号）',
      en: 'State Council Decision on Basic Medical Insurance of Urban Employees (Guofa [1998] 44)',
    },
    article: {
      zh: '关于统筹基金和个人账户的规定',
      en: 'provisions on the pooled fund and personal accounts',
    },
    from: '1998-12-14',
    grade: 'B',
    reference: 'The principle as several agencies’ pages give it; first day in force from memory',
    zh: '建立统筹基金和个人账户；个人账户的本金和利息归个人所有，可以结转使用和继承，不得随意提取。',
    en: 'There are a pooled fund and personal accounts; principal and interest belong to the person, are carried forward and inherited, and are not taken out at will.',
  }),
  provisionOf({
    id: 'CD-ASSUMED',
    instrument: { zh: '本系统为成都暂定的规则', en: 'Provisional rules of this program for Chengdu' },
    article: { zh: '待核定', en: 'to be confirmed' },
    from: null,
    grade: 'M',
    reference:
      'Assumed, since no text of Chengdu or Sichuan was found; an administrator confirms or replaces it before use',
    zh: '没有找到成都规定的，暂按国家原则：个人账户随医保关系转移；转不过去的，或者外国人离境回国、丧失国籍的，可以一次性支取。',
    en: 'Where no rule of Chengdu was found, the national principle is used: the account goes with the insurance; where it cannot, or a foreigner goes home or nationality is lost, it may be paid out in one sum.',
  }),
];
