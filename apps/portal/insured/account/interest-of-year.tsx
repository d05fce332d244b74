import { counted, plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { useAsk } from '../../ui/asking.ts';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { amount } from '../../ui/money.tsx';
import { usePerson } from '../../ui/person.tsx';

type Explained = Answer<'GET /people/{personId}/account/interest/{year}'>;
type Line = Explained['lines'][number];

/** Why the interest of a year is what it is: each amount with its days and rates; nothing where no interest is borne. */
export function InterestOfYear({ year }: { readonly year: number }) {
  const say = useSay();
  const personId = usePerson();
  const { data } = useAsk('GET /people/{personId}/account/interest/{year}', { params: { personId, year } });
  if (!data || data.lines.length === 0) return null;
  return (
    <details className="card pad why-interest">
      <summary>
        <Icon name="down" />
        {say({ zh: '这一年的利息怎么算', en: 'How this year’s interest is worked out' })}
      </summary>
      <ol className="log">
        {data.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished sum stay in their place
          <LineRow key={at} line={line} />
        ))}
      </ol>
      <p>
        {say(together, {
          exact: data.exactYuan,
          interest: amount(data.interestFen),
          posted: amount(data.postedFen),
        })}
      </p>
      <p className="small muted">{say(data.note)}</p>
    </details>
  );
}

function LineRow({ line }: { readonly line: Line }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <li>
      <b>
        {say(names[line.what])} {amount(line.amountFen)}
      </b>
      {line.parts.map(({ fromOn, days, ratePpm, yuan, grade }) => (
        <span key={`${fromOn} ${ratePpm} ${yuan}`}>
          {say(part, {
            from: showDate(plainDate(fromOn), language),
            days: say({ zh: `${days} 天`, en: counted(days, 'day', 'days') }),
            rate: `${Number(ratePpm) / 10_000}%`,
            yuan,
          })}
          {grade !== null && say(graded, { grade })}
        </span>
      ))}
    </li>
  );
}

const names = {
  carried: { zh: '年初余额', en: 'Balance at the start of the year' },
  'carried-over': { zh: '并入年初余额', en: 'Added to the opening balance' },
  inflow: { zh: '当年收入', en: 'Paid in during the year' },
  spending: { zh: '当年支出', en: 'Paid out during the year' },
} satisfies Readonly<Record<Line['what'], object>>;

const part = {
  zh: '{from}起 {days}，年利率 {rate}，得 {yuan} 元',
  en: 'From {from}, {days} at {rate} a year: {yuan} yuan',
};
const graded = { zh: '（利率出处等级 {grade}）', en: ' (source of the rate graded {grade})' };
const together = {
  zh: '合计 {exact} 元，四舍五入到分是 {interest} 元；已入账 {posted} 元。',
  en: 'In total {exact} yuan, rounded to {interest} yuan. Credited so far: {posted} yuan.',
};
