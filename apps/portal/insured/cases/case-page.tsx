import { useParams } from 'react-router';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useActing } from '../../ui/capacity.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { LifeEvent } from './life-event.tsx';
import { casesTitle } from './listed.ts';
import { Transfer } from './transfer.tsx';
import { Withdrawal } from './withdrawal.tsx';

/** One case: where it is, whose move it is and until when, what is asked, what has happened. */
export function CasePage() {
  const say = useSay();
  const { kind } = useActing();
  const { number = '' } = useParams();
  const asked = useAsk('GET /cases/{number}/place', { params: { number } });
  return (
    <main id="main" className="case-page">
      <div className="back-row">
        <BackTo to={pageOf.cases()}>{say(casesTitle(kind))}</BackTo>
      </div>
      {asked.error && !asked.data && (
        <header className="case-head">
          <Heading>{say({ zh: '看不到这一件', en: 'This case cannot be shown' })}</Heading>
        </header>
      )}
      <Asked of={asked}>
        {(place) => {
          if (place.process === 'withdrawal') return <Withdrawal place={place} />;
          if (place.process.startsWith('transfer-')) return <Transfer place={place} />;
          return <LifeEvent place={place} />;
        }}
      </Asked>
    </main>
  );
}
