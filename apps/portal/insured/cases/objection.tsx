import { Link } from 'react-router';
import { plainDate } from '#basics';
import { daysInWords, showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useToday } from '../../ui/today.ts';
import { may, TakeBackObjection } from './take-back.tsx';
import type { WithdrawalView } from './withdrawal.tsx';

/** What somebody can do who does not agree, until when; and how their objection stands. */
export function Objection({ view }: { readonly view: WithdrawalView }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { objection, remedies, actions, number } = view;
  if (!objection && !remedies) return null;
  const mayObject = may(actions, 'object');
  return (
    <section className="sec">
      <h2>{say({ zh: '不同意怎么办', en: 'If you do not agree' })}</h2>
      {objection && <Made view={view} />}
      {remedies && (
        <>
          {mayObject && remedies.until && (
            <p className="by-day">
              <Icon name="clock" />
              <Until on={remedies.until} />
            </p>
          )}
          <p className="law">{daysInWords(say(remedies.text), language, today)}</p>
          {mayObject && (
            <Link className="btn wide" to={pageOf.objectionTo(number)}>
              {say({ zh: '提出异议', en: 'Object to the decision' })}
            </Link>
          )}
        </>
      )}
    </section>
  );
}

function Until({ on }: { readonly on: string }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  return say(
    { zh: '可以提到 {on}', en: 'You can object until {on}' },
    { on: showDay(plainDate(on), language, today) },
  );
}

/** What was objected, in the person's words, and what came of it. */
function Made({ view }: { readonly view: WithdrawalView }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { objection, actions } = view;
  if (!objection) return null;
  const on = showDay(plainDate(objection.madeOn), language, today);
  return (
    <div className="card pad made">
      <p>
        <b>{say({ zh: '{on}您提出了异议', en: 'You objected on {on}' }, { on })}</b>
        {objection.outcome && ` · ${say(outcomes[objection.outcome])}`}
      </p>
      {objection.reason !== '' && <p className="said">{objection.reason}</p>}
      {may(actions, 'withdraw-objection') && <TakeBackObjection of={view} />}
    </div>
  );
}

const outcomes = {
  upheld: { zh: '维持原决定', en: 'the decision stands' },
  changed: { zh: '改变了决定', en: 'the decision was changed' },
  withdrawn: { zh: '已撤回', en: 'taken back' },
} as const;
