import { type FormEvent, type RefObject, useState } from 'react';
import { relationNames, relations } from '#business/succession/public';
import { useWrite } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { sentence } from '../../ui/sentence.ts';
import { identityOf, lackingIn, type SentBefore, secretFor, type TypedInquiry } from './asked-form.ts';
import { inquiryTitle } from './inquiry-words.ts';
import { PersonFields } from './person-fields.tsx';
import type { Key } from './read-answer.tsx';

/** What is typed of the question, and its sending. The secret is made here, so that what is sent twice is one question. */
function useQuestion({ typed, sent, onAsked }: Asking) {
  const say = useSay();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useWrite('POST /account-inquiries', ({ inquiryId, secret: kept }) =>
    onAsked({ inquiryId, secret: kept }),
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacking = lackingIn(typed).map(({ field, says }) => ({ field, says: say(says) }));
    setProblems(lacking);
    if (lacking.length > 0 || busy || typed.relation === null) return;
    const { deceased, asker, relation } = typed;
    const person = (one: typeof deceased) => ({ name: one.name.trim(), identity: identityOf(one) });
    const question = { deceased: person(deceased), asker: person(asker), relation };
    sent.current = secretFor(question, sent.current);
    send({ body: { ...question, secret: sent.current.secret } });
  }
  return { problems, busy, problem, submit };
}

interface Asking {
  readonly typed: TypedInquiry;
  readonly setTyped: (typed: TypedInquiry) => void;
  /** What was sent last, with its secret; it outlives this page, as what is typed does. */
  readonly sent: RefObject<SentBefore>;
  readonly onBack: () => void;
  readonly onAsked: (key: Key) => void;
}

/** Who died, who asks, and how they are related. */
export function Ask(asking: Asking) {
  const { typed, setTyped, onBack } = asking;
  const say = useSay();
  const { problems, busy, problem, submit } = useQuestion(asking);
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '返回', en: 'Back' })}
      </button>
      <ErrorSummary problems={problems} />
      {problems.length === 0 && <ProblemBox problem={problem} />}
      <Heading>{say(inquiryTitle)}</Heading>
      {/* Until the program is there nothing is sent anywhere. */}
      <form method="dialog" onSubmit={submit} noValidate>
        <fieldset className="inner">
          <legend>{say({ zh: '去世的是哪一位', en: 'Who died' })}</legend>
          <PersonFields
            who="deceased"
            {...{ typed: typed.deceased, problems }}
            onType={(deceased) => setTyped({ ...typed, deceased })}
          />
        </fieldset>
        <fieldset className="inner">
          <legend>{say({ zh: '您是逝者的', en: 'You are their' })}</legend>
          <Choices
            name="relation"
            of={relations.map((id) => ({ id, label: sentence(say(relationNames[id])) }))}
            chosen={typed.relation}
            problem={problems.find(({ field }) => field === 'relation-spouse')?.says ?? null}
            onChoose={(chosen) =>
              setTyped({ ...typed, relation: relations.find((id) => id === chosen) ?? null })
            }
          />
        </fieldset>
        <fieldset className="inner">
          <legend>{say({ zh: '您自己', en: 'Yourself' })}</legend>
          <PersonFields
            who="asker"
            {...{ typed: typed.asker, problems }}
            onType={(asker) => setTyped({ ...typed, asker })}
          />
        </fieldset>
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say(busy ? { zh: '正在提交……', en: 'Sending…' } : { zh: '提交', en: 'Send' })}
        </button>
      </form>
    </main>
  );
}
