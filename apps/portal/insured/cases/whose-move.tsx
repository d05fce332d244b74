import { plainDate, type Text } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { dayWords, tookWords } from '../../ui/working-days.ts';
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
  /** What is over, where something of the person's still goes on elsewhere. */
  readonly ended?: Text | null;
}) {
  const { place, next, days, partner, ended } = of;
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { since, over } = place;
  const counted = days ?? {
    ...{ allowed: place.workingDays, agencyDays: place.workingDay ?? 0, pausedSince: null },
  };
  return (
    <section className="sec">
      <h2>{say(over ? (ended ?? finished) : { zh: '现在在谁手里', en: 'Who has it now' })}</h2>
      <div className="card pad">
        <dl className="facts">
          {!over && <With {...{ place, partner }} />}
          <dt>{say(over ? { zh: '办结', en: 'On' } : { zh: '从', en: 'Since' })}</dt>
          <dd>{showDay(plainDate(since), language, today)}</dd>
          {(counted.allowed !== null || (place.dueOn !== null && !over)) && (
            <>
              <dt>{say({ zh: '时限', en: 'Time' })}</dt>
              <dd>
                <HowLong {...{ place }} days={counted} />
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
        <b>{sentence(say(waitingFor === 'applicant' ? you : other))}</b>
      </dd>
    </>
  );
}

function HowLong({ place, days }: { readonly place: Place; readonly days: Days }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { allowed, agencyDays, pausedSince } = days;
  const { over, dueOn, dueProvisional } = place;
  const of = allowed ?? 0;
  const counted = { day: agencyDays, of };
  const paused = pausedSince !== null && !over;
  return (
    <>
      {over && say(...tookWords(counted))}
      {!over && (
        <>
          {allowed !== null && !(paused && agencyDays === 0) && (
            <span className={agencyDays > of ? 'late' : undefined}>{say(...dayWords(counted))}</span>
          )}
          <DueDay place={place} before={allowed === null ? '' : say({ zh: '，', en: ', ' })} />
          {allowed !== null && of <= 30 && (
            <span className="beads" aria-hidden="true">
              {Array.from({ length: Math.max(of, agencyDays) }, (_, at) => at + 1).map((bead) => (
                <i key={bead} className={beadOf(bead, { of, agencyDays })} />
              ))}
            </span>
          )}
          {dueOn !== null && dueProvisional && <span className="small muted block">{say(notPublished)}</span>}
        </>
      )}
      {paused && (
        <span className="small muted block">
          {say(standsStill, { day: showDay(plainDate(pausedSince), language, today) })}
        </span>
      )}
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

const finished: Text = { zh: '已经办结', en: 'Finished' };
const you: Text = { zh: '您', en: 'You' };
const standsStill: Text = {
  zh: '{day}起暂停计时：不在经办机构手里的日子不算。',
  en: 'Paused since {day}: days on which the agency cannot act do not count.',
};
const notPublished: Text = {
  zh: '那一年的放假安排还没公布，公布后会更新。',
  en: 'That year’s holidays are not published yet. We will update it.',
};
