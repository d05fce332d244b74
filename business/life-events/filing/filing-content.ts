import { z } from 'zod';
import { isPlainDate, type PlainDate, type Problem, type Text } from '#basics';
import { type TreatmentFiling, treatmentFiling } from '../statements.ts';

const part = (length: number) => z.string().max(length).default('');
/** A day as it is typed: three fields, each as it stands. */
const typed = z.strictObject({ year: part(8), month: part(4), day: part(4) });

/** A filing that is being written: whatever was said so far, also half of it. */
export const filingContent = z.strictObject({
  region: z.string().max(6).optional().describe('备案地，六位 / where the person lives, six digits'),
  group: z.string().max(40).optional().describe('哪种情形 / why they are there'),
  from: typed.optional(),
  to: typed.optional().describe('没有期限的不写 / left out where no end is fixed'),
});

export type FilingContent = z.output<typeof filingContent>;

/** What a draft comes to, or everything that it lacks at once. */
export function filingOf({
  region,
  group,
  from,
  to,
}: FilingContent): { readonly statement: TreatmentFiling } | { readonly problems: readonly Problem[] } {
  const [fromOn, toOn] = [dayOf(from), dayOf(to)];
  const openEnd = to === undefined || `${to.year}${to.month}${to.day}`.trim() === '';
  const said = {
    kind: 'treatment-filing',
    change: 'file',
    region,
    group,
    fromOn,
    toOn: openEnd ? null : toOn,
  };
  const read = treatmentFiling.safeParse(said);
  if (read.success) return { statement: read.data };
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')));
  const problems = fields.filter(({ path }) => wrong.has(path));
  return { problems: problems.length > 0 ? problems : fields };
}

const fields: readonly (Problem & { readonly detail: Text })[] = [
  { path: 'region', detail: { zh: '请选一个地方', en: 'Choose a place' } },
  { path: 'group', detail: { zh: '请选一种情形', en: 'Choose why you are there' } },
  { path: 'fromOn', detail: { zh: '请填从哪一天起', en: 'Enter from which day' } },
  { path: 'toOn', detail: { zh: '结束的日子要在开始之后', en: 'The last day comes after the first' } },
];

/** The day that was typed; null where there is no such day. Full-width figures count as what they are. */
function dayOf(day: FilingContent['from']): PlainDate | null {
  const [y = '', m = '', d = ''] = [day?.year, day?.month, day?.day].map((each) =>
    (each ?? '').normalize('NFKC').trim(),
  );
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}
