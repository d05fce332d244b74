import type { Text } from '#basics';
import { AskOnce } from '../../ui/ask-once.tsx';
import { useSay } from '../../ui/language.tsx';
import { useStep } from './use-step.ts';

interface Seen {
  readonly number: string;
  readonly seen: number;
}

interface Action {
  readonly action: string;
  readonly allowed: boolean;
}

/** Whether whoever looks may do it as the case stands. */
export function may(actions: readonly Action[], action: string): boolean {
  return actions.some((each) => each.action === action && each.allowed);
}

/** Takes an application for a payment back. */
export function TakeBackWithdrawal({ of: { number, seen } }: { readonly of: Seen }) {
  const step = useStep('POST /withdrawals/{number}/withdrawal-of-application');
  return (
    <TakeBack
      {...step}
      words={application}
      onYes={() => step.take({ params: { number }, body: { seen } })}
      follows={[
        {
          zh: '这一件马上终止，恢复不了；要办可以重新申请。',
          en: 'This case ends at once and cannot be brought back. You can apply anew.',
        },
        { zh: '钱留在您的个人账户里，照样计息。', en: 'The money stays in your account and earns interest.' },
        { zh: '交过的材料，办下一件时可以再用。', en: 'Papers that were accepted can be used again.' },
      ]}
    />
  );
}

/** The same of a filing or a report. */
export function TakeBackLifeEvent({ of: { number, seen } }: { readonly of: Seen }) {
  const step = useStep('POST /life-events/{number}/withdrawal-of-application');
  return (
    <TakeBack
      {...step}
      words={application}
      onYes={() => step.take({ params: { number }, body: { seen } })}
      follows={[
        {
          zh: '这一件马上终止，恢复不了；要办可以重新申请。',
          en: 'This case ends at once and cannot be brought back. You can apply anew.',
        },
        { zh: '您的参保记录不变。', en: 'Your record stays as it is.' },
      ]}
    />
  );
}

/** Cancels a transfer before anything has moved. */
export function CancelTransfer({
  of: { number, seen, partner, announced },
}: {
  readonly of: Seen & { readonly partner: string; readonly announced: boolean };
}) {
  const step = useStep('POST /transfers/{number}/cancellation');
  return (
    <TakeBack
      {...step}
      words={announced ? notConfirming : transfer}
      onYes={() => step.take({ params: { number }, body: { seen } })}
      follows={[
        {
          zh: '这一件马上终止，恢复不了；以后要转可以重新申请。',
          en: 'This transfer ends at once and cannot be brought back. You can apply anew.',
        },
        { zh: `${partner}会收到撤回的通知。`, en: `${partner} is told that it is taken back.` },
        { zh: '关系、记录和余额都留在原处。', en: 'Cover, record and balance stay where they are.' },
      ]}
    />
  );
}

/** Takes an objection back. */
export function TakeBackObjection({ of: { number, seen } }: { readonly of: Seen }) {
  const step = useStep('POST /withdrawals/{number}/objection-withdrawal');
  return (
    <TakeBack
      {...step}
      words={objection}
      onYes={() => step.take({ params: { number }, body: { seen } })}
      follows={[
        { zh: '原来的决定照旧，马上恢复办理。', en: 'The decision stands, and the case goes on at once.' },
        { zh: '对这个决定不能再提一次异议。', en: 'You cannot object to this decision a second time.' },
      ]}
    />
  );
}

interface Words {
  readonly button: Text;
  readonly question: Text;
  readonly yes: Text;
}

function TakeBack(asked: {
  readonly words: Words;
  readonly follows: readonly Text[];
  readonly busy: boolean;
  readonly problem: Parameters<typeof AskOnce>[0]['problem'];
  readonly onYes: () => void;
}) {
  const { words, follows, ...step } = asked;
  const say = useSay();
  return (
    <AskOnce
      {...step}
      button={say(words.button)}
      question={say(words.question)}
      yes={say(words.yes)}
      no={say({ zh: '不撤，返回', en: 'No, leave it' })}
    >
      <ol className="follows">
        {follows.map((each) => (
          <li key={say(each)}>{say(each)}</li>
        ))}
      </ol>
    </AskOnce>
  );
}

const application: Words = {
  button: { zh: '撤回申请', en: 'Take the application back' },
  question: { zh: '确定撤回这份申请吗？', en: 'Take this application back?' },
  yes: { zh: '确定撤回', en: 'Yes, take it back' },
};
const transfer: Words = {
  button: { zh: '撤销转移', en: 'Cancel the transfer' },
  question: { zh: '确定撤销这次转移吗？', en: 'Cancel this transfer?' },
  yes: { zh: '确定撤销', en: 'Yes, cancel it' },
};
const notConfirming: Words = {
  button: { zh: '我没有要转来', en: 'I am not moving here' },
  question: { zh: '确定不转来吗？', en: 'Are you sure that you are not moving here?' },
  yes: { zh: '确定不转', en: 'Yes, I am not' },
};
const objection: Words = {
  button: { zh: '撤回异议', en: 'Take the objection back' },
  question: { zh: '确定撤回异议吗？', en: 'Take the objection back?' },
  yes: { zh: '确定撤回', en: 'Yes, take it back' },
};
