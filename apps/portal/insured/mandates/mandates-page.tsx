import { Link } from 'react-router';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { MandateList } from '../../ui/mandate-list.tsx';
import { usePerson } from '../../ui/person.tsx';

/** Whom somebody lets act for them, in what and until when; each can be ended at once. */
export function MandatesPage() {
  const say = useSay();
  const ownerId = usePerson();
  const asked = useAsk('GET /mandates', { query: { ownerId } });
  const again = () => void asked.refetch();
  return (
    <main id="main" className="reading mandates">
      <Heading>{say({ zh: '委托代办', en: 'Who acts for me' })}</Heading>
      <p className="muted">
        {say({
          zh: '可以让家人或别人替您办事：办哪些、到哪天为止，由您定，随时可以终止。钱只付到您本人的账户。',
          en: 'You can let a relative or somebody else act for you. You decide what they may do and until when, and can end it at any time. Money is only ever paid to your own account.',
        })}
      </p>
      <p>
        <Link className="btn primary" to={pageOf.newMandate('who')}>
          {say({ zh: '委托别人', en: 'Let somebody act' })}
        </Link>
      </p>
      <Asked of={asked}>
        {({ items }) => (
          <MandateList
            mandates={items}
            again={again}
            none={{ zh: '还没有委托过谁。', en: 'You have not let anybody act for you.' }}
          />
        )}
      </Asked>
    </main>
  );
}
