import { regionName } from '#law';
import { showMonth } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { monthsOf } from '../../ui/months-of.ts';
import { useSayDays } from '../../ui/say-days.ts';
import type { TransferView } from './transfer.tsx';

/** What the months that came mean: which, how many there are now, and what follows for benefits and retirement. */
export function Arrived({ view: { arrival } }: { readonly view: TransferView }) {
  const say = useSay();
  const sayDays = useSayDays();
  const language = useLanguage();
  if (!arrival) return null;
  const { arrived, overlaps, totals, added, continuity, retirement } = arrival;
  return (
    <section className="sec">
      <h2>{say({ zh: '接上的月份', en: 'Months added to your record' })}</h2>
      <div className="card pad">
        <dl className="facts">
          <dt>{say({ zh: '新增', en: 'Added' })}</dt>
          <dd>
            <b>{say(monthsOf(added))}</b>
            {say({ zh: '，现在一共 {total} 个月', en: ', {total} in all now' }, { total: totals.total })}
          </dd>
          {arrived.map(({ from, to, region, months }) => (
            <div key={`${region} ${from}`} className="both">
              <dt>{say(regionName(region))}</dt>
              <dd>
                {say(
                  { zh: '{from}至{to}，{months}', en: '{from} to {to}, {months}' },
                  {
                    from: showMonth(from, language),
                    to: showMonth(to, language),
                    months: say(monthsOf(months)),
                  },
                )}
              </dd>
            </div>
          ))}
          <dt>{say({ zh: '待遇', en: 'Benefits' })}</dt>
          <dd>{sayDays(continuity.why)}</dd>
          <dt>{say({ zh: '退休', en: 'Retirement' })}</dt>
          <dd>{sayDays(retirement)}</dd>
        </dl>
        {overlaps.length > 0 && (
          <ul className="plain">
            {overlaps.map(({ from, countedAt, why }) => (
              <li key={`${countedAt} ${from}`}>{sayDays(why)}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
