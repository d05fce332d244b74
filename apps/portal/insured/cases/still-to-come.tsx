import { useSay } from '../../ui/language.tsx';
import { PapersAsked } from './papers-asked.tsx';
import { may } from './take-back.tsx';
import type { WithdrawalView } from './withdrawal.tsx';

/** Papers that were left for later when it was sent: handed in here, before anybody has to ask for them. */
export function StillToCome({
  of: { number, papers, actions },
}: {
  readonly of: Pick<WithdrawalView, 'number' | 'papers' | 'actions'>;
}) {
  const say = useSay();
  if (!may(actions, 'provide-material') || papers.every(({ state }) => state !== 'missing')) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '还没有交的材料', en: 'Papers still to come' })}</h2>
      <div className="card pad">
        <p>{say(canBeSent)}</p>
        <PapersAsked number={number} open only="missing" />
      </div>
    </section>
  );
}

const canBeSent = {
  zh: '现在就可以交；没有交齐，还不能批准。',
  en: 'They can be handed in now. It cannot be approved before they are there.',
};

/** What stands against it by the record: whoever applied all the same, or means to prove it, reads it until it is decided. */
export function Against({
  of: { against, actions },
}: {
  readonly of: Pick<WithdrawalView, 'against' | 'actions'>;
}) {
  const say = useSay();
  if (against.length === 0) return null;
  return (
    <section className="sec">
      <h2>
        {say({ zh: '按现在的记录，还不能批准', en: 'By the record as it is, it cannot be approved yet' })}
      </h2>
      <div className="card pad">
        <p>{say(noNewOne)}</p>
        <ul className="plain">
          {against.map(({ path, text }) => (
            <li key={path}>{say(text)}</li>
          ))}
        </ul>
        {may(actions, 'provide-material') && <p className="small muted">{say(whatThen)}</p>}
      </div>
    </section>
  );
}

const noNewOne = {
  zh: '申请已经收到，不用重新申请：办好以后，按新的记录决定。',
  en: 'Your application is here; you need not apply again. Once this is done, it is decided by the new record.',
};
const whatThen = {
  zh: '材料能证明的，工作人员核对后登记，再作决定。',
  en: 'What your papers prove, officers put on record before they decide.',
};
