import type { Text } from '#basics';
import type { Answer } from './api.ts';
import { EndMandate } from './end-mandate.tsx';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { MandateTerms } from './mandate-terms.tsx';

type Mandate = Answer<'GET /mandates'>['items'][number];

/** Whom somebody, or an employer, lets act for them: those that hold or wait, each to be ended at once, and those that are over. */
export function MandateList(shown: {
  readonly mandates: readonly Mandate[];
  /** What is said where there is none; null where the page says enough already. */
  readonly none: Text | null;
  readonly again: () => void;
}) {
  const say = useSay();
  const { mandates, none, again } = shown;
  if (mandates.length === 0) return none && <p className="card pad">{say(none)}</p>;
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
      {isOpen(mandate) && <EndMandate {...{ mandate, again }} />}
    </li>
  );
}
