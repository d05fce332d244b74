import { useState } from 'react';
import type { Text } from '#basics';
import type { Answer } from './api.ts';
import { useWrite } from './asking.ts';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { MandateTerms } from './mandate-terms.tsx';
import { ProblemBox } from './problem-box.tsx';

type Mandate = Answer<'GET /mandates'>['items'][number];

/** Whom somebody, or an employer, lets act for them: those that hold or wait, each to be ended at once, and those that are over. */
export function MandateList(shown: {
  readonly mandates: readonly Mandate[];
  readonly none: Text;
  readonly again: () => void;
}) {
  const say = useSay();
  const { mandates, none, again } = shown;
  if (mandates.length === 0) return <p className="card pad">{say(none)}</p>;
  return (
    <>
      <Group
        title={say({ zh: '现在的委托', en: 'Current mandates' })}
        mandates={mandates.filter(isOpen)}
        again={again}
      />
      <Group
        title={say({ zh: '已经失效的', en: 'Past mandates' })}
        mandates={mandates.filter((each) => !isOpen(each))}
        again={again}
      />
    </>
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
            en: '{agentName} can no longer see or do anything, from that moment. What has been done stays as it is.',
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
