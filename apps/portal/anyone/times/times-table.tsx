import type { GroupTimes } from '#business/transfer/public';
import { useSay } from '../../ui/language.tsx';
import type { ShownRow } from './shown-times.ts';

/** The figures of the picture, working days and calendar days, and with whom the days lay. */
export function TimesTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly ShownRow[];
}) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than a phone is moved by keyboard too
    <section className="wide-table" aria-label={caption} tabIndex={0}>
      <table className="times-table">
        <caption>
          {say({ zh: '工作日（括号里是连周末在内的天数）', en: 'Working days (all days in brackets)' })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '对方地区', en: 'Place' })}</th>
            <th scope="col" className="num">
              {say({ zh: '至少几件', en: 'At least' })}
            </th>
            <th scope="col" className="num">
              {say({ zh: '一半不超过', en: 'Half' })}
            </th>
            <th scope="col" className="num">
              {say({ zh: '九成不超过', en: 'Nine in ten' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Rows key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A place: its figures, and below them with whom the days lay. */
function Rows({ row: { name, times } }: { readonly row: ShownRow }) {
  const say = useSay();
  const whom = whose(times, say);
  return (
    <>
      <tr>
        <th scope="row">{say(name)}</th>
        <td className="num">{times.transfers}</td>
        <td className="num">
          <Days days={times.median} />
        </td>
        <td className="num">
          {times.ninetieth ? <Days days={times.ninetieth} /> : say({ zh: '件数太少', en: 'Too few' })}
        </td>
      </tr>
      {whom !== '' && (
        <tr className="whose">
          <td colSpan={4}>
            {say({ zh: '时间花在（各自的中位数）：', en: 'Whose days (each one’s median): ' })}
            {whom}
          </td>
        </tr>
      )}
    </>
  );
}

function Days({ days: { working, calendar } }: { readonly days: GroupTimes['median'] }) {
  return (
    <span className="nb">
      {working} <span className="muted">({calendar})</span>
    </span>
  );
}

function whose({ causes }: GroupTimes, say: ReturnType<typeof useSay>): string {
  const each = { zh: '{whom} {n} 天', en: '{whom} {n}' };
  return causes
    .filter(({ median }) => median.working > 0)
    .map(({ name, median }) => say(each, { whom: say(name), n: median.working }))
    .join(say({ zh: '，', en: ', ' }));
}
