import { useState } from 'react';
import { plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useToday } from '../../ui/today.ts';

type Line = Answer<'GET /employers/{employerId}/staff-reports/{reportId}'>['lines'][number];

/** One of the staff: where their case is and until when, or why there is none and what to do. */
export function LineOfReport({ line, again }: { readonly line: Line; readonly again: () => void }) {
  const say = useSay();
  const { name, outcome, case: file, why } = line;
  return (
    <li className="card pad report-line">
      <span className="case-top">
        <b>{name}</b>
        {outcome === 'waiting' && (
          <span className="tag wait">
            <Icon name="clock" />
            {say({ zh: '还没办到', en: 'Not sent yet' })}
          </span>
        )}
        {outcome === 'refused' && (
          <span className="tag stop">
            <Icon name="cross" />
            {say({ zh: '办不了', en: 'Not possible' })}
          </span>
        )}
        {file && <CaseTag file={file} />}
      </span>
      {file && <Where file={file} />}
      {file?.mayTakeBack && <TakeBack number={file.number} again={again} />}
      {why && (
        <div className="why-not">
          {why.problems.length === 0 && <p>{say(why.text)}</p>}
          <ul className="plain">
            {why.problems.map(({ path, detail }) => (
              <li key={path}>{say(detail)}</li>
            ))}
          </ul>
          {why.problems.length === 0 && <p className="small muted">{say(why.next)}</p>}
        </div>
      )}
    </li>
  );
}

type File = NonNullable<Line['case']>;

function CaseTag({ file }: { readonly file: File }) {
  const say = useSay();
  const { over, state, stateName } = file;
  const [kind, icon] = !over
    ? (['tag info', 'clock'] as const)
    : state === 'approved'
      ? (['tag ok', 'tick'] as const)
      : (['tag', 'back'] as const);
  return (
    <span className={kind}>
      <Icon name={icon} />
      {say(stateName)}
    </span>
  );
}

function Where({ file }: { readonly file: File }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { number, dueOn, dueProvisional, over } = file;
  const day = dueOn && showDay(plainDate(dueOn), language, today);
  return (
    <p className="small">
      <span className="nb number">{number}</span>
      {!over && day && (
        <>
          {' · '}
          {say(dueProvisional ? provisionally : until, { day })}
        </>
      )}
    </p>
  );
}

/** Asked once more in place, since it ends a case. */
function TakeBack({ number, again }: { readonly number: string; readonly again: () => void }) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const { send, busy, problem } = useWrite('POST /life-events/{number}/withdrawal-of-application', again);
  if (!sure)
    return (
      <button type="button" className="link" onClick={() => setSure(true)}>
        {say({ zh: '撤回', en: 'Take back' })}
      </button>
    );
  return (
    <div className="take-back">
      <ProblemBox problem={problem} />
      <p className="small">
        {say({
          zh: '撤回后，这个人仍在本单位名单上，医保不变。',
          en: 'They stay on your roster and their insurance does not change.',
        })}
      </p>
      <button
        type="button"
        className="btn stop"
        aria-disabled={busy}
        onClick={() => busy || send({ params: { number }, body: {} })}
      >
        {say({ zh: '确定撤回', en: 'Take it back' })}
      </button>
      <button type="button" className="btn" onClick={() => setSure(false)}>
        {say({ zh: '不撤', en: 'Keep it' })}
      </button>
    </div>
  );
}

const until = { zh: '最晚 {day}办结', en: 'done by {day}' };
const provisionally = { zh: '暂定最晚 {day}办结', en: 'provisionally done by {day}' };
