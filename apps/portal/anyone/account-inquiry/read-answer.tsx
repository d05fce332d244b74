import { type FormEvent, useRef, useState } from 'react';
import { readInquiryKey } from '#business/access/public';
import type { Answer } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { homeOfMy } from '../../ui/links.ts';
import { Money } from '../../ui/money.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { AddToLogin } from './add-to-login.tsx';
import { OpenLogin } from './open-login.tsx';
import { InquiryPapers } from './papers.tsx';

type Answered = Answer<'POST /account-inquiries/answer'>;

/** The number and the secret of a question. */
export interface Key {
  readonly inquiryId: string;
  readonly secret: string;
}

/** The answer by number and secret; where two officers have confirmed it, the way to a login of one's own. */
export function ReadAnswer({ known, onBack }: { readonly known: Key; readonly onBack: () => void }) {
  const [key, setKey] = useState(known);
  const [answer, setAnswer] = useState<Answered | null>(null);
  const [opening, setOpening] = useState<'new' | 'own' | null>(null);
  const back = () => setOpening(null);
  if (opening === 'new') return <OpenLogin of={key} onBack={back} />;
  if (opening === 'own') return <AddToLogin of={key} onBack={back} />;
  if (answer !== null)
    return <Told {...{ answer }} of={key} onAgain={() => setAnswer(null)} onOpen={setOpening} />;
  return <KeyForm {...{ typed: key, onType: setKey, onAnswer: setAnswer, onBack }} />;
}

function KeyForm(form: {
  readonly typed: Key;
  readonly onType: (key: Key) => void;
  readonly onAnswer: (answer: Answered) => void;
  readonly onBack: () => void;
}) {
  const { typed, onType, onAnswer, onBack } = form;
  const say = useSay();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { problem, busy, send } = useKey(typed, onAnswer);
  const wrong = problem?.code === 'succession.no-question';
  function submit(event: FormEvent): void {
    event.preventDefault();
    const { inquiryId, secret } = readInquiryKey(typed);
    const lacking = [
      ...(inquiryId === '' ? [{ field: 'inquiry', says: say(fields.inquiry.needs) }] : []),
      ...(secret === '' ? [{ field: 'secret', says: say(fields.secret.needs) }] : []),
    ];
    setProblems(lacking);
    if (lacking.length === 0 && !busy) send();
  }
  const atFields = wrong ? both.map((field) => ({ field, says: say(notRight) })) : problems;
  const problemAt = (id: string) => atFields.find(({ field }) => field === id)?.says ?? null;
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '返回', en: 'Back' })}
      </button>
      <ErrorSummary problems={atFields} />
      {atFields.length === 0 && <ProblemBox problem={problem} />}
      {wrong && <p className="help">{say(problem.next)}</p>}
      <Heading>{say({ zh: '看答复', en: 'Read the answer' })}</Heading>
      <form method="dialog" onSubmit={submit} noValidate>
        <EntryField
          id="inquiry"
          label={say(fields.inquiry.label)}
          value={typed.inquiryId}
          maxLength={64}
          autoComplete="off"
          problem={problemAt('inquiry')}
          onValue={(inquiryId) => onType({ ...typed, inquiryId })}
        />
        <EntryField
          id="secret"
          label={say(fields.secret.label)}
          help={say(fields.secret.help)}
          value={typed.secret}
          maxLength={100}
          autoComplete="off"
          problem={problemAt('secret')}
          onValue={(secret) => onType({ ...typed, secret })}
        />
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say(busy ? { zh: '正在查……', en: 'Looking it up…' } : { zh: '看答复', en: 'Read the answer' })}
        </button>
      </form>
    </main>
  );
}

/**
 * The answer by what was typed. Where there is none yet, the papers sent with the question say whether number and secret fit: the
 * answer itself has the same words for everybody.
 */
function useKey(typed: Key, onAnswer: (answer: Answered) => void) {
  const waiting = useRef<Answered>(null);
  const papers = useWrite(
    'POST /account-inquiries/{inquiryId}/papers',
    () => waiting.current && onAnswer(waiting.current),
  );
  const answer = useWrite('POST /account-inquiries/answer', (told) => {
    waiting.current = told;
    if (told.answered) onAnswer(told);
  });
  function send(): void {
    papers.reset();
    const { inquiryId, secret } = readInquiryKey(typed);
    const fits = () => !waiting.current?.answered && papers.send({ params: { inquiryId }, body: { secret } });
    answer.send({ body: { inquiryId, secret } }, { onSuccess: fits });
  }
  return { send, busy: answer.busy || papers.busy, problem: answer.problem ?? papers.problem };
}

function Told(told: {
  readonly answer: Answered;
  readonly of: Key;
  readonly onAgain: () => void;
  readonly onOpen: (login: 'new' | 'own') => void;
}) {
  const { answer, of, onAgain, onOpen } = told;
  const say = useSay();
  const { answered, message, balanceFen, login } = answer;
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onAgain}>
        <Icon name="back" />
        {say({ zh: '返回', en: 'Back' })}
      </button>
      <Heading>
        {say(
          answered
            ? { zh: '材料已经确认', en: 'Your papers are confirmed' }
            : { zh: '还没有确认', en: 'Not confirmed yet' },
        )}
      </Heading>
      <p>{say(message)}</p>
      {balanceFen !== null && (
        <>
          <p className="share-total">
            <Money fen={balanceFen} />
          </p>
          <p className="muted">{say(interestComes)}</p>
        </>
      )}
      {!answered && <InquiryPapers of={readInquiryKey(of)} />}
      <Onward {...{ answered, login, onOpen }} />
    </main>
  );
}

// The login shows it with the interest of today.
const interestComes = {
  zh: '这是已经入账的余额；还没有入账的利息另算，一并付给继承人。',
  en: 'This is what is credited; interest not credited yet comes on top and is paid to the heirs with it.',
};

/** The way on: a login, where the answer opens one. */
function Onward(onward: {
  readonly answered: boolean;
  readonly login: 'open' | 'used' | 'none';
  readonly onOpen: (login: 'new' | 'own') => void;
}) {
  const { answered, login, onOpen } = onward;
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      {login === 'open' && (
        <div className="do">
          <h2>{say({ zh: '给自己开通登录名', en: 'Open a login of your own' })}</h2>
          <div>
            <p>
              {say({
                zh: '以后用它申请、邀请其他继承人、看办到哪一步。这个编号和口令只能开通一次。',
                en: 'With it you apply, invite the other heirs, and follow the case. This number and secret open one login.',
              })}
            </p>
            <button type="button" className="btn primary wide" onClick={() => onOpen('new')}>
              {say({ zh: '开通', en: 'Open it' })}
            </button>
            <button type="button" className="link" onClick={() => onOpen('own')}>
              {say({ zh: '我已经有登录名', en: 'I have a login already' })}
            </button>
          </div>
        </div>
      )}
      {login === 'used' && (
        <p>
          <a className="btn primary wide" href={`${homeOfMy(language)}/heir`}>
            {say({ zh: '登录，接着办', en: 'Sign in and go on' })}
          </a>
        </p>
      )}
      {answered && login === 'none' && (
        <p className="muted">
          {say({
            zh: '要在网上办，请带身份证件到窗口领激活码；也可以直接在窗口申请。',
            en: 'To go on online, show your identity document at a window and get an activation code; or apply there.',
          })}
        </p>
      )}
    </>
  );
}

const both = ['inquiry', 'secret'] as const;
const notRight = { zh: '编号或口令不对', en: 'The number or the secret is not right' } as const;
const fields = {
  inquiry: {
    label: { zh: '编号', en: 'Number' },
    needs: { zh: '请填编号', en: 'Enter the number' },
  },
  secret: {
    label: { zh: '口令', en: 'Secret' },
    needs: { zh: '请填口令', en: 'Enter the secret' },
    help: {
      zh: '大小写、空格和横线都不要紧',
      en: 'Small or capital letters, spaces and hyphens make no difference',
    },
  },
} as const;
