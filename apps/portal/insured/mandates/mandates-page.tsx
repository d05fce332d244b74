import { useState } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { MandateTerms } from '../../ui/mandate-terms.tsx';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';

type Mandate = Answer<'GET /mandates'>['items'][number];

/** Whom somebody lets act for them, in what and until when; each can be ended at once. */
export function MandatesPage() {
  const say = useSay();
  const ownerId = usePerson();
  const asked = useAsk('GET /mandates', { query: { ownerId } });
  const again = () => void asked.refetch();
  return (
    <main id="main" className="reading mandates">
      <Heading>{say({ zh: '委托代办', en: 'People who act for me' })}</Heading>
      <p className="muted">
        {say({
          zh: '可以让家人或别人替您办事：办哪些、到哪天为止，由您定，随时可以终止。钱只付到您本人的账户。',
          en: 'You can let family or somebody else act for you. You say in what and until when, and can end it at any time. Money is paid to your own account only.',
        })}
      </p>
      <p>
        <Link className="btn primary" to={pageOf.newMandate('who')}>
          {say({ zh: '委托别人', en: 'Let somebody act' })}
        </Link>
      </p>
      <Asked of={asked}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <p className="card pad">{say({ zh: '还没有委托过谁。', en: 'Nobody acts for you.' })}</p>
            )}
            <Group
              title={say({ zh: '现在的委托', en: 'Mandates that hold or wait' })}
              mandates={items.filter(isOpen)}
              again={again}
            />
            <Group
              title={say({ zh: '已经失效的', en: 'Mandates that are over' })}
              mandates={items.filter((each) => !isOpen(each))}
              again={again}
            />
          </>
        )}
      </Asked>
    </main>
  );
}

function isOpen({ status }: Mandate): boolean {
  return status === 'holds' || status.startsWith('waiting-');
}

function Group(shown: {
  readonly title: string;
  readonly mandates: readonly Mandate[];
  readonly again: () => void;
}) {
  const { title, mandates, again } = shown;
  if (mandates.length === 0) return null;
  return (
    <section className="group">
      <h2>{title}</h2>
      <ul className="report-lines">
        {mandates.map((mandate) => (
          <Row key={mandate.mandateId} {...{ mandate, again }} />
        ))}
      </ul>
    </section>
  );
}

function Row({ mandate, again }: { readonly mandate: Mandate; readonly again: () => void }) {
  const say = useSay();
  const { agentName, status, statusName } = mandate;
  const [kind, icon] = status === 'holds' ? (['tag ok', 'tick'] as const) : (['tag wait', 'clock'] as const);
  return (
    <li className="card pad report-line">
      <span className="case-top">
        <b>{agentName}</b>
        <span className={isOpen(mandate) ? kind : 'tag'}>
          {isOpen(mandate) && <Icon name={icon} />}
          {say(statusName)}
        </span>
      </span>
      <p className="small">
        <MandateTerms mandate={mandate} />
      </p>
      {isOpen(mandate) && <End {...{ mandate, again }} />}
    </li>
  );
}

/** Asked once more in place; from the next request on the agent sees nothing. */
function End({ mandate, again }: { readonly mandate: Mandate; readonly again: () => void }) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const { send, busy, problem } = useWrite('POST /mandates/{mandateId}/end', again);
  const { mandateId, ownerId, agentName } = mandate;
  if (!sure)
    return (
      <button type="button" className="link" onClick={() => setSure(true)}>
        {say({ zh: '终止', en: 'End it' })}
        <span className="vh"> {agentName}</span>
      </button>
    );
  return (
    <div className="take-back">
      <ProblemBox problem={problem} />
      <p className="small">
        {say(
          {
            zh: '终止后，{agentName}马上看不到、办不了。已经办的不受影响。',
            en: '{agentName} sees and does nothing more, at once. What was done stays done.',
          },
          { agentName },
        )}
      </p>
      <button
        type="button"
        className="btn stop"
        aria-disabled={busy}
        onClick={() => busy || send({ params: { mandateId }, body: { ownerId } })}
      >
        {say({ zh: '确定终止', en: 'End it now' })}
      </button>
      <button type="button" className="btn" onClick={() => setSure(false)}>
        {say({ zh: '不终止', en: 'Keep it' })}
      </button>
    </div>
  );
}
