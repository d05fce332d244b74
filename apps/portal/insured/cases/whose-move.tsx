import { plainDate, type Text } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useToday } from '../../ui/today.ts';
import type { Place } from './cases-page.tsx';
import { DueDay } from './due-day.tsx';

/** Whose time the working days of a case were, as the API counts them. */
export interface Days {
  readonly allowed: number | null;
  readonly agencyDays: number;
  readonly pausedSince: string | null;
}

/** Who has it now, since when, day n of m working days with its date, and what comes next. */
export function WhoseMove(of: {
  readonly place: Place;
  /** As the place counts them where the case does not tell whose they were. */
  readonly days: Days | null;
  /** What comes next, or what it means that it is over. */
  readonly next: Text | null;
  /** What the other agency is called, where there is one. */
  readonly partner?: Text;
}) {
  const { place, next, days, partner } = of;
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { since, over } = place;
  const counted = days ?? {
    ...{ allowed: place.workingDays, agencyDays: place.workingDay ?? 0, pausedSince: null },
  };
  return (
    <section className="sec">
      <h2>
        {say(over ? { zh: '已经办结', en: 'It is over' } : { zh: '现在在谁手里', en: 'Who has it now' })}
      </h2>
      <div className="card pad">
        <dl className="facts">
          {!over && <With {...{ place, partner }} />}
          <dt>{say({ zh: '从', en: 'Since' })}</dt>
          <dd>{showDay(plainDate(since), language, today)}</dd>
          {counted.allowed !== null && (
            <>
              <dt>{say({ zh: '时限', en: 'Time' })}</dt>
              <dd>
                <WorkingDays days={counted} over={over} />
              </dd>
            </>
          )}
          {place.dueOn !== null && !over && (
            <>
              <dt>{say({ zh: '办结', en: 'Done' })}</dt>
              <dd>
                <DueDay place={place} />
                {place.dueProvisional && <span className="small muted block">{say(notPublished)}</span>}
              </dd>
            </>
          )}
          {next && (
            <>
              <dt>{say(over ? { zh: '结果', en: 'Outcome' } : { zh: '接下来', en: 'Next' })}</dt>
              <dd>{say(next)}</dd>
            </>
          )}
        </dl>
      </div>
    </section>
  );
}

function With({ place, partner }: { readonly place: Place; readonly partner: Text | undefined }) {
  const say = useSay();
  const { waitingFor, waitingName } = place;
  const other = waitingFor === 'partner' && partner ? partner : waitingName;
  return (
    <>
      <dt>{say({ zh: '在办', en: 'With' })}</dt>
      <dd>
        <b>{say(waitingFor === 'applicant' ? you : other)}</b>
      </dd>
    </>
  );
}

function WorkingDays({ days, over }: { readonly days: Days; readonly over: boolean }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { allowed, agencyDays, pausedSince } = days;
  const of = allowed ?? 0;
  const late = Math.max(agencyDays - of, 0);
  const words = over ? took : agencyDays === 0 ? began : running;
  const day = pausedSince ? showDay(plainDate(pausedSince), language, today) : '';
  return (
    <>
      {say(words, { n: agencyDays, m: of })}
      {late > 0 && <b className="late">{say(beyond(late), { n: late })}</b>}
      {of <= 30 && !over && (
        <span className="beads" aria-hidden="true">
          {Array.from({ length: Math.max(of, agencyDays) }, (_, at) => at + 1).map((bead) => (
            <i key={bead} className={beadOf(bead, { of, agencyDays })} />
          ))}
        </span>
      )}
      {pausedSince && !over && <span className="small muted block">{say(paused, { day })}</span>}
    </>
  );
}

function beadOf(
  bead: number,
  { of, agencyDays }: { readonly of: number; readonly agencyDays: number },
): string {
  if (bead > of) return 'o';
  if (bead === agencyDays) return 't';
  return bead <= agencyDays ? 'd' : '';
}

const you: Text = { zh: '您', en: 'you' };
const running: Text = { zh: '第 {n} 天，共 {m} 个工作日', en: 'Day {n} of {m} working days' };
const began: Text = { zh: '刚开始，共 {m} 个工作日', en: 'Just begun, {m} working days' };
const took: Text = { zh: '用了 {n} 个工作日，规定 {m} 个', en: 'Took {n} working days of {m}' };
const beyond = (days: number): Text => ({
  zh: '，已超 {n} 个工作日',
  en: days === 1 ? ', one working day over' : ', {n} working days over',
});
const paused: Text = {
  zh: '{day}起暂停计时：不在经办机构手里的日子不算。',
  en: 'Paused since {day}: days on which the agency cannot act do not count.',
};
const notPublished: Text = {
  zh: '那一年的放假安排还没公布，公布后会更新。',
  en: 'That year’s holidays are not published yet. We will update it.',
};
