import { AskOnce } from '../../ui/ask-once.tsx';
import { useSay } from '../../ui/language.tsx';
import {
  announced,
  application,
  filing,
  objection,
  offer,
  type TakingBack,
  transfer,
  transferWithNothing,
} from './take-back-words.ts';
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
export const TakeBackWithdrawal = takesBack(
  'POST /withdrawals/{number}/withdrawal-of-application',
  application,
);

/** The same of a payment that is offered, before its account is confirmed. */
export const TurnDownOffer = takesBack('POST /withdrawals/{number}/withdrawal-of-application', offer);

/** The same of a filing or a report. */
export const TakeBackLifeEvent = takesBack('POST /life-events/{number}/withdrawal-of-application', filing);

/** Takes an objection back. */
export const TakeBackObjection = takesBack('POST /withdrawals/{number}/objection-withdrawal', objection);

/** Cancels a transfer before anything has moved. */
export const CancelTransfer = takesBack('POST /transfers/{number}/cancellation', transfer);

/** The same of somebody who has nothing in the account. */
export const CancelTransferWithNothing = takesBack(
  'POST /transfers/{number}/cancellation',
  transferWithNothing,
);

/** The same where another agency announced it and the person knows nothing of it. */
export const DenyTransfer = takesBack('POST /transfers/{number}/cancellation', announced);

type TakesBack =
  | 'POST /withdrawals/{number}/withdrawal-of-application'
  | 'POST /life-events/{number}/withdrawal-of-application'
  | 'POST /withdrawals/{number}/objection-withdrawal'
  | 'POST /transfers/{number}/cancellation';

/** A button that says first what follows, and does it on the second word. `partner` is the other agency, where there is one. */
function takesBack(route: TakesBack, words: TakingBack) {
  return function TakeBack({ of: { number, seen, partner = '' } }: { readonly of: Seen & Partner }) {
    const step = useStep(route);
    const say = useSay();
    return (
      <AskOnce
        {...step}
        button={say(words.button)}
        question={say(words.question)}
        yes={say(words.yes)}
        no={say({ zh: '不撤，返回', en: 'No, leave it' })}
        onYes={() => step.take({ params: { number }, body: { seen } })}
      >
        <ol className="follows">
          {words.follows.map((each) => (
            <li key={each.en}>{say(each, { partner })}</li>
          ))}
        </ol>
      </AskOnce>
    );
  };
}

interface Partner {
  readonly partner?: string;
}
