import type { Text } from '#basics';
import { accountInShort } from '../ui/account-in-short.ts';
import { useSay } from '../ui/language.tsx';
import { DoubtLines } from '../ui/payee-doubts.tsx';
import { type NamedBy, whoNamed } from './account-told.ts';

/** The account of a share as it stands: where it goes, who named it, and what should be compared in it. */
export function AccountShown({
  account,
  self,
  applies = false,
  ofChild,
  paid = false,
}: {
  readonly account: {
    readonly bankName: string;
    readonly accountTail: string;
    readonly namedBy: NamedBy;
    readonly doubts: readonly { readonly text: Text }[];
  };
  readonly self: boolean;
  readonly applies?: boolean;
  /** The money has arrived: nothing is left to compare. */
  readonly paid?: boolean;
  readonly ofChild: boolean;
}) {
  const say = useSay();
  const who = whoNamed(account.namedBy, { self, applies, ofChild });
  return (
    <div className="account-shown">
      <p>
        <span className="vh">{say({ zh: '收款账户：', en: 'Account: ' })}</span>
        {accountInShort(account)}
        {who && <span className="muted">{say({ zh: '，{who}', en: ', {who}' }, { who: say(who) })}</span>}
      </p>
      {!paid && account.doubts.length > 0 && (
        <div className="doubts">
          <DoubtLines of={account.doubts.map(({ text }) => say(text))} />
        </div>
      )}
    </div>
  );
}
