import type { Text } from '#basics';
import { showDate } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { shanghaiDay } from '../../ui/shanghai-day.ts';
import type { Seen } from './link.tsx';
import { shareOf } from './stage.ts';

/** That they objected, and what came of it, share by share where it differs: it stays, also once everything is paid. */
export function Objected({ of: { objection, shares, guardianSpeaks } }: { readonly of: Seen }) {
  const say = useSay();
  const language = useLanguage();
  if (!objection) return null;
  const on = (day: string) => showDate(shanghaiDay(day), language);
  const [first, ...more] = objection.outcomes;
  return (
    <section className="card pad" aria-label={say({ zh: '您的异议', en: 'Your objection' })}>
      <p>
        <b>{more.length > 0 ? say(severalTimes) : say(objectedOn, { on: on(objection.madeOn) })}</b>
      </p>
      {more.length === 0 && first && <p>{say(first.text)}</p>}
      {more.length > 0 && (
        <ul className="plain-list">
          {objection.outcomes.map(({ successorId, relation, madeOn, text }) => {
            const disputed = shares.find((each) => each.successorId === successorId);
            const whose = sentence(say(disputed?.yours ? shareOf(guardianSpeaks) : (relation ?? somebody)));
            return (
              <li key={successorId}>
                <p>{say(sinceThen, { whose: `${whose} ${disputed?.share ?? ''}`.trim(), on: on(madeOn) })}</p>
                <p className="small">{say(text)}</p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const objectedOn: Text = { zh: '{on}您提出了异议', en: 'You objected on {on}' };
const severalTimes: Text = { zh: '您提出的异议', en: 'What you objected to' };
const sinceThen: Text = { zh: '{whose}（{on}提出）', en: '{whose} (you objected on {on})' };
const somebody: Text = { zh: '另一位继承人', en: 'another heir' };
