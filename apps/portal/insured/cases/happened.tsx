import type { Text } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { atOnce, dayIn, type Happened } from './at-once.ts';

/** What was done in a case and by whom, oldest first, and where it stands now. */
export function Timeline(shown: {
  readonly items: readonly Happened[];
  readonly now: { readonly state: Text; readonly over: boolean; readonly well: boolean };
}) {
  const { items, now } = shown;
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const dayOf = (at: string) => showDay(dayIn(at), language, today);
  return (
    <section className="sec">
      <h2>{say({ zh: '办到哪一步', en: 'What has happened' })}</h2>
      <ol className="tl one">
        {atOnce(items).map(({ seq, name, at, actorKind, times }) => (
          <li key={seq} className="b">
            <span className="n ci" />
            <time dateTime={at}>{dayOf(at)}</time>
            <b>
              {sentence(say(name))}
              {times > 1 && say({ zh: '（{n} 次）', en: ' ({n} times)' }, { n: times })}
            </b>
            <p>{say(actors[actorKind] ?? elsewhere)}</p>
          </li>
        ))}
        <li className={now.over ? '' : 'nowli'}>
          <span className={now.over ? `n ci ${now.well ? 'end' : 'no'}` : 'n ci now'}>
            {now.over && <Icon name={now.well ? 'tick' : 'cross'} />}
          </span>
          <time>{say(now.over ? { zh: '结果', en: 'Outcome' } : { zh: '现在', en: 'Now' })}</time>
          <b>{say(now.state)}</b>
        </li>
      </ol>
    </section>
  );
}

const elsewhere: Text = { zh: '其他', en: 'Somebody else' };

const actors: Readonly<Record<string, Text>> = {
  insured: { zh: '您', en: 'You' },
  successor: { zh: '继承人', en: 'A successor' },
  agent: { zh: '代办人', en: 'Your agent' },
  employer: { zh: '单位', en: 'The employer' },
  officer: { zh: '经办机构工作人员', en: 'An officer of the agency' },
  'partner-agency': { zh: '对方经办机构', en: 'The other agency' },
  integrator: { zh: '合作机构', en: 'A partner of the agency' },
  system: { zh: '系统自动', en: 'Automatically' },
  bank: { zh: '银行', en: 'The bank' },
};
