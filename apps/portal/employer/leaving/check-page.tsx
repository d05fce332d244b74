import { useNavigate } from 'react-router';
import { forCount, type Text } from '#basics';
import type { Problem } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { CheckAnswers } from '../../ui/check-answers.tsx';
import { showDate } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { justSent, type Leaving, type Member, useLeaving } from '../leaving-draft.tsx';
import { useEmployer } from '../of-employer.tsx';
import { reasonName } from './reasons.ts';
import { Step } from './steps.tsx';

/** Everything once more, what it means for those who leave, and the one button that cannot be undone by pressing it again. */
export function CheckPage() {
  return <Step needs={['endedOn', 'stops', 'reason']}>{(leaving) => <Check leaving={leaving} />}</Step>;
}

function Check({ leaving }: { readonly leaving: Leaving }) {
  const say = useSay();
  const { staff, stopOn } = leaving;
  const n = staff.length;
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.leaving('reason')}>{say({ zh: '上一步', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '再核对一遍', en: 'Check before you send' })}</Heading>
      <Answers leaving={leaving} />
      <section className="sec">
        <h2>{say({ zh: '离职的 {n} 人', en: 'People leaving: {n}' }, { n })}</h2>
        <ul className="card leaving-list">
          {staff.map(({ personId, name, number }) => (
            <li key={personId}>
              <b>{name}</b>
              <span className="small muted nb">{number?.replace(/\*+/, ' •••• ')}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{say({ zh: '对他们意味着什么', en: 'What it means for them' })}</h2>
        <ul className="card pad means">
          {meaning(stopOn !== null).map((text) => (
            <li key={text.zh}>{say(text)}</li>
          ))}
        </ul>
      </section>
      <Send leaving={leaving} />
    </main>
  );
}

function Answers({ leaving }: { readonly leaving: Leaving }) {
  const say = useSay();
  const language = useLanguage();
  const { endedOn, stopOn, reason } = leaving;
  return (
    <CheckAnswers
      title={say({ zh: '申报内容', en: 'What you report' })}
      of={[
        {
          label: say({ zh: '劳动关系结束日', en: 'Employment ended on' }),
          value: endedOn && showDate(endedOn, language),
          change: pageOf.leaving('day'),
        },
        {
          label: say({ zh: '医保', en: 'Insurance' }),
          value: stopOn
            ? say({ zh: '从{day}起停', en: 'Stops from {day}' }, { day: showDate(stopOn, language) })
            : say({ zh: '不停，只减员', en: 'Does not stop' }),
          change: pageOf.leaving('stop'),
        },
        {
          label: say({ zh: '离职原因', en: 'Why' }),
          value: reason && say(reasonName(reason)),
          change: pageOf.leaving('reason'),
        },
      ]}
    />
  );
}

function Send({ leaving }: { readonly leaving: Leaving }) {
  const say = useSay();
  const navigate = useNavigate();
  const employerId = useEmployer();
  const { staff, endedOn, stopOn, reason } = leaving;
  const n = staff.length;
  const { send, busy, problem, reset } = useWrite(report, ({ reportId }) => {
    // The page of the report clears what was ticked: cleared here, this page would lead back before that one is there.
    void navigate(pageOf.staffReport(reportId), { replace: true, state: justSent });
  });
  function press(): void {
    if (busy || endedOn === null || reason === null) return;
    const personIds = staff.map(({ personId }) => personId);
    send({ params: { employerId }, body: { personIds, endedOn, stopOn, reason } });
  }
  const gone = problem?.code === 'life-events.not-on-roster' ? listedIn(problem, staff) : [];
  return (
    <div className="send">
      {gone.length > 0 ? <Gone {...{ gone, reset }} /> : <ProblemBox problem={problem} />}
      <p className="small muted">
        {say({
          zh: '按下即以本单位的名义正式申报。经办机构决定以前可以撤回；决定以后，要到窗口更正。',
          en: 'This reports it formally in the employer’s name. You can take it back until the agency has decided; after that, corrections are made at a window.',
        })}
      </p>
      <button type="button" className="btn primary wide" aria-disabled={busy} onClick={press}>
        {busy ? say({ zh: '正在申报……', en: 'Sending…' }) : say(forCount(n, reportOne, reportMany), { n })}
      </button>
    </div>
  );
}

const report = 'POST /employers/{employerId}/staff-reports';

/** Those whom a refusal lists by their place in the report. */
function listedIn({ problems }: Problem, staff: readonly Member[]): readonly Member[] {
  const places = new Set(problems.map(({ path }) => path));
  return staff.filter((_, at) => places.has(`personIds.${at}`));
}

/** Who left the roster between being ticked and being reported, by name: the others are reported without them. */
function Gone({ gone, reset }: { readonly gone: readonly Member[]; readonly reset: () => void }) {
  const say = useSay();
  const { leaving, change } = useLeaving();
  const names = gone.map(({ name }) => name).join(say({ zh: '、', en: ', ' }));
  const rest = leaving.staff.filter((member) => !gone.includes(member));
  return (
    <div className="errors" role="alert">
      <h2>
        <Icon name="warn" />
        {say({ zh: '已经不在名单上：{names}', en: 'Not on your roster any more: {names}' }, { names })}
      </h2>
      <p>{say(rest.length === 0 ? nobodyLeft : othersWait)}</p>
      <button
        type="button"
        className="btn"
        onClick={() => {
          reset();
          change({ staff: rest });
        }}
      >
        {say(rest.length === 0 ? toRoster : leaveOut)}
      </button>
    </div>
  );
}

const othersWait = {
  zh: '勾选以后，名单变了。谁都还没有申报；去掉他们，就可以申报其余的人。',
  en: 'The roster has changed since you ticked them. Nobody is reported yet: leave them out and report the others.',
};
const nobodyLeft = {
  zh: '勾选以后，名单变了，这次不用再报。',
  en: 'The roster has changed since you ticked them; there is nobody left to report.',
};
const leaveOut = { zh: '去掉他们', en: 'Leave them out' };
const toRoster = { zh: '回到职工名单', en: 'Back to our staff' };

function meaning(stops: boolean): readonly Text[] {
  return [
    {
      zh: '我们会通知本人；有误的，本人可以告诉单位或我们。',
      en: 'We tell each of them. If something is wrong they can tell you or us.',
    },
    ...(stops
      ? [
          {
            zh: '停保后不再享受统筹待遇，直到重新参保。',
            en: 'Once their insurance has stopped, the pooled fund covers no care until they are insured again.',
          },
          {
            zh: '个人账户里的钱还是本人的。停保后，本人可以申请把医保转到别的城市；符合条件的，可以申请领取余额。',
            en: 'The money in the personal account stays theirs. They can then apply to transfer their insurance to another city or, where they qualify, to withdraw the balance.',
          },
        ]
      : [
          {
            zh: '只是离开本单位的名单，医保不停。',
            en: 'They only leave your roster. Their insurance goes on.',
          },
        ]),
  ];
}

const reportOne = { zh: '为 1 人申报减员', en: 'Report 1 person leaving' };
const reportMany = { zh: '为 {n} 人申报减员', en: 'Report {n} people leaving' };
