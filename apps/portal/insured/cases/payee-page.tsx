import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { PayeeAccount } from '#business/payments/public';
import { sameName } from '#business/registry/public';
import { accountBefore, payThere } from '../../ui/another-account.ts';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useCall } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money, yuan } from '../../ui/money.tsx';
import { PayeeCheck } from '../../ui/payee-check.tsx';
import { PayeeDoubts } from '../../ui/payee-doubts.tsx';
import { PayeeFields } from '../../ui/payee-fields.tsx';
import { usePayeeForm } from '../../ui/payee-form.ts';
import { askingName, type PayeeHolder } from '../../ui/payee-holder.ts';
import { useActedFor } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useReadOver } from '../../ui/read-over.ts';
import { useFresh } from '../../ui/use-fresh.ts';
import { useSpokenTo } from '../apply/spoken-to.ts';
import { may } from './take-back.tsx';
import { useStep } from './use-step.ts';

type View = Answer<'GET /withdrawals/{number}'>;

/** To which account it is paid: an account that is known already is confirmed with one press, another is filled in. */
export function PayeePage() {
  const { number = '' } = useParams();
  const asked = useAsk('GET /withdrawals/{number}', { params: { number } });
  const [other, setOther] = useState(false);
  const view = asked.data;
  if (!view)
    return (
      <main id="main" className="narrow">
        <Asked of={asked}>{() => null}</Asked>
      </main>
    );
  // Whoever comes back to it once it is done sees the case.
  if (!may(view.actions, 'name-payee') && !may(view.actions, 'correct-payee'))
    return <Navigate to={pageOf.oneCase(number)} replace />;
  const known = view.payee !== null && view.state === 'awaiting-confirmation' && !other;
  const fill = () => setOther(true);
  return known ? <Known view={view} onOther={fill} /> : <FillIn view={view} onFill={fill} />;
}

/** The account of the case before it, as far as it may be shown. */
function Known({ view, onOther }: { readonly view: View; readonly onOther: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const { number, seen, payee } = view;
  const step = useStep('POST /withdrawals/{number}/payee-confirmation', () =>
    navigate(pageOf.oneCase(number), { replace: true }),
  );
  const fresh = useFresh();
  if (!payee) return null;
  return (
    <Question
      title={say({ zh: '付到这个账户吗？', en: 'Pay it to this account?' })}
      back={{ to: pageOf.oneCase(number), says: say({ zh: '返回这一件', en: 'Back to the case' }) }}
      problems={[]}
      onward={say(payThere)}
      busy={step.busy || fresh}
      onGo={() => step.take({ params: { number }, body: { seen } })}
      before={<HowMuch view={view} />}
      after={
        <button type="button" className="btn wide" onClick={onOther}>
          {say({ zh: '换一个账户', en: 'Use another account' })}
        </button>
      }
    >
      <dl className="card pad facts">
        <dt>{say({ zh: '户名', en: 'Name' })}</dt>
        <dd>{payee.name}</dd>
        <dt>{say({ zh: '银行', en: 'Bank' })}</dt>
        <dd>{payee.bankName}</dd>
        <dt>{say({ zh: '账号', en: 'Number' })}</dt>
        <dd className="nb">•••• {payee.accountTail}</dd>
      </dl>
      <PayeeDoubts of={payee.doubts.map(({ text }) => say(text))} />
      <ProblemBox problem={step.problem} />
    </Question>
  );
}

function FillIn({ view, onFill }: { readonly view: View; readonly onFill: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const { number, seen } = view;
  const confirms = view.state === 'awaiting-confirmation';
  const back = () => navigate(pageOf.oneCase(number), { replace: true });
  const confirm = useStep('POST /withdrawals/{number}/payee-confirmation', back);
  // Named and confirmed in one press; where the second is refused, what was named is there to be confirmed.
  const name = useStep('POST /withdrawals/{number}/payee', (named) => {
    if (confirms) confirm.take({ params: { number }, body: { seen: named.seen } });
    else back();
  });
  const { payeeName } = view;
  const acted = useActedFor();
  const holder = useHolder(view);
  const { payeeName: payeeNameHelp } = useSpokenTo();
  const onRecord = { name: payeeName?.name ?? acted?.name ?? '', latin: payeeName?.latin ?? null };
  const form = usePayeeForm({ initial: null, ...onRecord, holder, onChange: nothing });
  const again = view.state === 'returned';
  const before = again ? <WhyAgain view={view} /> : <HowMuch view={view} />;
  const { readOver, check } = useReadOver<PayeeAccount>();
  const send = (payee: PayeeAccount) => name.take({ params: { number }, body: { ...payee, seen } });
  const busy = name.busy || confirm.busy;
  const problem = name.problem ?? confirm.problem;
  // To an account named here money goes at once; while the case is looked at, it can be changed again.
  const paysNow = confirms || again;
  if (readOver)
    return (
      <PayeeCheck
        {...{ before, busy, problem, paysNow }}
        payee={readOver}
        doubts={form.doubts}
        change={pageOf.payeeOf(number)}
        onGo={() => send(readOver)}
      />
    );
  return (
    <Question
      title={say(again ? another : { zh: '钱付到哪个账户？', en: 'To which account?' })}
      back={{ to: pageOf.oneCase(number), says: say({ zh: '返回这一件', en: 'Back to the case' }) }}
      problems={form.problems}
      busy={busy}
      onGo={() =>
        form.submit((payee) => {
          onFill();
          check(payee);
        })
      }
      before={before}
    >
      <PayeeFields of={form} nameHelp={onRecord.name ? payeeNameHelp : ownName} />
    </Question>
  );
}

/** In whose name it has to be: compared here where the page knows the name, else asked of the agency, which tells whoever may name the account. */
function useHolder({ number, payeeName }: View): PayeeHolder {
  const call = useCall();
  const { anotherName: another } = useSpokenTo();
  if (payeeName) {
    const onRecord = { name: payeeName.name, nameLatin: payeeName.latin };
    return { fits: (named) => sameName(named, onRecord), another };
  }
  return {
    fits: () => null,
    ask: askingName((name) =>
      call('POST /withdrawals/{number}/payee-name', { params: { number }, body: { name } }),
    ),
    another,
  };
}

function nothing(): void {
  // An account number is kept nowhere but on the page until it is sent.
}

/** Which account it was, and why the bank sent it back. */
function WhyAgain({ view: { payment, payee } }: { readonly view: View }) {
  const say = useSay();
  if (!payment) return null;
  return (
    <div className="how-much">
      <Money fen={payment.amountFen} />
      <p className="small muted">
        {say(payment.where)}
        {payee && ` ${say(accountBefore, { bank: payee.bankName, tail: payee.accountTail })}`}
      </p>
    </div>
  );
}

function HowMuch({ view: { money } }: { readonly view: View }) {
  const say = useSay();
  if (!money) return null;
  return (
    <p className="how-much">
      <Money fen={money.totalFen} />
      <span className="small muted">{say(withInterest, { interest: yuan(money.interestFen) })}</span>
    </p>
  );
}

const another = { zh: '换一个账户', en: 'Name another account' };
const withInterest = {
  zh: '其中到今天的利息 {interest}；算到结清那天。',
  en: '{interest} of it is interest to today. It is counted to the day of settlement.',
};
const ownName = {
  zh: '必须是您本人名下的账户，户名写全名',
  en: 'It has to be your own account; write the name in full',
};
