import { type ReactNode, useState } from 'react';
import type { Text } from '#basics';
import type { PayeeAccount } from '#business/payments/public';
import { beforePaid, beforeSaved, payThere, saveIt } from './another-account.ts';
import type { Problem } from './api.ts';
import { BackTo } from './back-to.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { Heading } from './heading.tsx';
import { useLanguage, useSay } from './language.tsx';
import { doubtsId, PayeeDoubts } from './payee-doubts.tsx';
import { payeeRows } from './payee-rows.ts';
import { ProblemBox } from './problem-box.tsx';
import { useFresh } from './use-fresh.ts';

/** The account once more before it is saved, or money goes there at once, and the one button that sends it. */
export function PayeeCheck(checked: {
  readonly payee: PayeeAccount;
  /** Whether money goes there as soon as it is sent. */
  readonly paysNow: boolean;
  /** What makes it doubtful though it may be right. */
  readonly doubts: readonly string[];
  /** Where it is changed, by its address below `homeOfMy`. */
  readonly change: string;
  /** What should be known first, as how much goes there. */
  readonly before: ReactNode;
  /** That it is not changed here again, where that is so. */
  readonly once?: Text | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly onGo: () => void;
}) {
  const { payee, paysNow, doubts, change, before, once, problem, busy, onGo } = checked;
  const say = useSay();
  const language = useLanguage();
  // What was said of another account is not said of this one.
  const [sent, setSent] = useState(false);
  const fresh = useFresh();
  const described = [...(doubts.length > 0 ? [doubtsId] : []), ...(once ? [onceId] : [])].join(' ');
  function send(): void {
    if (busy || fresh) return;
    setSent(true);
    onGo();
  }
  return (
    <main id="main" className="narrow question check-page">
      <BackTo to={change}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say(paysNow ? beforePaid : beforeSaved)}</Heading>
      {before}
      <CheckAnswers
        title={say({ zh: '收款账户', en: 'Account for the payment' })}
        of={payeeRows(payee, { change, say, language })}
      >
        <PayeeDoubts of={doubts} change={change} />
      </CheckAnswers>
      <ProblemBox problem={sent ? problem : null} />
      {once && <p id={onceId}>{say(once)}</p>}
      <div className="go">
        <button
          type="button"
          className="btn primary wide"
          aria-disabled={busy || fresh}
          aria-describedby={described || undefined}
          onClick={send}
        >
          {say(paysNow ? payThere : saveIt)}
        </button>
      </div>
    </main>
  );
}

const onceId = 'named-once';
