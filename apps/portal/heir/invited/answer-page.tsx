import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import type { Text } from '#basics';
import { useWrite } from '../../ui/asking.ts';
import { Choices, type Offered } from '../../ui/choices.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type Say, useSay } from '../../ui/language.tsx';
import { invitedPage } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { Waiver, waiverOffered } from '../waiver.tsx';
import { answersFor, chosenFirst, isAsked, leftAfterDecision, type Said } from './answers.ts';
import { type Seen, useSecret, useSeenAgain, WithSeen } from './link.tsx';
import { noReason, type Objection, ObjectionFields, reasonWritten } from './objection-fields.tsx';
import { SharesSeen } from './shares-seen.tsx';
import { agreeingOnceMore } from './stage.ts';

/** Agree, object or waive, each with what it means before it is said. */
export function AnswerPage() {
  return (
    <WithSeen>
      {(seen) => (isAsked(seen) ? <Answering seen={seen} /> : <Navigate to={invitedPage.home()} replace />)}
    </WithSeen>
  );
}

/** What is chosen, and its sending. */
function useAnswer(seen: Seen) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useSeenAgain();
  const secret = useSecret();
  const own = seen.shares.find(({ yours }) => yours)?.successorId;
  const [chosen, setChosen] = useState<Said | null>(() => chosenFirst(seen));
  // Who has objected already adds to it, and only what they choose themselves.
  const first = own && seen.word !== 'object' ? [own] : [];
  const [objection, setObjection] = useState<Objection>({ ...noReason, disputes: first });
  const [understood, setUnderstood] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useWrite('POST /heir-links/words', async () => {
    await again();
    await navigate(chosen === 'agree' && !seen.accountNamed ? invitedPage.account() : invitedPage.home());
  });
  function go(): void {
    const lacking = lackingIn({ seen, chosen, objection, understood }, say);
    setProblems(lacking);
    if (lacking.length > 0 || chosen === null) return;
    const disputed = chosen === 'object' ? objection.disputes : [];
    const reason = chosen === 'object' ? reasonWritten(objection, say) : null;
    send({ body: { secret, word: chosen, disputes: [...disputed], reason } });
  }
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.says ?? null;
  const filled = { chosen, setChosen, objection, setObjection, understood, setUnderstood };
  return { ...filled, problems, problemAt, busy, problem: problems.length === 0 ? problem : null, go };
}

function Answering({ seen }: { readonly seen: Seen }) {
  const say = useSay();
  const answer = useAnswer(seen);
  const { chosen, setChosen, problems, problemAt, busy, problem, go } = answer;
  const left = leftAfterDecision(seen);
  const [first = 'object'] = answersFor(seen);
  return (
    <Question
      title={say({ zh: '您的答复', en: 'Your answer' })}
      back={{ to: invitedPage.home(), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      before={
        <>
          {left && <p className="calm">{say(left)}</p>}
          {!seen.decided && seen.byRelative && seen.agreement !== 'not-needed' && (
            <p className="calm">{say(agreeingOnceMore)}</p>
          )}
          <SharesSeen of={seen} />
        </>
      }
      {...(chosen ? { onward: say(confirms[chosen]) } : {})}
      onGo={go}
      after={<ProblemBox problem={problem} />}
    >
      <Choices
        name="word"
        chosen={chosen}
        problem={problemAt(`word-${first}`)}
        onChoose={(id) => setChosen(offered.find((one) => one === id) ?? null)}
        of={choicesOf(seen, answer, say)}
      />
    </Question>
  );
}

const offered: readonly Said[] = ['agree', 'object', 'waive'];

/** Each answer that counts, with what it means. */
function choicesOf(seen: Seen, answer: ReturnType<typeof useAnswer>, say: Say): readonly Offered[] {
  const { objection, setObjection, understood, setUnderstood, problemAt } = answer;
  const agree: Offered = {
    ...{ id: 'agree', label: say({ zh: '同意', en: 'I agree' }) },
    hint: say(
      seen.guardianSpeaks
        ? { zh: '下一步填孩子那一份的收款账户', en: 'Next comes the account for the child’s share' }
        : { zh: '下一步填您自己的收款账户', en: 'Next comes the account for your share' },
    ),
  };
  const object: Offered = {
    ...{ id: 'object', label: say({ zh: '不同意', en: 'I do not agree' }) },
    hint: say({
      zh: '只暂停有争议的那一份，其他人照常领',
      en: 'Only the share in dispute waits; the others are paid',
    }),
    more: <ObjectionFields {...{ seen, objection, problemAt }} onChange={setObjection} />,
  };
  const waive: Offered = {
    ...{ id: 'waive', label: say(waiverOffered.label) },
    hint: say(waiverOffered.hint),
    more: (
      <Waiver
        byRelative={seen.byRelative}
        understood={understood}
        problem={problemAt('understood')}
        onChange={setUnderstood}
      />
    ),
  };
  const all: Readonly<Record<Said, Offered>> = { agree, object, waive };
  return answersFor(seen).map((one) => all[one]);
}

function lackingIn(
  given: {
    readonly seen: Seen;
    readonly chosen: Said | null;
    readonly objection: Objection;
    readonly understood: boolean;
  },
  say: Say,
): readonly FieldProblem[] {
  const { seen, chosen, objection, understood } = given;
  const [first] = answersFor(seen);
  if (chosen === null)
    return [{ field: `word-${first}`, says: say({ zh: '请选一个答复', en: 'Choose an answer' }) }];
  if (chosen === 'waive' && !understood)
    return [{ field: 'understood', says: say(waiverOffered.understand) }];
  if (chosen !== 'object') return [];
  return [
    ...(objection.disputes.length === 0
      ? [
          {
            field: 'disputed',
            says: say({ zh: '请选有争议的是哪一份', en: 'Choose which share is in dispute' }),
          },
        ]
      : []),
    ...(reasonWritten(objection, say) === null
      ? [
          {
            field: 'why',
            says: say({
              zh: '请至少选一个不同意的原因',
              en: 'Choose at least one reason why you do not agree',
            }),
          },
        ]
      : []),
  ];
}

const confirms: Readonly<Record<Said, Text>> = {
  agree: { zh: '同意这样分', en: 'I agree to these shares' },
  object: { zh: '提出异议', en: 'Object' },
  waive: waiverOffered.confirms,
};
