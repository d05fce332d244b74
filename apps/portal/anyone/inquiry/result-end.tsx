import { regionPack } from '#law';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import type { Asked } from './request-of.ts';
import type { Verdict } from './verdict.ts';

interface Shown {
  readonly asked: Asked;
  readonly verdict: Verdict;
  readonly onAgain: () => void;
}

/** What can be done with the answer: ask again once something has changed, keep it, call somebody. */
export function End({ asked, verdict, onAgain }: Shown) {
  const say = useSay();
  const { region } = useSite();
  return (
    <div className="result-end">
      <Again kind={verdict.kind} onAgain={onAgain} />
      <div className="two">
        <button type="button" className="btn" onClick={() => print()}>
          <Icon name="print" />
          {say({ zh: '打印、存为 PDF', en: 'Print or save' })}
        </button>
        <a className="btn" href={`tel:${regionPack(region).hotline.number}`}>
          <Icon name="phone" />
          {say(
            { zh: '打电话问 {number}', en: 'Call {number}' },
            { number: regionPack(region).hotline.number },
          )}
        </a>
      </div>
      <RulesUsed asked={asked} verdict={verdict} />
    </div>
  );
}

function Again({ kind, onAgain }: { readonly kind: Verdict['kind']; readonly onAgain: () => void }) {
  const say = useSay();
  const language = useLanguage();
  if (kind === 'yes') return null;
  if (kind === 'not-yet')
    return (
      <button type="button" className="btn primary wide" onClick={onAgain}>
        {say({ zh: '办好了，再查一次', en: 'It is done: check again' })}
      </button>
    );
  return (
    <a className="btn primary wide" href={`/${language}/check`}>
      {say({ zh: '从头再查一次', en: 'Check again from the start' })}
    </a>
  );
}

function RulesUsed({ asked, verdict }: Pick<Shown, 'asked' | 'verdict'>) {
  const say = useSay();
  const language = useLanguage();
  const { city } = useSite();
  const { ruleSet, onDate } = verdict;
  const text =
    onDate === asked.today
      ? {
          zh: '{city}规则第 {version} 版，按 {day}的情况判断。结果是按您的回答得出的，不是决定。',
          en: 'Rules of {city}, version {version}, as of {day}. It follows from your answers and is no decision.',
        }
      : {
          zh: '{city}规则第 {version} 版，按您打算离境的 {day}判断。结果是按您的回答得出的，不是决定。',
          en: 'Rules of {city}, version {version}, as of {day}, when you mean to leave. It follows from your answers and is no decision.',
        };
  return (
    <p className="caption">
      {say(text, { city: say(city), version: ruleSet.version, day: showDate(onDate, language) })}
    </p>
  );
}
