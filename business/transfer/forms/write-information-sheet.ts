import { showYuan, type Text } from '#basics';
import type { FormContent, LetterContent } from '#business/letters';
import type { InformationSheet } from '../messages/information-sheet.ts';
import type { SheetPeriod } from '../messages/period.ts';
import { schemeNames } from '../messages/scheme.ts';
import {
  bareContent,
  bareForm,
  clausesOf,
  monthsText,
  personRows,
  placeName,
  row,
  same,
  section,
  yuan,
} from './parts.ts';

/**
 * 信息表: months by period and the account, sealed by the sending agency. `remark` says what becomes of an account that is there and
 * whose balance does not go.
 */
export function writeInformationSheet(
  sheet: InformationSheet,
  { remark }: { readonly remark: Text | null } = { remark: null },
): LetterContent {
  const { sending, receiving, revision, account } = sheet;
  return {
    ...bareContent,
    to: same(receiving.agency),
    opening: {
      zh: '下列参保人员在我地的基本医疗保险关系已终止，参保信息如下，请接续。',
      en: 'The relationship of the person below with us has ended. This is the record; please continue the insurance.',
    },
    amountFen: account?.balanceFen ?? null,
    clauses: clausesOf(['SIL-32', 'TRANSFER-FLOW']),
    closing: {
      zh: '请自收到之日起五个工作日内核对并录入；有疑问的，请逐项写明需要更正的内容。',
      en: 'Please check and record it within five working days of receipt; if something is not right, name each entry that is to be corrected.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, [
          ...personRows(sheet.person),
          row({ zh: '性别', en: 'Sex' }, sexNames[sheet.sex]),
          row({ zh: '险种', en: 'Scheme' }, schemeNames[sheet.scheme]),
        ]),
        section({ zh: '关系转移', en: 'Relationship' }, [
          row({ zh: '转出地', en: 'From' }, placeName(sending.region)),
          row({ zh: '转入地', en: 'To' }, placeName(receiving.region)),
          row({ zh: '首次参保年月', en: 'First insured' }, sheet.firstInsuredMonth),
          row({ zh: '停保日期', en: 'Stopped on' }, sheet.stoppedOn),
          row({ zh: '关系终止日期', en: 'Ended on' }, sheet.endedOn),
          row({ zh: '待遇享受截止', en: 'Last benefits' }, sheet.lastBenefitMonth ?? none),
        ]),
        section({ zh: '缴费月数', en: 'Months' }, [
          row({ zh: '实际缴费', en: 'Paid' }, monthsText(sheet.paidMonths)),
          row({ zh: '视同缴费', en: 'Deemed' }, monthsText(sheet.deemedMonths)),
          row({ zh: '累计', en: 'Together' }, monthsText(sheet.paidMonths + sheet.deemedMonths)),
          row({ zh: '中断', en: 'Interrupted' }, monthsText(sheet.interruptedMonths)),
        ]),
        section({ zh: '个人账户', en: 'Personal account' }, accountRows(sheet, remark)),
        section({ zh: '制表', en: 'Prepared' }, [
          row({ zh: '制表单位', en: 'By' }, sheet.preparedBy),
          row({ zh: '制表日期', en: 'On' }, sheet.preparedOn),
          row({ zh: '版次', en: 'Revision' }, revisionText(revision), true),
        ]),
      ],
      tables: sheet.periods.length === 0 ? [] : [periodTable(sheet.periods)],
      notes: [
        {
          zh: '月平均缴费基数一栏为“—”的，记录中没有基数，不影响月数。',
          en: 'A dash under the average base means that it is not on record; the months count all the same.',
        },
        {
          zh: '同一个月在两地都有记录的，转入地只计一次，参保人不因此损失月数。',
          en: 'A month that both places have on record counts once there; the person loses none by it.',
        },
      ],
    }),
  };
}

const none: Text = { zh: '无', en: 'none' };

const sexNames: Readonly<Record<InformationSheet['sex'], Text>> = {
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  unknown: { zh: '未登记', en: 'not on record' },
};

function accountRows({ account, revision }: InformationSheet, remark: Text | null) {
  if (account === null) {
    const why = remark ?? (revision === 1 ? noAccount : notListed);
    return [row({ zh: '个人账户', en: 'Account' }, why, true)];
  }
  return [
    row({ zh: '本金', en: 'Principal' }, yuan(account.principalFen)),
    row({ zh: '利息', en: 'Interest' }, yuan(account.interestFen)),
    row(
      { zh: '计算日期', en: 'Computed to' },
      {
        zh: `${account.computedOn}；划转时利息重新计算到结清当日，以基金划转通知为准`,
        en: `${account.computedOn}; interest is computed again to the day of settlement, and the remittance advice counts`,
      },
      true,
    ),
  ];
}

const noAccount: Text = { zh: '没有个人账户', en: 'There is none' };

/** The message of a correction does not tell an account that is not there from one whose balance does not go. */
const notListed: Text = {
  zh: '本版不列个人账户，没有余额划转',
  en: 'Not listed in this version: no balance is remitted',
};

function revisionText(revision: number): Text {
  if (revision === 1) return { zh: '第 1 版', en: '1 (the first)' };
  return { zh: `第 ${revision} 版，替代前一版`, en: `${revision}, in place of the one before` };
}

function periodTable(periods: readonly SheetPeriod[]): FormContent['tables'][number] {
  return {
    title: { zh: '缴费时段', en: 'Periods' },
    columns: [
      { zh: '起止年月', en: 'From and to' },
      { zh: '月数', en: 'Months' },
      { zh: '性质', en: 'Kind' },
      { zh: '月平均缴费基数（元）', en: 'Average base (yuan)' },
    ],
    rows: periods.map(({ from, to, months, basis, averageBaseFen }) => [
      same(`${from} – ${to}`),
      same(String(months)),
      basis === 'actual' ? { zh: '实际缴费', en: 'paid' } : { zh: '视同缴费', en: 'deemed' },
      same(averageBaseFen === null ? '—' : showYuan(BigInt(averageBaseFen))),
    ]),
  };
}
