import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { plainDate } from '#basics';
import { type Answer, call } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf, statementPdf } from '../../ui/links.ts';
import { amount, change } from '../../ui/money.tsx';
import { MyIcon } from '../../ui/my-icons.tsx';
import { usePerson } from '../../ui/person.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { InterestOfYear } from './interest-of-year.tsx';
import { statementCsv } from './statement-csv.ts';

type Period = Answer<'GET /people/{personId}/account/period'>;

/** The statement of one year: what there was, each entry with the balance after it, what is left. To print and to keep. */
export function YearPage() {
  const say = useSay();
  const today = useToday();
  const personId = usePerson();
  const { year = '' } = useParams();
  const known = /^(19|20)\d\d$/.test(year) && year <= today.slice(0, 4) ? year : null;
  const asked = useQuery({
    queryKey: ['statement of a year', personId, known],
    queryFn: () => statementOf(personId, known ?? ''),
    enabled: known !== null,
  });
  return (
    <main id="main" className="reading">
      <BackTo to={pageOf.account()}>{say({ zh: '我的账户', en: 'My account' })}</BackTo>
      <Heading>
        {known === null
          ? say({ zh: '没有这一年的对账单', en: 'There is no statement of that year' })
          : say({ zh: '{year} 年对账单', en: 'Statement of {year}' }, { year: known })}
      </Heading>
      {known !== null && <Asked of={asked}>{(period) => <Statement {...{ period }} year={known} />}</Asked>}
    </main>
  );
}

/** All of it, however many pages the API makes of it. */
async function statementOf(personId: string, year: string): Promise<Period> {
  const span = { from: `${year}-01-01`, to: `${year}-12-31`, limit: 100 };
  const params = { personId };
  let whole = await call('GET /people/{personId}/account/period', { params, query: span });
  while (whole.next !== null) {
    const query = { ...span, cursor: whole.next };
    const more = await call('GET /people/{personId}/account/period', { params, query });
    whole = { ...more, items: [...whole.items, ...more.items] };
  }
  return whole;
}

function Statement({ period, year }: { readonly period: Period; readonly year: string }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const personId = usePerson();
  const account = useAsk('GET /people/{personId}/account', { params: { personId } });
  const keep = () =>
    saveFile({
      content: statementCsv(period, language),
      name: `suixing-${year}.csv`,
      type: 'text/csv;charset=utf-8',
    });
  return (
    <>
      <section className="card pad">
        <EntriesTable period={period} />
      </section>
      {bears(account.data, { year, today }) && <InterestOfYear year={Number(year)} />}
      <div className="end-row">
        <a className="btn primary" href={statementPdf(personId, year, language)} download>
          <Icon name="shield" />
          {say({ zh: '带核验码的对账单（PDF）', en: 'Statement with a verification code (PDF)' })}
        </a>
        <button type="button" className="btn" onClick={() => print()}>
          <Icon name="print" />
          {say({ zh: '打印', en: 'Print' })}
        </button>
        <button type="button" className="btn" onClick={keep}>
          <MyIcon name="keep" />
          {say({ zh: '存为表格文件（CSV）', en: 'Save as a spreadsheet (CSV)' })}
        </button>
      </div>
    </>
  );
}

/** Money bears interest from the day after it came, and what was paid out with its account is told of no more. */
function bears(
  account: Answer<'GET /people/{personId}/account'> | undefined,
  { year, today }: { readonly year: string; readonly today: string },
): boolean {
  const from = account?.interestFrom ?? null;
  return from !== null && from < today && from.slice(0, 4) <= year;
}

function EntriesTable({ period }: { readonly period: Period }) {
  const say = useSay();
  const language = useLanguage();
  // The heading names the year.
  const day = (on: string) => showDay(plainDate(on), language, plainDate(on));
  return (
    <table className="sums statement">
      <caption className="vh">{say({ zh: '这一年的进出', en: 'Payments in and out that year' })}</caption>
      <thead>
        <tr>
          <th scope="col">{say({ zh: '日期与用途', en: 'Day and purpose' })}</th>
          <th scope="col" className="num">
            {say({ zh: '金额（元）', en: 'Amount, yuan' })}
          </th>
          <th scope="col" className="num">
            {say({ zh: '余额（元）', en: 'Balance, yuan' })}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say({ zh: '年初', en: 'Opening' })}</th>
          <td />
          <td className="num">
            <b>{amount(period.openingFen)}</b>
          </td>
        </tr>
        {period.items.map(({ entryNo, effectiveOn, purposeName, changeFen, balanceFen }) => (
          <tr key={entryNo}>
            <td>
              {sentence(say(purposeName))}
              <span className="caption block">{day(effectiveOn)}</span>
            </td>
            <td className="num">{change(changeFen)}</td>
            <td className="num">{amount(balanceFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say({ zh: '最后余额', en: 'Closing' })}</th>
          <td />
          <td className="num">{amount(period.balanceFen)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
