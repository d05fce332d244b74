import { forCount } from '#basics';
import { regionName } from '#law';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showMonth } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuan } from '../../ui/money.tsx';
import { usePerson } from '../../ui/person.tsx';

/** For which months contributions were paid, and where; months that are listed twice count once, and why. */
export function MonthsPage() {
  const say = useSay();
  const language = useLanguage();
  const personId = usePerson();
  const asked = useAsk('GET /people/{personId}/record', { params: { personId } });
  const span = (from: string, to: string) =>
    from === to
      ? showMonth(from, language)
      : say(
          { zh: '{from}至{to}', en: '{from} to {to}' },
          { from: showMonth(from, language), to: showMonth(to, language) },
        );
  return (
    <main id="main" className="reading">
      <Heading>{say({ zh: '缴费记录', en: 'Months paid' })}</Heading>
      <Asked of={asked}>
        {({ paid }) => (
          <>
            <p className="large">
              {say({ zh: '一共缴了', en: 'Paid for' })} <b>{paid.months}</b>{' '}
              {say(forCount(paid.months, oneMonth, months))}
            </p>
            <section className="card pad">
              {paid.periods.length === 0 ? (
                <p className="muted">{say({ zh: '还没有缴费记录。', en: 'No months are on record yet.' })}</p>
              ) : (
                <ol className="log">
                  {paid.periods.toReversed().map(({ id, fromMonth, toMonth, baseFen, originRegion }) => (
                    <li key={id}>
                      <b>{span(fromMonth, toMonth)}</b>
                      <span>{say(regionName(originRegion))}</span>
                      <em>
                        <span className="unit">{say({ zh: '缴费基数', en: 'base' })}</span> {yuan(baseFen)}
                      </em>
                    </li>
                  ))}
                </ol>
              )}
            </section>
            {paid.overlaps.length > 0 && (
              <section className="card pad">
                <h2>{say({ zh: '重复的月份，只算一次', en: 'Months listed twice count only once' })}</h2>
                <ul className="plain">
                  {paid.overlaps.map(({ fromMonth, toMonth, why }) => (
                    <li key={`${fromMonth} ${toMonth}`}>
                      <b>{span(fromMonth, toMonth)}</b>
                      <p className="small muted">{say(why)}</p>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Asked>
    </main>
  );
}

const oneMonth = { zh: '个月', en: 'month in all' };
const months = { zh: '个月', en: 'months in all' };
