import type { Problem, Text } from '#basics';

/** What is wrong, a line: the field in words with the name under which it is typed; nothing before what names its paper itself. */
export function problemWords({ path, detail }: Problem, lang: 'zh' | 'en'): string {
  if (path === '' || saysItself.test(path)) return detail[lang];
  const name = fields[path.split('.').at(-1) ?? '']?.[lang];
  // Where the word is the field itself it is said once.
  return name && name !== path ? `${name}${around[lang](path)}${detail[lang]}` : `${path}: ${detail[lang]}`;
}

/** Findings: each is a sentence about the paper, the condition or the payee that it is of. */
const saysItself = /^(conditions|papers)\.|^(status|payee|succession)$/;

const around = { zh: (path: string) => `（${path}）：`, en: (path: string) => ` (${path}): ` } as const;

/** By the last part of its path, in the words of forms. */
const fields: Readonly<Record<string, Text>> = {
  kind: { zh: '类别', en: 'kind' },
  reason: { zh: '理由', en: 'reason' },
  note: { zh: '说明', en: 'note' },
  ground: { zh: '支取情形', en: 'ground' },
  paperReference: { zh: '材料编号', en: 'reference of the paper' },
  materialId: { zh: '材料', en: 'paper' },
  legalBasis: { zh: '法律依据', en: 'legal basis' },
  diedOn: { zh: '去世日期', en: 'day of death' },
  reporter: { zh: '报告人', en: 'who reports it' },
  retiredOn: { zh: '退休日期', en: 'day of retirement' },
  nationality: { zh: '国籍', en: 'nationality' },
  nationalityLostOn: { zh: '丧失国籍日期', en: 'day on which nationality was lost' },
  leftCountry: { zh: '离境', en: 'departure from the country' },
  confirmedOn: { zh: '备案日期', en: 'day of the filing' },
  group: { zh: '备案人员类别', en: 'group of the filing' },
  region: { zh: '地区', en: 'region' },
  fromOn: { zh: '开始日期', en: 'first day' },
  toOn: { zh: '结束日期', en: 'last day' },
  endOn: { zh: '取消备案日期', en: 'day on which the filing ends' },
  endedOn: { zh: '劳动关系结束日期', en: 'day on which the employment ended' },
  employerCreditCode: { zh: '单位统一社会信用代码', en: 'credit code of the employer' },
  reductionMonth: { zh: '减员月份', en: 'month of leaving the roster' },
  onEmployerRoster: { zh: '是否在册', en: 'on the roster' },
  stopOn: { zh: '停保日期', en: 'day of the stop' },
  stoppedOn: { zh: '停保日期', en: 'day of the stop' },
  since: { zh: '起始日期', en: 'since' },
  paidMonths: { zh: '缴费月数', en: 'months paid' },
  appliedOn: { zh: '申请日期', en: 'day of the application' },
  evidenceOn: { zh: '答复日期', en: 'day of the answer' },
  balance: { zh: '余额是否接收', en: 'answer about the balance' },
  balanceFen: { zh: '账户余额（分）', en: 'balance, in fen' },
  accountName: { zh: '户名', en: 'name of the account' },
  accountNumber: { zh: '账号', en: 'account number' },
  bankCode: { zh: '开户行代码', en: 'code of the bank' },
  name: { zh: '姓名', en: 'name' },
  bornOn: { zh: '出生日期', en: 'day of birth' },
  number: { zh: '号码', en: 'number' },
  email: { zh: '电子邮箱', en: 'e-mail' },
  phone: { zh: '电话', en: 'telephone' },
};
