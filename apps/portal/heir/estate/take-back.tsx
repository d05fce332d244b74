import { useNavigate } from 'react-router';
import { AskOnce } from '../../ui/ask-once.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type EstateSeen, useAskedAgain } from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { useForgetTyping } from './typing.tsx';

/** Takes the application back, once it was asked whether that is meant. */
export function TakeBack({ of }: { readonly of: EstateSeen }) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const forget = useForgetTyping();
  const { number, view } = of;
  const { send, busy, problem } = useEstateWrite(
    of,
    'POST /withdrawals/{number}/withdrawal-of-application',
    async () => {
      await forget(view.personId);
      await again();
      await navigate(pageOf.heir());
    },
  );
  const may = view.actions.some(({ action, allowed }) => action === 'withdraw-application' && allowed);
  if (!may) return null;
  return (
    <section className="sec flush take-back">
      <AskOnce
        button={say({ zh: '不办了，撤回', en: 'Take it back' })}
        question={say({ zh: '要撤回吗？', en: 'Take it back?' })}
        yes={say({ zh: '撤回', en: 'Take it back' })}
        no={say({ zh: '接着办', en: 'Go on' })}
        {...{ busy, problem }}
        onYes={() => send({ params: { number }, body: { seen: view.seen } })}
      >
        <ul className="plain">
          <li>
            {say({
              zh: '这一件就此结束，写下的继承人和份额不再用；以后可以重新申请。',
              en: 'This application ends, and its heirs and shares no longer count. You can apply again.',
            })}
          </li>
          <li>
            {say({
              zh: '钱留在账户里，照样计息。',
              en: 'The money stays in the account and earns interest.',
            })}
          </li>
        </ul>
      </AskOnce>
    </section>
  );
}
