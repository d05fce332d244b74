import { Link } from 'react-router';
import { isPlainDate, type Text } from '#basics';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useActedFor } from '../../ui/person.tsx';
import { useSite } from '../../ui/site.tsx';
import type { Differing } from './differing.ts';

/** Where somebody answered otherwise than is on record: both, what to do, and why the record counts. */
export function Differences({
  of,
  fitting,
}: {
  readonly of: readonly Differing[];
  /** Whether another ground that the record tells of can be chosen below. */
  readonly fitting: boolean;
}) {
  const say = useSay();
  const language = useLanguage();
  const { city } = useSite();
  const acted = useActedFor();
  if (of.length === 0) return null;
  const words = (said: Differing['answered']) =>
    typeof said === 'string' && isPlainDate(said) ? showDate(said, language) : say(said as Text);
  return (
    <section className="do remedies differing">
      <h2>
        <Icon name="warn" />
        {say({
          zh: '您的回答和登记的不一样',
          en: 'Your answers and our record differ',
        })}
      </h2>
      <p className="small">{say(recordCounts)}</p>
      <ul>
        {of.map(({ id, asked, answered, onRecord, remedy }) => (
          <li key={id}>
            <b>{say(asked, { city: say(city) })}</b>
            <dl className="facts">
              <dt>{say({ zh: '您的回答', en: 'You answered' })}</dt>
              <dd>{words(answered)}</dd>
              <dt>{say({ zh: '我们的登记', en: 'On our record' })}</dt>
              <dd>{words(onRecord)}</dd>
            </dl>
            <p className="small">{say(remedy)}</p>
          </li>
        ))}
      </ul>
      <div className="small">
        <p>{say(fitting ? recordRight : nothingToCorrect)}</p>
        {acted === null && (
          <Link to={`${pageOf.record()}#wrong`}>
            {say({ zh: '登记有误，申请更正', en: 'Ask for the record to be corrected' })}
          </Link>
        )}
      </div>
    </section>
  );
}

const recordCounts: Text = {
  zh: '依照规定，能不能领，看登记在册的情况和核对过的材料；您的回答只供参考。',
  en: 'By law we decide on what is on record and on papers that were checked. Your answers are only a guide.',
};
const recordRight: Text = {
  zh: '登记没有错的，不用更正，在下面选“按登记的情况申请”就行。',
  en: 'Where the record is right there is nothing to correct: choose below to apply as it stands.',
};
const nothingToCorrect: Text = {
  zh: '登记没有错的，不用更正。',
  en: 'Where the record is right there is nothing to correct.',
};
