import { useState } from 'react';
import { plainDate } from '#basics';
import { shortDay, shortMonth, showDate } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { amount } from '../../ui/money.tsx';
import type { History } from './account-page.tsx';
import { type Frame, largestChange, type Picture, type Point, pictureOf } from './balance-line.ts';

/** How the balance changed: a picture, and the same as a table. */
export function BalanceFigure({ history }: { readonly history: History }) {
  const say = useSay();
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  return (
    <section className="card fig">
      <header>
        <h2>{say({ zh: '余额怎样变化', en: 'Balance over time' })}</h2>
        <fieldset className="seg">
          <legend className="vh">{say({ zh: '显示方式', en: 'Shown as' })}</legend>
          {(['picture', 'table'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={as === each} onClick={() => setAs(each)}>
              {say(each === 'picture' ? { zh: '图', en: 'Picture' } : { zh: '表', en: 'Table' })}
            </button>
          ))}
        </fieldset>
      </header>
      {history.points.length === 0 ? (
        <p className="muted">
          {say({ zh: '账户里还没有进出。', en: 'Nothing has been paid in or out yet.' })}
        </p>
      ) : as === 'picture' ? (
        <Pictures history={history} />
      ) : (
        <PointsTable history={history} />
      )}
    </section>
  );
}

const wide: Frame = { width: 744, height: 300, left: 56, right: 14, top: 16, bottom: 44, moments: 8 };
const narrow: Frame = { width: 350, height: 250, left: 54, right: 10, top: 14, bottom: 42, moments: 4 };

function Pictures({ history }: { readonly history: History }) {
  const say = useSay();
  return (
    <>
      <div className="legend">
        <span>
          <i />
          {say({ zh: '本金', en: 'Principal' })}
        </span>
        <span>
          <i className="h" />
          {say({ zh: '利息', en: 'Interest' })}
        </span>
        <span>{say({ zh: '单位：元', en: 'in yuan' })}</span>
      </div>
      <Chart {...{ history }} frame={wide} name="dk" />
      <Chart {...{ history }} frame={narrow} name="ph" />
    </>
  );
}

interface Drawn {
  readonly history: History;
  readonly frame: Frame;
  readonly name: 'dk' | 'ph';
}

function Chart({ history, frame, name }: Drawn) {
  const say = useSay();
  const language = useLanguage();
  const points = history.points.map(toPoint);
  const picture = pictureOf(points, history.on, frame);
  const note = largestChange(points);
  const last = history.points.at(-1);
  const title = say(told, {
    from: showDate(plainDate(history.points[0]?.on ?? history.on), language),
    to: showDate(plainDate(history.on), language),
    balance: amount(last?.balanceFen ?? '0'),
    interest: amount(last?.interestFen ?? '0'),
  });
  return (
    <svg
      className={`chart ${name}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={title}
    >
      <defs>
        <pattern
          id={`hatch-${name}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="hatch-ground" width="5" height="5" />
          <path className="hatch-line" d="M0 0V5" />
        </pattern>
      </defs>
      <Axes {...{ picture, frame }} />
      <path className="principal" d={picture.principal} />
      <path d={picture.interest} fill={`url(#hatch-${name})`} />
      <path className="line" d={picture.line} />
      {note && <Note {...{ note, frame }} at={picture.at(note.point)} />}
      <circle className="end" cx={picture.end.x} cy={picture.end.y} r="5.5" />
    </svg>
  );
}

/** Amounts to the left, time below. */
function Axes({ picture, frame }: Pick<Drawn, 'frame'> & { readonly picture: Picture }) {
  return (
    <>
      {picture.yuanLines.map(({ yuan, y }) => (
        <g key={yuan}>
          <path
            className={yuan === 0 ? 'base' : 'rule'}
            d={`M${frame.left} ${y}H${frame.width - frame.right}`}
          />
          <text className="ax" x={frame.left - 8} y={y + 4} textAnchor="end">
            {yuan.toLocaleString('en')}
          </text>
        </g>
      ))}
      {picture.moments.map((moment) => (
        <Moment key={moment.on} {...{ moment, frame }} />
      ))}
    </>
  );
}

/** Its month or day, and the year below that; a year alone where the picture is of many. */
function Moment(shown: Pick<Drawn, 'frame'> & { readonly moment: Picture['moments'][number] }) {
  const { moment, frame } = shown;
  const language = useLanguage();
  const { on, by, withYear, x } = moment;
  const bottom = frame.height - frame.bottom;
  const year = on.slice(0, 4);
  const last = x > frame.width - frame.right - 18;
  const text = {
    className: 'ax',
    x: last ? frame.width - frame.right : x,
    textAnchor: last ? 'end' : 'middle',
  } as const;
  return (
    <g>
      <path className="base" d={`M${x} ${bottom}v5`} />
      <text {...text} y={bottom + 19}>
        {by === 'year' ? year : by === 'month' ? shortMonth(on, language) : shortDay(on, language)}
      </text>
      {by !== 'year' && withYear && (
        <text {...text} y={bottom + 35}>
          {language === 'zh' ? `${year}年` : year}
        </text>
      )}
    </g>
  );
}

function Note(shown: {
  readonly note: { readonly point: Point; readonly before: number };
  readonly frame: Frame;
  readonly at: { readonly x: number; readonly y: number };
}) {
  const { note, frame, at } = shown;
  const language = useLanguage();
  const low = frame.height - frame.bottom;
  const anchor = at.x > frame.width / 2 ? 'end' : 'start';
  const beside = at.x + (anchor === 'end' ? -8 : 8);
  // Several movements may be of one day (interest, then the payment): the balances themselves, which the table has too.
  const [before, after] = [note.before, note.point.balance].map((yuan) =>
    amount(BigInt(Math.round(yuan * 100))),
  );
  return (
    <g>
      <path className="leader" d={`M${at.x} ${at.y}V${low}`} />
      <circle className="noted" cx={at.x} cy={at.y} r="4.5" />
      <text className="an" x={beside} y={low - 26} textAnchor={anchor}>
        {showDate(plainDate(note.point.on), language).replace(/（.*|^\w{3} /, '')}
      </text>
      <text className="an q" x={beside} y={low - 9} textAnchor={anchor}>
        {`${before} → ${after}`}
      </text>
    </g>
  );
}

function PointsTable({ history }: { readonly history: History }) {
  const say = useSay();
  const language = useLanguage();
  const name = say({ zh: '每次变化后的余额（元）', en: 'The balance after each change, in yuan' });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards must reach what is below
    <section className="scroll" tabIndex={0} aria-label={name}>
      <table className="sums">
        <caption className="vh">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '日期', en: 'Day' })}</th>
            <th scope="col" className="num">
              {say({ zh: '本金', en: 'Principal' })}
            </th>
            <th scope="col" className="num">
              {say({ zh: '利息', en: 'Interest' })}
            </th>
            <th scope="col" className="num">
              {say({ zh: '余额', en: 'Balance' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {history.points.toReversed().map(({ on, balanceFen, interestFen }) => (
            <tr key={on}>
              <td>{showDate(plainDate(on), language)}</td>
              <td className="num">{amount(BigInt(balanceFen) - BigInt(interestFen))}</td>
              <td className="num">{amount(interestFen)}</td>
              <td className="num">
                <b>{amount(balanceFen)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** As a picture shows it, to about a fen. */
function toPoint({ on, balanceFen, interestFen }: History['points'][number]): Point {
  return { on, balance: Number(balanceFen) / 100, interest: Number(interestFen) / 100 };
}

const told = {
  zh: '{from}到{to}的账户余额，现在 {balance} 元，其中利息 {interest} 元。选“表”看同样内容的表格。',
  en: 'The balance from {from} to {to}. It is now {balance} yuan, {interest} of it interest. Choose “Table” for the same figures as a table.',
};
