import { Link } from 'react-router';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { MandateList } from '../../ui/mandate-list.tsx';
import { useEmployer } from '../of-employer.tsx';
import { type ActingLogin, ActingLogins } from './acting-logins.tsx';

/** Whom the employer lets act for it 经办人, until when; each can be ended at once. */
export function PeoplePage() {
  const say = useSay();
  const ownerId = useEmployer();
  const logins = useAsk('GET /employers/{employerId}/logins', { params: { employerId: ownerId } });
  return (
    <main id="main" className="reading mandates">
      <Heading>{say({ zh: '经办人', en: 'Who acts for us' })}</Heading>
      <p className="muted">
        {say({
          zh: '经办人用自己的账号看职工名单、申报减员，不用共用密码。办的每一步都记在经办人名下；到期自动失效，也可以随时终止。',
          en: 'People who act for you use their own logins to see the roster and report staff who leave, so that no password is shared. Every step is recorded under their name. It ends by itself on its last day, and you can end it earlier.',
        })}
      </p>
      <Asked of={logins}>
        {({ items }) => (
          <>
            {items.some(givesMandates) && (
              <p>
                <Link className="btn primary" to={pageOf.newStaffAgent('who')}>
                  {say({ zh: '请人做经办人', en: 'Let somebody act' })}
                </Link>
              </p>
            )}
            <Acting logins={items} again={() => void logins.refetch()} />
          </>
        )}
      </Asked>
    </main>
  );
}

/** Whoever acts by a mandate lets nobody act in their turn. */
function givesMandates({ own, mandateId }: ActingLogin): boolean {
  return own && mandateId === null;
}

/** Who acts now, and the mandates that say nothing of that: those that wait, are over, or are for something else. */
function Acting({ logins, again }: { readonly logins: readonly ActingLogin[]; readonly again: () => void }) {
  const ownerId = useEmployer();
  const mandates = useAsk('GET /mandates', { query: { ownerId } });
  function changed(): void {
    again();
    void mandates.refetch();
  }
  return (
    <>
      <ActingLogins {...{ logins }} again={changed} />
      <Asked of={mandates}>
        {({ items }) => (
          <MandateList
            mandates={items.filter((one) => !logins.some(({ mandateId }) => mandateId === one.mandateId))}
            again={changed}
            none={items.length === 0 ? nobodyYet : null}
          />
        )}
      </Asked>
    </>
  );
}

const nobodyYet = {
  zh: '还没有经办人，只有窗口开通的账号能办。',
  en: 'You have let nobody else act yet. The login that was set up at a window can.',
};
