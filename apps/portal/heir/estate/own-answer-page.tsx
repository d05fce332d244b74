import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Text } from '#basics';
import { Choices, type Offered } from '../../ui/choices.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type Say, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { Waiver, waiverOffered } from '../waiver.tsx';
import { type EstateSeen, type Heir, useAskedAgain, WithEstate } from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { beforeTheDecision, type OwnAnswer, ownAnswers } from './own-answers.ts';
import { isOut } from './words-said.ts';

/** What whoever has signed in says of the shares for their own one. */
export function OwnAnswerPage() {
  const { heir = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const one = seen.heirs.heirs.find(({ successorId, yours }) => yours && successorId === heir);
        return one && !isOut(one) ? (
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
  const [chosen, setChosen] = useState<OwnAnswer | null>(null);
  const [reason, setReason] = useState('');
  const [understood, setUnderstood] = useState(false);
  const [first = 'object'] = answersIn({ seen, heir });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useEstateWrite(
    seen,
    'POST /withdrawals/{number}/heirs/{successorId}/own-word',
    async () => {
      await again();
      await navigate(pageOf.estate(seen.number));
    },
  );
  function go(): void {
    const lacking = [
      ...(chosen === null
        ? [{ field: `own-${first}`, says: say({ zh: '请选一个答复', en: 'Choose an answer' }) }]
        : []),
      ...(chosen === 'object' && reason.trim() === ''
        ? [{ field: 'reason', says: say({ zh: '请写不同意的原因', en: 'Say why you do not agree' }) }]
        : []),
      ...(chosen === 'waive' && !understood
        ? [{ field: 'understood', says: say(waiverOffered.understand) }]
        : []),
    ];
    setProblems(lacking);
    if (lacking.length > 0 || chosen === null) return;
    const params = { number: seen.number, successorId: heir.successorId };
    // Equal by law until somebody says otherwise: those who are left share what was waived.
    const divideEqually = chosen === 'waive';
    send({
      params,
      body: { word: chosen, reason: chosen === 'object' ? reason.trim() : null, divideEqually },
    });
  }
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.says ?? null;
  const typed = { chosen, setChosen, reason, setReason, understood, setUnderstood, first };
  return { ...typed, problems, problemAt, busy, problem, go };
}

function answersIn({ seen, heir }: Answers): readonly OwnAnswer[] {
  const { view, heirs } = seen;
  return ownAnswers({ state: view.state, divided: heirs.division !== null, mayWaive: heir.mayWaive });
}

function Answering({ seen, heir }: Answers) {
  const say = useSay();
  const answer = useAnswer({ seen, heir });
  const { chosen, setChosen, first, problems, problemAt, busy, problem, go } = answer;
  const answers = answersIn({ seen, heir });
  const atWindow = beforeTheDecision(seen.view.state) && !answers.includes('waive') && !heir.minor;
  return (
    <Question
      title={say({ zh: '您自己的答复', en: 'Your own answer' })}
      help={say({
        zh: '您提出了申请，就表示同意各人相等的份额；按商量的份额分的，请在这里点同意。',
        en: 'Applying means that you agree to equal shares. Where other shares were agreed on, say so here.',
      })}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      {...(chosen ? { onward: say(confirms[chosen]) } : {})}
      onGo={go}
      after={<ProblemBox problem={problems.length === 0 ? problem : null} />}
    >
      <Choices
        name="own"
        of={answers.map((one) => offered(one, answer, say))}
        chosen={chosen}
        problem={problemAt(`own-${first}`)}
        onChoose={(id) => setChosen(answers.find((one) => one === id) ?? null)}
      />
      {atWindow && <p className="small muted">{say(waiveAtWindow)}</p>}
    </Question>
  );
}

/** Each answer with what it means. */
function offered(id: OwnAnswer, answer: ReturnType<typeof useAnswer>, say: Say): Offered {
  const { reason, setReason, understood, setUnderstood, problemAt } = answer;
  if (id === 'agree')
    return { id, label: say({ zh: '同意现在的份额', en: 'I agree to the shares as they are' }) };
  if (id === 'object')
    return {
      ...{ id, label: say({ zh: '不同意', en: 'I do not agree' }) },
      hint: say({ zh: '只暂停您的那一份', en: 'Only your own share waits' }),
      more: <Reason {...{ reason }} problem={problemAt('reason')} onChange={setReason} />,
    };
  return {
    ...{ id, label: say(waiverOffered.label), hint: say(waiverOffered.hint) },
    more: (
      <Waiver
        byRelative={false}
        {...{ understood }}
        problem={problemAt('understood')}
        onChange={setUnderstood}
      />
    ),
  };
}

const confirms: Readonly<Record<OwnAnswer, Text>> = {
  agree: { zh: '同意现在的份额', en: 'I agree to these shares' },
  object: { zh: '提出异议', en: 'Object' },
  waive: waiverOffered.confirms,
};
/** Whom no officer has seen under this very name. */
const waiveAtWindow: Text = {
  zh: '要放弃自己的一份，请带身份证件到窗口，签一份书面声明：这个登录名还没有按这位继承人的证件核对过姓名。',
  en: 'To waive your share, come to a window with your identity document and sign a statement: nobody has compared this login with this heir’s document yet.',
};

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
