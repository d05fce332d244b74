import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PayeeAccount } from '#business/payments/public';
import { useCall, useWrite } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { invitedPage } from '../../ui/links.ts';
import { PayeeCheck } from '../../ui/payee-check.tsx';
import { PayeeFields } from '../../ui/payee-fields.tsx';
import { usePayeeForm } from '../../ui/payee-form.ts';
import { anotherThanChild, anotherThanYours, askingName, type PayeeHolder } from '../../ui/payee-holder.ts';
import { Question } from '../../ui/question.tsx';
import { useReadOver } from '../../ui/read-over.ts';
import { isPaidAtOnce, namedOnceHere } from '../account-words.ts';
import { type Seen, useSavedAccount, useSecret, useSeenAgain, WithSeen } from './link.tsx';

/** The heir's own account, or a minor's guardian's. */
export function AccountPage() {
  return <WithSeen>{(seen) => <Naming seen={seen} />}</WithSeen>;
}

function Naming({ seen }: { readonly seen: Seen }) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useSeenAgain();
  const secret = useSecret();
  const { keep } = useSavedAccount();
  const [nothing] = useState(() => () => {});
  const holder = useHolder(seen);
  const form = usePayeeForm({ initial: null, name: '', holder, onChange: nothing });
  const { send, busy, problem } = useWrite('POST /heir-links/payee', async ({ accountTail }) => {
    keep(accountTail);
    await again();
    await navigate(invitedPage.home());
  });
  const { readOver, check } = useReadOver<PayeeAccount>();
  const { accountWanted } = seen;
  const before = accountWanted ? <WhereItIsNow of={seen} /> : null;
  if (readOver)
    return (
      <PayeeCheck
        {...{ before, busy, problem }}
        paysNow={isPaidAtOnce(seen.ownShare)}
        once={namedOnceHere(accountWanted, seen.ownShare)}
        payee={readOver}
        doubts={form.doubts}
        change={invitedPage.account()}
        onGo={() => send({ body: { secret, ...readOver } })}
      />
    );
  return (
    <Question
      title={say(
        seen.guardianSpeaks
          ? { zh: '孩子的那一份，付到哪里？', en: 'Where should the child’s share be paid?' }
          : { zh: '您的那一份，付到哪里？', en: 'Where should your share be paid?' },
      )}
      help={say({
        zh: '各收各的，钱不经别人的手。',
        en: 'Each heir is paid directly; the money goes through nobody else’s hands.',
      })}
      back={{ to: invitedPage.home(), says: say({ zh: '返回', en: 'Back' }) }}
      problems={form.problems}
      busy={busy}
      onGo={() => form.submit(check)}
      before={before}
    >
      <PayeeFields
        of={form}
        nameHelp={
          seen.guardianSpeaks
            ? { zh: '孩子本人或者监护人的名字', en: 'The child’s own name, or the guardian’s' }
            : { zh: '必须是您本人的账户', en: 'It has to be your own account' }
        }
      />
    </Question>
  );
}

/** Whose name it has to be the page does not know in full: the agency says whether one is. */
function useHolder({ guardianSpeaks }: Seen): PayeeHolder {
  const secret = useSecret();
  const call = useCall();
  return {
    fits: () => null,
    ask: askingName((name) => call('POST /heir-links/payee-name', { body: { secret, name } })),
    another: guardianSpeaks ? anotherThanChild : anotherThanYours,
  };
}

/** After the decision: what the bank said of the account before, or that none was named. */
function WhereItIsNow({ of }: { readonly of: Seen }) {
  const say = useSay();
  return (
    <div className="how-much">
      {of.ownShare.map(({ where }) => (
        <p key={where.en}>{say(where)}</p>
      ))}
    </div>
  );
}
