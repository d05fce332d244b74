import { useCallback } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { PayeeAccount } from '#business/payments/public';
import { mayBePaidTo } from '#business/withdrawal/public';
import { accountBefore } from '../../ui/another-account.ts';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { PayeeCheck } from '../../ui/payee-check.tsx';
import { PayeeFields } from '../../ui/payee-fields.tsx';
import { type PayeeBegun, usePayeeForm } from '../../ui/payee-form.ts';
import { anotherThanChild, anotherThanYours } from '../../ui/payee-holder.ts';
import { Question } from '../../ui/question.tsx';
import { useReadOver } from '../../ui/read-over.ts';
import { SavedLine } from '../../ui/saved-line.tsx';
import { isPaidAtOnce, namedOnceHere } from '../account-words.ts';
import {
  type EstateSeen,
  type Heir,
  mayChange,
  ordersOf,
  speakerOf,
  useAskedAgain,
  WithEstate,
} from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { type Typing, WithTyping } from './typing.tsx';

/** The account of whoever has signed in, or of a minor whom they wrote down; after the decision their own, where it came back. */
export function AccountPage() {
  const { heir = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const one = seen.heirs.heirs.find(({ successorId }) => successorId === heir);
        if (one?.mayNameAccount) return <Naming {...{ seen }} heir={one} typing={null} />;
        // Whoever comes back to it once it is done sees the case.
        if (!one?.mayChangeAccount || !mayChange(seen.view))
          return <Navigate to={pageOf.estate(seen.number)} replace />;
        return (
          <WithTyping<PayeeBegun> seen={seen} of={`payee.${heir}`}>
            {(typing) => <Naming {...{ seen, typing }} heir={one} />}
          </WithTyping>
        );
      }}
    </WithEstate>
  );
}

function Naming(naming: {
  readonly seen: EstateSeen;
  readonly heir: Heir;
  /** After the decision nothing half typed is kept. */
  readonly typing: Typing<PayeeBegun> | null;
}) {
  const { seen, heir, typing } = naming;
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const write = typing?.write;
  const onChange = useCallback((payee: PayeeBegun) => write?.(payee), [write]);
  const form = usePayeeForm({
    ...{ initial: typing?.before ?? null, name: heir.namesWhole ? speakerOf(heir) : '', onChange },
    // Masked, they tell nothing: what is saved decides.
    holder: {
      fits: (name) => (heir.namesWhole ? mayBePaidTo(heir, { name, minor: heir.minor }) : null),
      another: heir.minor ? anotherThanChild : heir.yours ? anotherThanYours : anotherThanHeirs,
    },
  });
  const { send, busy, problem } = useEstateWrite(
    seen,
    'POST /withdrawals/{number}/heirs/{successorId}/payee',
    async () => {
      await typing?.clear();
      await again();
      await navigate(pageOf.estate(seen.number));
    },
  );
  const params = { number: seen.number, successorId: heir.successorId };
  const { readOver, check } = useReadOver<PayeeAccount>();
  const orders = ordersOf(seen.heirs, heir);
  const before = typing ? null : <WhereItIsNow {...{ seen, heir }} />;
  if (readOver)
    return (
      <PayeeCheck
        {...{ before, busy, problem }}
        paysNow={isPaidAtOnce(orders)}
        once={namedOnceHere(heir.mayNameAccount, orders)}
        payee={readOver}
        doubts={form.doubts}
        change={pageOf.ofEstate(seen.number, `heirs/${heir.successorId}/account`)}
        onGo={() => send({ params, body: readOver })}
      />
    );
  return (
    <Question
      title={say(heir.yours ? yourShare : theirShare, { name: heir.name })}
      help={say(paidDirectly)}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      problems={form.problems}
      busy={busy}
      onGo={() => form.submit(check)}
      before={before}
      after={typing && <SavedLine {...typing.saved} />}
    >
      <PayeeFields of={form} nameHelp={heir.minor ? childsName : ownName} />
    </Question>
  );
}

/** Why it is asked for: what the bank said, and of which account. */
function WhereItIsNow({ seen, heir }: { readonly seen: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const { account } = heir;
  return (
    <div className="how-much">
      {ordersOf(seen.heirs, heir).map(({ orderId, where }) => (
        <p key={orderId}>{say(where)}</p>
      ))}
      {account && (
        <p className="small muted">
          {say(accountBefore, { bank: account.bankName, tail: account.accountTail })}
        </p>
      )}
    </div>
  );
}

const paidDirectly = {
  zh: '各收各的，钱不经别人的手。',
  en: 'Each heir is paid directly; the money goes through nobody else’s hands.',
};
const childsName = { zh: '孩子本人或者监护人的名字', en: 'The child’s own name, or the guardian’s' };
const ownName = { zh: '必须是本人的账户', en: 'It has to be the heir’s own account' };
const anotherThanHeirs = {
  zh: '户名不是这位继承人本人的姓名。请换成本人名下的账户，户名照银行登记的写',
  en: 'This is not this heir’s name as we have it. Name an account of their own, and write the name as the bank has it',
};
const yourShare = { zh: '您的那一份，付到哪里？', en: 'Where should your share be paid?' };
const theirShare = {
  zh: '{name}的那一份，付到哪里？',
  en: 'Where should the share of {name} be paid?',
};
