import { Link } from 'react-router';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { amount } from '../../ui/money.tsx';
import type { History } from './account-page.tsx';

type Year = History['years'][number];

/** All years together. */
type Sums = Pick<Year, 'inFen' | 'outFen' | 'interestFen' | 'closingFen'>;

/** Year by year: what there was, what came and went, what is left; each row and the last one add up. */
export function YearsCard({ history }: { readonly history: History }) {
  const say = useSay();
  const total = (part: 'inFen' | 'outFen' | 'interestFen') =>
    `${history.years.reduce((sum, year) => sum + BigInt(year[part]), 0n)}`;
  const sums: Sums = {
    ...{ inFen: total('inFen'), outFen: total('outFen'), interestFen: total('interestFen') },
    closingFen: history.years[0]?.closingFen ?? '0',
  };
  return (
    <section className="card pad">
      <h2>
        {say({ zh: '逐年对账', en: 'Year by year' })}
        <span className="unit">{say({ zh: '单位：元', en: 'in yuan' })}</span>
      </h2>
      <YearsTable {...{ history, sums }} />
      <YearsList {...{ history, sums }} />
    </section>
  );
}

interface Shown {
  readonly history: History;
  readonly sums: Sums;
}

/** Its number; of the running one that it is not over. */
function YearLink({ year, on }: { readonly year: number; readonly on: string }) {
  const say = useSay();
  const running = year === Number(on.slice(0, 4));
  const name = { zh: '{year}（到今天）', en: '{year}, to today' };
  return <Link to={pageOf.year(year)}>{running ? say(name, { year }) : year}</Link>;
}

function YearsTable({ history: { years, on }, sums }: Shown) {
  const say = useSay();
  return (
    <table className="sums years-table">
      <thead>
        <tr>
          <th scope="col">{say({ zh: '年份', en: 'Year' })}</th>
          {columns.map(({ part, name }) => (
            <th key={part} scope="col" className="num">
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row">
              <YearLink year={year.year} on={on} />
            </th>
            {columns.map(({ part }) => (
              <td key={part} className={part === 'outFen' ? 'num minus' : 'num'}>
                {part === 'closingFen' ? <b>{amount(year[part])}</b> : amount(year[part])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say(together)}</th>
          <td />
          {(['inFen', 'outFen', 'interestFen', 'closingFen'] as const).map((part) => (
            <td key={part} className="num">
              {amount(sums[part])}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** The same where there is no room for columns. */
function YearsList({ history: { years, on }, sums }: Shown) {
  const say = useSay();
  return (
    <ol className="years-list">
      {years.map((year) => (
        <li key={year.year}>
          <div>
            <YearLink year={year.year} on={on} />
            <b>{amount(year.closingFen)}</b>
          </div>
          <Parts year={year} />
        </li>
      ))}
      <li>
        <div>
          <b>{say(together)}</b>
          <b>{amount(sums.closingFen)}</b>
        </div>
        <Parts year={sums} />
      </li>
    </ol>
  );
}

/** In words: in, less out, and interest. */
function Parts({ year }: { readonly year: Pick<Year, 'inFen' | 'outFen' | 'interestFen'> & Partial<Year> }) {
  const say = useSay();
  const gone = -BigInt(year.outFen);
  const from = year.openingFen === undefined ? '' : say(opening, { amount: amount(year.openingFen) });
  return (
    <span>
      {from}
      {say(parts, { in: amount(year.inFen), out: amount(gone), interest: amount(year.interestFen) })}
    </span>
  );
}

const together = { zh: '合计', en: 'Total' };
const opening = { zh: '年初 {amount} ＋ ', en: 'Opening {amount} + ' };
const parts = {
  zh: '收入 {in} − 支出 {out} ＋ 利息 {interest}',
  en: 'in {in} − out {out} + interest {interest}',
};

const columns = [
  { part: 'openingFen', name: { zh: '年初', en: 'Opening' } },
  { part: 'inFen', name: { zh: '收入', en: 'In' } },
  { part: 'outFen', name: { zh: '支出', en: 'Out' } },
  { part: 'interestFen', name: { zh: '利息', en: 'Interest' } },
  { part: 'closingFen', name: { zh: '年末', en: 'Closing' } },
] as const;
