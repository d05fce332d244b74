import { Link } from 'react-router';
import { accountInShort } from '../../ui/account-in-short.ts';
import { Busy } from '../../ui/ask-once.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { PayeeDoubts } from '../../ui/payee-doubts.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Wanted } from './asked-of-you.tsx';
import { PapersAsked } from './papers-asked.tsx';
import { useStep } from './use-step.ts';
import type { WithdrawalView } from './withdrawal.tsx';

/** An application that was begun, at a window or elsewhere: what is still missing, and the button that hands it in. */
export function Draft({ view }: { readonly view: WithdrawalView }) {
  const say = useSay();
  const { number, seen, payee } = view;
  const step = useStep('POST /withdrawals/{number}/submission');
  return (
    <Wanted>
      <p>
        {say({
          zh: '这份申请还没有提交。能补的先补上，也可以先提交、以后再补。',
          en: 'This application has not been handed in. Add what you can, or hand it in now and add the rest later.',
        })}
      </p>
      <PapersAsked number={number} open only="missing" />
      <p>
        <Link to={pageOf.payeeOf(number)}>
          {payee
            ? say(
                { zh: '收款账户：{account}，修改', en: 'Account: {account}. Change it' },
                { account: accountInShort(payee) },
              )
            : say({ zh: '填收款账户', en: 'Say where the money goes' })}
        </Link>
      </p>
      <PayeeDoubts of={payee?.doubts.map(({ text }) => say(text)) ?? []} />
      <ProblemBox problem={step.problem} />
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={step.busy}
        onClick={() => step.take({ params: { number }, body: { seen } })}
      >
        <Busy busy={step.busy}>{say({ zh: '提交申请', en: 'Hand it in' })}</Busy>
      </button>
      {step.problem?.code === 'withdrawal.not-open' && (
        <button
          type="button"
          className="btn wide"
          aria-disabled={step.busy}
          onClick={() => step.take({ params: { number }, body: { seen, applyAnyway: true } })}
        >
          {say({ zh: '还是要提交，给我书面决定', en: 'Hand it in all the same: I want a written decision' })}
        </button>
      )}
    </Wanted>
  );
}
