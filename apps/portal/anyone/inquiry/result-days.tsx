import type { PlainDate } from '#basics';
import type { ToldOption } from '#engines/rules';
import { holidays, partnerAnswerWorkingDays, valueOn } from '#law';
import { workingCalendar } from '#platform/calendar/public';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Said } from '../../ui/said.tsx';
import { useSite } from '../../ui/site.tsx';
import type { Verdict } from './verdict.ts';
import { afterwards } from './verdict-words.ts';

const calendar = workingCalendar(holidays);

/** How long it takes, as working days and as a date; how much; what follows. */
export function HowLong(shown: {
  readonly verdict: Verdict;
  readonly option: ToldOption;
  readonly today: PlainDate;
}) {
  const { verdict, option, today } = shown;
  const say = useSay();
  const language = useLanguage();
  const { city } = useSite();
  const from = verdict.onDate;
  const moves = option.action === 'transfer';
  // Who moves waits for the new place's letter first, as their receipt counts it.
  const answer = moves ? (valueOn(partnerAnswerWorkingDays, from)?.value ?? 0) : 0;
  const { on, provisional } = calendar.deadline(from, answer + option.workingDays);
  const day = (date: PlainDate) => <span className="nb">{showDay(date, language, today)}</span>;
  return (
    <section className="sec">
      <h2>{say({ zh: '多久、多少、之后怎样', en: 'How long, how much, what then' })}</h2>
      <div className="card pad">
        <dl className="facts">
          <dt>{say({ zh: '多久', en: 'How long' })}</dt>
          <dd>
            <Said
              text={moves ? movedWithin : paidWithin}
              parts={{ answer, days: <b>{say(workingDays, { n: option.workingDays })}</b> }}
            />
            <p className="small muted">
              <Said text={moves ? askedOn : byTheDay} parts={{ from: day(from), on: day(on) }} />
              {provisional && say(notPublished)}
            </p>
          </dd>
          <dt>{say({ zh: '多少', en: 'How much' })}</dt>
          <dd>
            {say(moves ? movesWhole : paidWhole)}
            {option.ground !== 'death' && say(whereShown)}
          </dd>
          <dt>{say({ zh: '之后', en: 'What then' })}</dt>
          <dd>{say(afterwards(option), { city: say(city) })}</dd>
          <dt>{say({ zh: '不急着办', en: 'No hurry' })}</dt>
          <dd>
            {say({
              zh: '钱留在账户里，照样计息，不会过期。',
              en: 'The money stays in the account and earns interest. It does not lapse.',
            })}
          </dd>
        </dl>
      </div>
    </section>
  );
}

const workingDays = { zh: '{n} 个工作日', en: '{n} working days' };
const paidWithin = { zh: '受理后 {days}内到账。', en: 'Paid within {days} of acceptance.' };
const movedWithin = {
  zh: '转入地有 {answer} 个工作日发来联系函；收到后 {days}内转出。',
  en: 'The new place has {answer} working days to send its contact letter. Sent on within {days} of that.',
};
const byTheDay = {
  zh: '比如 {from}受理，最晚 {on}。',
  en: 'Accepted on {from}: by {on} at the latest. ',
};
const askedOn = {
  zh: '比如 {from}申请，最晚 {on}。',
  en: 'Apply on {from}: by {on} at the latest. ',
};
const notPublished = {
  zh: '这一天是暂定的：那一年的放假安排还没公布。',
  en: 'That day is provisional, because that year’s holidays are not published yet.',
};
const paidWhole = {
  zh: '全部本金加利息，利息算到结清那天。',
  en: 'All of it, principal and interest, to the day of settlement.',
};
const movesWhole = {
  zh: '全部余额，利息算到转出那天。',
  en: 'The whole balance, with interest to the day on which it leaves.',
};
// Whoever inherits sees it in the case, with the shares.
const whereShown = { zh: '金额在“我的账户”里。', en: ' “My account” shows the amount.' };
