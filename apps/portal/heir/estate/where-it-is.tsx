import { plainDate } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { ClerkNote } from '../../ui/clerk-note-line.tsx';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { dayWords } from '../../ui/working-days.ts';
import { accountFor, isPaidAtOnce, nameItHere } from '../account-words.ts';
import { atOnce, type EstateSeen, ordersOf } from './estate.tsx';

/** In whose hands it is and by when; what is asked is said first. */
export function WhereItIs({ of }: { readonly of: EstateSeen }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { view, number } = of;
  const { data: place } = useAsk('GET /cases/{number}/place', { params: { number } }, atOnce);
  const { dueOn, dueProvisional, waitingFor, stateName } = view;
  const own = heirWhoNames(of);
  const asked = place?.waitingFor === 'applicant' || own !== null;
  return (
    <section
      className={asked ? 'keep' : 'card pad'}
      aria-label={say({ zh: '办到哪一步', en: 'Where it is' })}
    >
      <p>
        <span className={`tag ${asked ? 'wait' : place?.over ? 'ok' : 'info'}`}>
          <Icon name={asked ? 'warn' : place?.over ? 'tick' : 'clock'} />
          {say(stateName)}
        </span>{' '}
        {place && <span className="small muted">{sentence(say(own ? yourTurn : place.waitingName))}</span>}
      </p>
      {place?.workingDay != null && place.workingDays != null && !place.over && (
        <p>
          {say(...dayWords({ day: place.workingDay, of: place.workingDays }))}
          {dueOn !== null && (
            <>
              {say({ zh: '，最晚 ', en: ', due ' })}
              <span className="nb">{showDay(plainDate(dueOn), language, today)}</span>
              {dueProvisional && say({ zh: '（暂定）', en: ' (provisional)' })}
            </>
          )}
        </p>
      )}
      {own ? (
        <p>
          {say(
            { zh: '{why}。{what}', en: '{why}. {what}' },
            { why: say(accountFor(own)), what: say(nameItHere('below')) },
          )}
        </p>
      ) : (
        place?.asked && <p>{say(place.asked)}</p>
      )}
      {waitingFor && waitingFor.materials.length > 0 && (
        <ul className="plain">
          {waitingFor.materials.map(({ materialId, text, reason }) => (
            <li key={materialId}>
              <b>{say(text)}</b>
              {reason && <span className="small muted"> {say(reason)}</span>}
              <ClerkNote of={of.papers.find((paper) => paper.materialId === materialId)} />
            </li>
          ))}
        </ul>
      )}
      {waitingFor?.note && <p className="small muted">{waitingFor.note}</p>}
    </section>
  );
}

/** Whose share is paid as soon as whoever looks has named an account for it, as an heir by a link reads it; null where nobody's is. */
function heirWhoNames({ heirs }: EstateSeen): Parameters<typeof accountFor>[0] | null {
  const own = heirs.heirs.find((heir) => heir.mayNameAccount && isPaidAtOnce(ordersOf(heirs, heir)));
  return own ? { cameBack: own.account !== null, held: false, ofChild: own.minor } : null;
}

const yourTurn = { zh: '您', en: 'you' };
