import type { Text } from '#basics';
import type { WhereItIs } from '#business/tracking/public';
import { regionPack } from '#law';
import { showDate } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { dayWords } from '../../ui/working-days.ts';

/** By which day it is done: the count and the date, each of which is told by the other; or why no day is told. */
export function HowLong({ told }: { readonly told: WhereItIs }) {
  const say = useSay();
  const { over, dueOn } = told;
  if (over) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '哪天办完', en: 'By when' })}</h2>
      <div className="card pad">{dueOn === null ? <p>{say(whyNoDay(told))}</p> : <Due told={told} />}</div>
    </section>
  );
}

function whyNoDay({ receivedOn, waitingFor }: WhereItIs): Text {
  if (receivedOn === null) return notBegun;
  if (waitingFor === 'heirs') return waitsForHeirs;
  return waitingFor === 'applicant' ? waitsForYou : noLimit;
}

const notBegun = {
  zh: '还没有开始算。提交并受理以后，这里写着最晚哪天办完。',
  en: 'The count has not begun. Once your application is in, the last day is shown here.',
};
const waitsForYou = {
  zh: '期限停在这里，不往下算。您办好上面的事，我们从停下的那天接着算，剩下的天数一天不少。',
  en: 'The count is paused. It goes on where it stopped once you have done your part; no day is lost.',
};
const waitsForHeirs = {
  zh: '能付的份额都已付清。有争议的份额留存，不计时限；继承人协商一致，或者交来法院文书，再付。',
  en: 'What can be paid has been paid. The disputed share is kept back, and no days are counted. It is paid once the heirs agree or bring a court’s decision.',
};
const noLimit = {
  zh: '这一步没有由我们计的期限。过几天再查，就能看到新的情况。',
  en: 'No time limit of ours applies to this step. Look it up again in a few days.',
};

function Due({ told }: { readonly told: WhereItIs }) {
  const say = useSay();
  const language = useLanguage();
  const { region } = useSite();
  const { dueOn, dueProvisional, workingDay, workingDays } = told;
  const counted = workingDay !== null && workingDays !== null;
  const late = counted && workingDay > workingDays;
  return (
    <>
      {counted && (
        <>
          <p>
            <b>{say(...dayWords({ day: workingDay, of: workingDays }))}</b>
          </p>
          <Beads day={workingDay} of={workingDays} />
        </>
      )}
      <p>
        {dueProvisional && <span className="tag wait">{say({ zh: '暂定', en: 'Provisional' })}</span>}{' '}
        {say(late ? { zh: '本应最晚 ', en: 'It was due on ' } : { zh: '最晚 ', en: 'At the latest on ' })}
        <span className="nb">{dueOn && showDate(dueOn, language)}</span>
        {say({ zh: '。', en: '.' })}
      </p>
      {dueProvisional && <p className="small muted">{say(notPublished)}</p>}
      {late && (
        <p>
          {say({ zh: '我们超期了。请打电话催办：', en: 'We are late. Call and remind us: ' })}
          <a className="nb" href={`tel:${regionPack(region).hotline.number}`}>
            {regionPack(region).hotline.number}
          </a>
        </p>
      )}
    </>
  );
}

const notPublished = {
  zh: '那一年的放假安排还没公布，公布后日期可能会变。',
  en: 'That year’s holidays are not published yet, so the day may change.',
};

/** One bead a working day; the words beside it carry it all. */
function Beads({ day, of }: { readonly day: number; readonly of: number }) {
  if (of > 30) return null;
  const days = Array.from({ length: Math.max(of, Math.min(day, of + 5)) }, (_, at) => at + 1);
  const look = (at: number) => (at > of ? 'o' : at < day ? 'd' : at === day ? 't' : '');
  return (
    <div className="beads" aria-hidden="true">
      {days.map((at) => (
        <i key={at} className={look(at)} />
      ))}
    </div>
  );
}
