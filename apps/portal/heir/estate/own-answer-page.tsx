import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useWrite } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { type EstateSeen, type Heir, mayChange, useAskedAgain, WithEstate } from './estate.tsx';

/** What whoever has signed in says of the shares for their own one. */
export function OwnAnswerPage() {
  const { heir = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const one = seen.heirs.heirs.find(({ successorId, yours }) => yours && successorId === heir);
        return one ? (
          <Answering {...{ seen }} heir={one} />
        ) : (
          <Navigate to={pageOf.estate(seen.number)} replace />
        );
      }}
    </WithEstate>
  );
}

interface Answers {
  readonly seen: EstateSeen;
  readonly heir: Heir;
}

/** What is chosen and written, and its sending. */
function useAnswer({ seen, heir }: Answers) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const [chosen, setChosen] = useState<'agree' | 'object' | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useWrite(
    'POST /withdrawals/{number}/heirs/{successorId}/own-word',
    async () => {
      await again();
      await navigate(pageOf.estate(seen.number));
    },
  );
  function go(): void {
    const lacking = [
      ...(chosen === null
        ? [{ field: 'own-agree', says: say({ zh: '请选一个答复', en: 'Choose an answer' }) }]
        : []),
      ...(chosen === 'object' && reason.trim() === ''
        ? [{ field: 'reason', says: say({ zh: '请写不同意的原因', en: 'Say why you do not agree' }) }]
        : []),
    ];
    setProblems(lacking);
    if (lacking.length > 0 || chosen === null) return;
    const params = { number: seen.number, successorId: heir.successorId };
    send({ params, body: { word: chosen, reason: chosen === 'object' ? reason.trim() : null } });
  }
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.says ?? null;
  return { chosen, setChosen, reason, setReason, problems, problemAt, busy, problem, go };
}

function Answering({ seen, heir }: Answers) {
  const say = useSay();
  const { chosen, setChosen, reason, setReason, problems, problemAt, busy, problem, go } = useAnswer({
    ...{ seen, heir },
  });
  const may = mayChange(seen.view) && seen.heirs.division !== null;
  const agree = {
    id: 'agree',
    label: say({ zh: '同意现在的份额', en: 'I agree to the shares as they are' }),
  };
  return (
    <Question
      title={say({ zh: '您自己的答复', en: 'Your own answer' })}
      help={say({
        zh: '您提出了申请，就表示同意现在的份额；按商量的份额分的，请在这里点同意。',
        en: 'Applying means that you agree to equal shares. Where other shares were agreed on, say so here.',
      })}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      onward={say({ zh: '这样答复', en: 'Answer so' })}
      onGo={go}
      after={<ProblemBox problem={problems.length === 0 ? problem : null} />}
    >
      <Choices
        name="own"
        of={[
          ...(may ? [agree] : []),
          {
            id: 'object',
            label: say({ zh: '不同意', en: 'I do not agree' }),
            hint: say({ zh: '只暂停您的那一份', en: 'Only your own share waits' }),
            more: <Reason {...{ reason }} problem={problemAt('reason')} onChange={setReason} />,
          },
        ]}
        chosen={chosen}
        problem={problemAt('own-agree')}
        onChoose={(id) => setChosen(id === 'agree' ? 'agree' : 'object')}
      />
      <p className="small muted">
        {say({
          zh: '要放弃自己的一份，请带身份证件到窗口，签一份书面声明。',
          en: 'To waive your share, come to a window with your identity document and sign a statement.',
        })}
      </p>
    </Question>
  );
}

function Reason(field: {
  readonly reason: string;
  readonly problem: string | null;
  readonly onChange: (reason: string) => void;
}) {
  const { reason, problem, onChange } = field;
  const say = useSay();
  return (
    <div className={problem === null ? 'entry-field' : 'entry-field wrong'}>
      <label htmlFor="reason">{say({ zh: '为什么不同意', en: 'Why you do not agree' })}</label>
      <p className="help" id="reason-help">
        {say({
          zh: '只给经办人员看；不要写证件号码和账号',
          en: 'Only the officers read it. Leave out identity and account numbers',
        })}
      </p>
      {problem !== null && <p className="problem">{problem}</p>}
      <textarea
        id="reason"
        maxLength={500}
        value={reason}
        aria-describedby="reason-help"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}
