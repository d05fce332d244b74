import { useNavigate } from 'react-router';
import { AskOnce } from '../../ui/ask-once.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type EstateSeen, isDraft, useAskedAgain } from './estate.tsx';
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
  const words = isDraft(view) ? ofDraft : ofApplication;
  return (
    <section className="sec flush take-back">
      <AskOnce
        button={say(words.button)}
        question={say(words.question)}
        yes={say(words.yes)}
        no={say({ zh: '接着办', en: 'Go on' })}
        {...{ busy, problem }}
        onYes={() => send({ params: { number }, body: { seen: view.seen } })}
      >
        <ul className="plain">
          <li>{say(words.ends)}</li>
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

/** What was never handed in is discarded; what the agency has is taken back. */
const ofDraft = {
  button: { zh: '不办了，作废草稿', en: 'Discard this draft' },
  question: { zh: '这份草稿要作废吗？', en: 'Discard this draft?' },
  yes: { zh: '作废', en: 'Yes, discard it' },
  ends: {
    zh: '写下的继承人和份额都不再用；以后可以重新申请。',
    en: 'The heirs and shares in it no longer count. You can apply again.',
  },
};
const ofApplication = {
  button: { zh: '不办了，撤回', en: 'Take the application back' },
  question: { zh: '要撤回吗？', en: 'Take this application back?' },
  yes: { zh: '撤回', en: 'Yes, take it back' },
  ends: {
    zh: '这一件就此结束，写下的继承人和份额不再用；以后可以重新申请。',
    en: 'This application ends, and its heirs and shares no longer count. You can apply again.',
  },
};
