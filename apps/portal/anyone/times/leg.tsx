import { forCount, type Text } from '#basics';
import { useSay } from '../../ui/language.tsx';
import { Others } from './others.tsx';
import type { ShownLeg, ShownRow } from './shown-times.ts';
import { TimesTable } from './times-table.tsx';
import { legTitles } from './times-words.ts';

/** One leg in one direction: the picture, and beside it the table that says the same. */
export function Leg({ shown }: { readonly shown: ShownLeg }) {
  const say = useSay();
  const { direction, leg, rows, others, longest } = shown;
  const title = say(legTitles[direction][leg]);
  return (
    <section className="sec times">
      <h2>{title}</h2>
      <div className="card pad">
        {rows.length > 0 && (
          <>
            <p className="key">
              <svg className={leg} viewBox="0 0 22 14" aria-hidden="true">
                <rect className="half" y="2" width="22" height="10" />
              </svg>
              {say({ zh: '一半的件不超过', en: 'Half took this or less' })}
              <svg className={leg} viewBox="0 0 22 14" aria-hidden="true">
                <path className="nine" d="M0 7h20M20 2v10" />
              </svg>
              {say({ zh: '十件里有九件不超过', en: 'Nine in ten did' })}
            </p>
            {rows.map((row) => (
              <Bars key={row.key} row={row} leg={leg} longest={longest} />
            ))}
            <TimesTable caption={title} rows={rows} />
          </>
        )}
        <Others others={others} />
      </div>
    </section>
  );
}

const width = 250;

/** Two lengths from zero, each with its number; the table says the same in words. */
function Bars({
  row,
  leg,
  longest,
}: {
  readonly row: ShownRow;
  readonly leg: ShownLeg['leg'];
  readonly longest: number;
}) {
  const say = useSay();
  const { name, times } = row;
  const { median, ninetieth } = times;
  const at = (days: number) => (days / longest) * width;
  return (
    <div className="bars" aria-hidden="true">
      <b>{say(name)}</b>
      <svg className={leg} viewBox="0 0 350 30" aria-hidden="true">
        <path className="zero" d="M1 0v30" />
        <rect className="half" x="1" y="3" width={Math.max(2, at(median.working))} height="11" />
        <text x={at(median.working) + 8} y="13">
          {say(daysOf(median.working), { n: median.working })}
        </text>
        {ninetieth && (
          <>
            <path
              className="nine"
              d={`M1 22H${1 + at(ninetieth.working)}M${1 + at(ninetieth.working)} 17v10`}
            />
            <text className="s" x={at(ninetieth.working) + 8} y="26">
              {say(daysOf(ninetieth.working), { n: ninetieth.working })}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}

function daysOf(n: number): Text {
  return { zh: '{n} 个工作日', en: forCount(n, '{n} working day', '{n} working days') };
}
