import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '#apps/catalogue';
import { openApiDocument } from '#platform/http';
import { operations } from './operations.ts';

/** The OpenAPI document of the API as it is served and as docs/openapi.json keeps it. */
export function describeApi(): Readonly<Record<string, unknown>> {
  return openApiDocument(operations, {
    title: '随行 Suixing',
    version: releaseVersion(),
    description: [
      '医疗保险个人账户的转移与支取。金额以“分”为单位，用十进制字符串表示；日期为北京时间。',
      'How personal accounts of medical insurance are transferred and paid out. Money is a decimal string of fen; dates are those of Asia/Shanghai.',
      'Operations that change data take an `Idempotency-Key`: the same key and body get the same answer, the same key with another body gets 409.',
      'Every refusal is an RFC 9457 problem document with a stable `code`; `detail` and `next` say in Chinese and English what happened and what to do.',
    ].join('\n\n'),
    tags: {
      inquiry: { zh: '咨询与判断，无需登录', en: 'Inquiry and assessment, without a login' },
      access: {
        zh: '登录、退出、激活与找回，工作人员与接口密钥',
        en: 'Signing in and out, activation and recovery, officers, keys of integrators',
      },
      registry: { zh: '参保登记', en: 'The register of insured persons' },
      'card-payments': { zh: '药店和医院刷卡付款', en: 'Payments by card at pharmacies and hospitals' },
      card: { zh: '社保卡与医保电子凭证', en: 'Cards' },
      supervision: { zh: '立案核查与追回', en: 'Investigations and recovery orders' },
      corrections: { zh: '更正登记', en: 'Corrections of what is on record' },
      doubles: { zh: '重复档案与合并', en: 'Doubles and their merging' },
      imports: { zh: '导入文件', en: 'Files taken in' },
      'personal-account': { zh: '个人账户', en: 'Personal accounts' },
      interest: { zh: '年度结息', en: 'Yearly interest' },
      adjustment: { zh: '账务调整与应收回', en: 'Adjustments, and what people owe' },
      materials: { zh: '材料：上传、核对、承诺书', en: 'Papers: uploads, verdicts, commitments' },
      withdrawal: { zh: '支取', en: 'Withdrawals' },
      mandate: { zh: '委托代办', en: 'Mandates: who may act for whom' },
      tracking: { zh: '办理进度查询', en: 'Where a case is, without a login' },
      transfer: {
        zh: '转移接续：关系和余额转往其他机构，或者从其他机构转来',
        en: 'Transfers: a person’s insurance and balance go to another agency, or come from one',
      },
      'work-list': {
        zh: '待办清单，谁在办',
        en: 'What is to be done, and who has it in hand',
      },
      succession: {
        zh: '继承：继承人、份额与各自的表示',
        en: 'Succession: heirs, their shares, and what each says',
      },
      'life-events': {
        zh: '参保变动：减员、停保、异地就医备案、退休、去世',
        en: 'Life events: leaving an employer, stopping, treatment elsewhere, retirement, death',
      },
      letters: { zh: '信函', en: 'Letters' },
      webhooks: { zh: '向其他程序推送办理环节', en: 'Telling other programs of the steps of cases' },
      partners: { zh: '往来机构目录', en: 'The directory of agencies' },
      exchange: { zh: '与其他机构往来的报文', en: 'Messages between agencies' },
      notices: { zh: '通知', en: 'Notices to people' },
      'my-data': { zh: '本人的记录文件', en: 'Everything on record of oneself, as a file' },
      payments: { zh: '付款', en: 'Payments' },
      books: { zh: '基金账目', en: 'The books of the fund' },
      evidence: { zh: '封存与证明', en: 'Seals and proofs' },
      'access-log': { zh: '查阅记录', en: 'Who looked at whom' },
    },
    catalogue,
  });
}

function releaseVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // npm demands it
}
