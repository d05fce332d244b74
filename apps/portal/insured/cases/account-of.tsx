import { accountInShort } from '../../ui/account-in-short.ts';
import type { Answer } from '../../ui/api.ts';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { PayeeDoubts } from '../../ui/payee-doubts.tsx';
import { may } from './take-back.tsx';

/** To which account a case is paid, with what is doubtful of it until the money has arrived there. */
export function AccountOf({
  view: { number, payee, payment, actions },
}: {
  readonly view: Pick<Answer<'GET /withdrawals/{number}'>, 'number' | 'payee' | 'payment' | 'actions'>;
}) {
  const say = useSay();
  if (payee === null) return null;
  const doubts = payment?.result === 'paid' ? [] : payee.doubts.map(({ text }) => say(text));
  const changes = may(actions, 'name-payee') || may(actions, 'correct-payee');
  return (
    <>
      <p className="small muted">
        {say({ zh: '收款账户：', en: 'Account: ' })}
        {payee.name} · {accountInShort(payee)}
      </p>
      <PayeeDoubts of={doubts} change={changes ? pageOf.payeeOf(number) : null} />
    </>
  );
}
