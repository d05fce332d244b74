import { useEffect, useState } from 'react';
import type { Text } from '#basics';
import type { TransferTimes } from '#business/transfer/public';
import { ask, type Refused } from '../../ui/ask.ts';
import { showDate, showMonth } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { PageLink, PlainPage } from '../../ui/plain-page.tsx';
import { Leg } from './leg.tsx';
import { shownTimes } from './shown-times.ts';
import { timesTitle } from './times-words.ts';

type State = TransferTimes | Refused | null;

/** How long transfers took in the last twelve months, as a picture with a table beside it. */
export function Times() {
  const say = useSay();
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    void ask<TransferTimes>('/transfer-times').then((answer) =>
      setState(answer.ok ? answer.value : answer.refused),
    );
  }, []);
  return (
    <PlainPage
      path="transfer-times"
      title={timesTitle}
      lead={say({
        zh: '最近 12 个月办完的转移，从申请到办完用了多久，按对方地区分。只有天数，没有任何人的信息。',
        en: 'How long transfers took that were finished in the last twelve months, by place. Only days, nothing about any person.',
      })}
    >
      <Shown state={state} />
    </PlainPage>
  );
}

function Shown({ state }: { readonly state: State }) {
  const say = useSay();
  if (state === null)
    return (
      <p className="sec muted" role="status">
        {say({ zh: '正在取数……', en: 'Fetching the figures …' })}
      </p>
    );
  if ('code' in state)
    return (
      <div className="sec" role="status">
        <div className="errors">
          <h2>
            <Icon name="warn" />
            {say(state.text)}
          </h2>
          <p>{say(state.next)}</p>
        </div>
      </div>
    );
  const legs = shownTimes(state);
  return (
    <>
      {legs.length === 0 && <p className="sec">{say(nothing, { n: state.leastShown })}</p>}
      {legs.map((shown) => (
        <Leg key={`${shown.direction} ${shown.leg}`} shown={shown} />
      ))}
      <About times={state} />
    </>
  );
}

const nothing: Text = {
  zh: '这段时间办完的转移不足 {n} 件，太少，不公布，以免猜出是谁。',
  en: 'Fewer than {n} transfers were finished in this time. So few are not shown, because they could point to a person.',
};

/** How it was counted, and what is left out. */
function About({ times }: { readonly times: TransferTimes }) {
  const say = useSay();
  const language = useLanguage();
  const { from, to, until, leastShown, fewLeftOut } = times;
  return (
    <section className="sec">
      <h2>{say({ zh: '怎么算的', en: 'How this was counted' })}</h2>
      <ul className="card pad plain">
        <li>
          {say(
            {
              zh: '{from}至{to}办完的，数到{until}。',
              en: 'Finished from {from} to {to}, counted up to {until}.',
            },
            {
              ...{ from: showMonth(from, language), to: showMonth(to, language) },
              until: showDate(until, language),
            },
          )}
        </li>
        <li>
          {say(
            fewLeftOut
              ? {
                  zh: '有的地区不足 {n} 件，太少，没有单独列出，以免猜出是谁；它们算在合计里。',
                  en: 'Some places have fewer than {n}. They are not shown separately, because they could point to a person; they count in the total.',
                }
              : {
                  zh: '每组都不少于 {n} 件；更少的不会单独列出。',
                  en: 'Each group has {n} or more; fewer would not be shown by themselves.',
                },
            { n: leastShown },
          )}
        </li>
        <li>
          {say({
            zh: '件数向下取到 5 的倍数；“十件里有九件”不满 10 件不说，天数向上取到 5 的倍数。',
            en: 'Counts are rounded down to whole fives. “Nine in ten” is not told of fewer than ten, and is rounded up to whole fives of days.',
          })}
        </li>
        <li>
          {say({
            zh: '这是过去的情况，不是承诺。您那一件的期限写在回执上。',
            en: 'This is how it went; it is not a promise. The limit for your own case is on its receipt.',
          })}{' '}
          <PageLink to="status" text={{ zh: '查办理进度', en: 'Where is my application?' }} />
        </li>
      </ul>
    </section>
  );
}
