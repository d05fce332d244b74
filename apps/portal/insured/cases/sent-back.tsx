import { Link } from 'react-router';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money } from '../../ui/money.tsx';
import { Wanted } from './asked-of-you.tsx';
import type { WithdrawalView } from './withdrawal.tsx';

/** The bank sent the payment back: nothing is lost, and another account of one's own is named here. */
export function SentBack({ view: { number, payment } }: { readonly view: WithdrawalView }) {
  const say = useSay();
  return (
    <Wanted>
      <p>
        <b>
          {say({
            zh: '银行把钱退回来了。钱还在，换一个账户就重付。',
            en: 'The bank sent the payment back. The money is safe: name another account and it is paid again.',
          })}
        </b>
      </p>
      {payment && (
        <p>
          <Money fen={payment.amountFen} />
          <span className="small muted block">{say(payment.where)}</span>
        </p>
      )}
      <Link className="btn primary wide" to={pageOf.payeeOf(number)}>
        {say({ zh: '换一个收款账户', en: 'Name another account' })}
      </Link>
    </Wanted>
  );
}
