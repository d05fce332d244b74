import { addMonths, type PlainDate, type Text } from '#basics';
import { noDay, type TypedDay } from './typed-day.ts';

/** What may be let to somebody besides looking: the procedures that an insured person begins themselves. */
export const procedures: readonly { readonly id: string; readonly name: Text }[] = [
  { id: 'withdrawal', name: { zh: '领取个人账户余额', en: 'Withdrawing the balance' } },
  { id: 'transfer-out', name: { zh: '转出到别的城市', en: 'Transfer to another city' } },
  { id: 'transfer-in', name: { zh: '从别的城市转入', en: 'Transfer from another city' } },
  { id: 'treatment-filing', name: { zh: '异地就医备案', en: 'Filing for treatment elsewhere' } },
  { id: 'insurance-stop', name: { zh: '停保', en: 'Stopping insurance' } },
  { id: 'retirement', name: { zh: '退休登记', en: 'Recording a retirement' } },
];

/** Looking at what is on record, the account and the cards. */
export const record = {
  id: 'record',
  name: { zh: '查看登记、账户和卡', en: 'Looking at the record, the account and the cards' },
} as const satisfies { readonly id: string; readonly name: Text };

/** Reporting staff who leave, which an employer lets its own people do. */
export const staffReports = {
  id: 'staff-reduction',
  name: { zh: '职工名单和减员申报', en: 'The roster, and reporting staff who leave' },
} as const satisfies { readonly id: string; readonly name: Text };

/** A mandate while it is being given; kept while the page is open and nowhere else. */
export interface MandateDraft {
  readonly agentName: string;
  /** Every case of the procedures ticked, or the number of one case. */
  readonly which: 'all' | string | null;
  readonly ticked: readonly string[];
  readonly until: 'month' | 'quarter' | 'year' | 'day' | null;
  readonly day: TypedDay;
}

export const emptyMandate: MandateDraft = { agentName: '', which: null, ticked: [], until: null, day: noDay };

export const spans = [
  { id: 'month', months: 1, name: { zh: '一个月', en: 'One month' } },
  { id: 'quarter', months: 3, name: { zh: '三个月', en: 'Three months' } },
  { id: 'year', months: 12, name: { zh: '一年', en: 'One year' } },
] as const satisfies readonly {
  readonly id: MandateDraft['until'];
  readonly months: number;
  readonly name: Text;
}[];

/** The last day of a span that begins today. */
export function lastDay(months: number, today: PlainDate): PlainDate {
  return addMonths(today, months);
}

/** What is let to somebody: of one case its procedure, else those ticked; looking where that was ticked. */
export function scopeOf(draft: MandateDraft, processOfCase: string | null): readonly string[] {
  const chosen = draft.which === 'all' || processOfCase === null ? draft.ticked : [processOfCase];
  const looks = draft.ticked.includes(record.id) ? [record.id] : [];
  return [...new Set([...chosen, ...looks])];
}
