import { useSay } from '../../ui/language.tsx';
import { AccountShown } from '../account-shown.tsx';
import { ifNotRight, notTold } from '../account-told.ts';
import type { Seen } from './link.tsx';
import { mayNameHere } from './own-tasks.ts';
import { stageOf } from './stage.ts';

/** Where the share goes, so that its heir sees whether that is theirs: before and after the decision, and once it is paid. */
export function OwnAccount({ of }: { readonly of: Seen }) {
  const say = useSay();
  const { account, word, ended, guardianSpeaks } = of;
  const to = whereTo(of);
  if (account === null || word === 'waive' || ended) return null;
  return (
    <section className="card pad">
      <h2>
        {say(
          guardianSpeaks
            ? { zh: '孩子那一份付到哪里', en: 'The account for the child’s share' }
            : { zh: '您那一份付到哪里', en: 'The account for your share' },
        )}
      </h2>
      {account.shown ? (
        <>
          <AccountShown
            account={{ namedBy: account.namedBy, ...account.shown }}
            self
            ofChild={guardianSpeaks}
            paid={to === 'paid'}
          />
          <p className="small muted">{say(ifNotRight[to])}</p>
        </>
      ) : (
        <p>{say(notTold)}</p>
      )}
    </section>
  );
}

function whereTo(of: Seen): keyof typeof ifNotRight {
  if (stageOf(of) === 'paid') return 'paid';
  return mayNameHere(of) ? 'here' : 'window';
}
