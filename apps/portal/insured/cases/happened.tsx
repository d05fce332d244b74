import { isPlainDate, type PlainDate, type Text } from '#basics';
import { type Capacity, useActing } from '../../ui/capacity.tsx';
import { showDate, showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { atOnce, dayIn, type Happened, howOften } from './at-once.ts';

/** What was done in a case and by whom, oldest first, and where it stands now. */
export function Timeline(shown: {
  readonly items: readonly Happened[];
  readonly now: { readonly state: Text; readonly over: boolean; readonly well: boolean };
}) {
  const { items, now } = shown;
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { kind } = useActing();
  const dayOf = (at: string) => showDay(dayIn(at), language, today);
  return (
    <section className="sec">
      <h2>{say({ zh: '办到哪一步', en: 'What has happened' })}</h2>
      <ol className="tl one">
        {atOnce(items).map(({ seq, action, name, at, actorKind, data, times }) => (
          <li key={seq} className="b">
            <span className="n ci" />
            <time dateTime={at}>{dayOf(at)}</time>
            <b>
              {sentence(say(name))}
              <Often of={{ action, times }} />
            </b>
            <p>{say(by(actorKind, kind))}</p>
            {isDay(data.saidLeftOn) && <p>{say(saidLeft, { on: showDate(data.saidLeftOn, language) })}</p>}
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

function Often({ of }: { readonly of: Parameters<typeof howOften>[0] }) {
  const say = useSay();
  const words = howOften(of);
  return words && say(words, { n: of.times });
}

/** Who did it, to whoever reads: `您` is the insured person alone, and only where they read themselves. */
function by(actorKind: string, reader: Capacity): Text {
  return actorKind === 'insured' && reader !== 'insured' ? thePerson : (actors[actorKind] ?? elsewhere);
}

function isDay(value: unknown): value is PlainDate {
  return typeof value === 'string' && isPlainDate(value);
}

const saidLeft: Text = { zh: '说明的离境日：{on}', en: 'Day of leaving, as told: {on}' };
const thePerson: Text = { zh: '办理人：参保人本人', en: 'By the insured person' };
const elsewhere: Text = { zh: '办理人：其他', en: 'By somebody else' };

const actors: Readonly<Record<string, Text>> = {
  insured: { zh: '办理人：您', en: 'By you' },
  successor: { zh: '办理人：继承人', en: 'By an heir' },
  agent: { zh: '办理人：代办人', en: 'By an agent' },
  employer: { zh: '办理人：单位', en: 'By the employer' },
  officer: { zh: '办理人：经办机构工作人员', en: 'By an officer of the agency' },
  'partner-agency': { zh: '办理人：对方经办机构', en: 'By the other agency' },
  integrator: { zh: '办理人：合作机构', en: 'By a partner of the agency' },
  system: { zh: '系统自动办理', en: 'Automatically' },
  bank: { zh: '办理人：银行', en: 'By the bank' },
};
