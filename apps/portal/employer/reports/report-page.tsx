import { useEffect, useRef } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { forCount, plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useToday } from '../../ui/today.ts';
import { reasonName } from '../leaving/reasons.ts';
import { justSent, nobodyLeaves, useLeaving } from '../leaving-draft.tsx';
import { useEmployer, useStaffChanged } from '../of-employer.tsx';
import { LineOfReport } from './line-of-report.tsx';
import { countsIn, inOrder, standingIn, titleOf, underReview } from './report-title.ts';

type Report = Answer<'GET /employers/{employerId}/staff-reports/{reportId}'>;

/** What came of one report, line by line; what was cut off goes on by itself as soon as somebody looks. */
export function ReportPage() {
  const say = useSay();
  const { reportId = '' } = useParams();
  const employerId = useEmployer();
  const params = { employerId, reportId };
  const asked = useAsk('GET /employers/{employerId}/staff-reports/{reportId}', { params });
  const again = useStaffChanged();
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const { change } = useLeaving();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page comes
  useEffect(() => {
    if (state !== justSent) return;
    change(nobodyLeaves);
    // Whoever comes back to this page later keeps what they have ticked since.
    void navigate(pathname, { replace: true, state: null });
  }, []);
  return (
    <main id="main" className="reading report-page">
      <BackTo to={pageOf.staffReports()}>{say({ zh: '减员申报', en: 'Staff reported' })}</BackTo>
      <Asked of={asked}>{(report) => <Told {...{ report, again }} />}</Asked>
    </main>
  );
}

function Told({ report, again }: { readonly report: Report; readonly again: () => void }) {
  const say = useSay();
  const { people, refused, takenBack, waiting, lines } = report;
  const counts = { people, refused, takenBack, standing: standingIn(report), ...countsIn(report) };
  const title = say(titleOf(report), counts);
  return (
    <>
      <Heading>{title}</Heading>
      <About report={report} />
      {waiting > 0 && <GoOn {...{ report, again }} />}
      {refused > 0 && waiting === 0 && <Again report={report} />}
      <ul className="report-lines">
        {inOrder(lines).map((line) => (
          <LineOfReport key={line.lineNo} {...{ line, again }} />
        ))}
      </ul>
      {underReview(report) && <Next />}
    </>
  );
}

function About({ report }: { readonly report: Report }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { employer, madeOn, statement, reportedBy } = report;
  const day = (on: string) => showDay(plainDate(on), language, today);
  return (
    <p className="muted">
      {[
        employer.name,
        say({ zh: '{day}申报', en: 'reported {day}' }, { day: day(madeOn) }),
        ...(reportedBy ? [say({ zh: '经办人{name}', en: 'by {name}' }, { name: reportedBy })] : []),
        say({ zh: '劳动关系结束日 {day}', en: 'employment ended on {day}' }, { day: day(statement.endedOn) }),
        statement.stopOn === null
          ? say({ zh: '不停保', en: 'insurance goes on' })
          : say({ zh: '{day}起停保', en: 'insurance stops from {day}' }, { day: day(statement.stopOn) }),
        ...(statement.reason ? [say(reasonName(statement.reason))] : []),
      ].join(' · ')}
    </p>
  );
}

/** Sends what was not sent yet, at once and, where that was cut off, once more on demand. */
function GoOn({ report, again }: { readonly report: Report; readonly again: () => void }) {
  const say = useSay();
  const employerId = useEmployer();
  const begun = useRef(false);
  const route = 'POST /employers/{employerId}/staff-reports/{reportId}/run';
  const { send, busy, problem } = useWrite(route, again);
  const run = () => send({ params: { employerId, reportId: report.reportId } });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    run();
  });
  const { people, waiting } = report;
  // Of many, how far it is is asked for now and then.
  const many = busy && people > 20;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is made anew each time and does the same
  useEffect(() => {
    if (!many) return;
    const timer = setInterval(again, 4000);
    return () => clearInterval(timer);
  }, [many]);
  return (
    <div className="reports-go-on">
      <ProblemBox problem={problem} />
      <p role="status">{busy && say(many ? soFar : oneMoment, { done: people - waiting, people })}</p>
      {problem && (
        <button type="button" className="btn" aria-disabled={busy} onClick={() => busy || run()}>
          <Icon name="swap" />
          {say({ zh: '接着办', en: 'Go on' })}
        </button>
      )}
    </div>
  );
}

const oneMoment = { zh: '正在逐人受理，请稍候……', en: 'A case is opened for each of them. One moment…' };
const soFar = {
  zh: '正在逐人受理，{people} 人里办了 {done} 人。关掉本页也不会丢，回来接着办。',
  en: 'A case is opened for each of them: {done} of {people} so far. Nothing is lost if you close this page; it goes on when you come back.',
};

/** Those who could not be reported, all of them at once, to be reported anew with something else said of them. */
function Again({ report }: { readonly report: Report }) {
  const say = useSay();
  const navigate = useNavigate();
  const { change } = useLeaving();
  const { lines, statement, refused } = report;
  function open(): void {
    const { endedOn, stopOn, reason } = statement;
    const staff = lines
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ personId, name }) => ({ personId, name, number: null, since: endedOn, reportedIn: null }));
    const said = {
      endedOn: plainDate(endedOn),
      stops: stopOn !== null,
      stopOn: stopOn ? plainDate(stopOn) : null,
    };
    change({ staff, ...said, reason: reason ?? null });
    void navigate(pageOf.leaving('day'));
  }
  return (
    <div className="send">
      <p className="small muted">
        {say({
          zh: '办不了的排在最前面，原因写在各人下面。改了以后可以一起再报；已受理的不受影响。',
          en: 'Those who could not be reported are listed first, each with the reason. Correct what is wrong and report them again together; the others are not affected.',
        })}
      </p>
      <button type="button" className="btn" onClick={open}>
        <Icon name="swap" />
        {say(forCount(refused, againOne, againMany), { refused })}
      </button>
    </div>
  );
}

const againOne = { zh: '修改后再报这 1 人', en: 'Change it and report this one again' };
const againMany = { zh: '修改后再报这 {refused} 人', en: 'Change it and report these {refused} again' };

function Next() {
  const say = useSay();
  return (
    <section className="sec">
      <h2>{say({ zh: '接下来', en: 'What happens next' })}</h2>
      <ol className="steps-ahead card">
        <li>
          <b>{say({ zh: '经办机构核对', en: 'The agency checks it' })}</b>
          <p className="small muted">
            {say({
              zh: '不用交材料。两名工作人员先后看过才算办好。',
              en: 'No papers are needed. It takes effect once two officers have checked it.',
            })}
          </p>
        </li>
        <li>
          <b>{say({ zh: '本人收到通知', en: 'They are told' })}</b>
          <p className="small muted">
            {say({
              zh: '申报时、办好时各通知一次。停保后，本人可以自己申请转移或领取。',
              en: 'Once now, and once when it is done. When their insurance has stopped, they can apply to transfer or withdraw.',
            })}
          </p>
        </li>
      </ol>
    </section>
  );
}
