import { useState } from 'react';
import { plainDate, type Text } from '#basics';
import { citation, provision, provisions } from '#law';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useToday } from '../../ui/today.ts';
import { TraceRow } from '../../ui/trace-row.tsx';
import { conditionsIn } from './conditions-in.ts';

/** Why a case came out as it did, or how it stands: every time it was weighed, condition by condition with the clause. Asked for once it is opened. */
export function Why(of: {
  readonly route: 'GET /withdrawals/{number}/explanation' | 'GET /life-events/{number}/explanation';
  readonly number: string;
}) {
  const { route, number } = of;
  const say = useSay();
  const [open, setOpen] = useState(false);
  const told = useAsk(route, open ? { params: { number } } : null);
  return (
    <details className="card pad why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="down" />
        {say({ zh: '我们是怎么判断的', en: 'How we worked it out' })}
      </summary>
      {open && (
        <Asked of={told}>
          {({ stages }) =>
            stages.length === 0 ? (
              <p className="muted">{say(notYet)}</p>
            ) : (
              stages.toReversed().map((stage) => <Weighed key={stage.at} stage={stage} />)
            )
          }
        </Asked>
      )}
    </details>
  );
}

const notYet = {
  zh: '还没有判断过：提交以后才按规则核对。',
  en: 'It has not been checked yet. That is done once it is submitted.',
};

interface Stage {
  readonly stage: 'application' | 'proposal' | 'approval';
  readonly outcome: 'approve' | 'refuse' | null;
  readonly on: string;
  readonly ruleSet: { readonly version: string };
  readonly findings: Readonly<Record<string, unknown>>;
}

function Weighed({ stage }: { readonly stage: Stage }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const on = showDay(plainDate(stage.on), language, today);
  const conditions = conditionsIn(stage.findings);
  const clauses = [...new Set(conditions.map(({ source }) => source))].filter(isHeld);
  return (
    <section className="weighed">
      <h3>
        {say(stages[stage.stage])}
        {stage.outcome &&
          ` · ${say(outcomes[stage.stage === 'proposal' ? 'proposed' : 'decided'][stage.outcome])}`}
      </h3>
      <p className="small muted">
        {say(
          {
            zh: '{on}，按当天的规则第 {version} 版。',
            en: '{on}, by version {version} of the rules of that day.',
          },
          { on, version: stage.ruleSet.version },
        )}
      </p>
      {conditions.length === 0 && <p>{say(otherSituation)}</p>}
      <ol className="trace">
        {conditions.map(({ id, finding, text, source, remedy }) => (
          <TraceRow
            key={id}
            finding={finding}
            text={say(text)}
            {...(isHeld(source) ? { source: say(citation(source)) } : {})}
            remedy={remedy}
          />
        ))}
      </ol>
      {clauses.map((id) => (
        <p key={id} className="law">
          <b>{say(citation(id))}</b> {say(provision(id).says)}
        </p>
      ))}
    </section>
  );
}

/** Where what begins a ground is certainly not so, nothing else of it was weighed. */
const otherSituation = {
  zh: '按记录，您不属于申请的这种情形，所以没有再看别的条件。',
  en: 'According to our record, your situation is not the one that was applied for, so no further condition was checked.',
};

const stages: Readonly<Record<Stage['stage'], Text>> = {
  application: { zh: '受理时', en: 'When it was received' },
  proposal: { zh: '经办提出意见时', en: 'When it was proposed' },
  approval: { zh: '复核决定时', en: 'When it was decided' },
};
// Nothing is decided by what one officer proposes.
const outcomes: Readonly<Record<'proposed' | 'decided', Readonly<Record<'approve' | 'refuse', Text>>>> = {
  proposed: {
    approve: { zh: '建议同意', en: 'to approve it' },
    refuse: { zh: '建议不同意', en: 'to refuse it' },
  },
  decided: {
    approve: { zh: '同意', en: 'approved' },
    refuse: { zh: '不同意', en: 'refused' },
  },
};

/** A clause that we hold. */
function isHeld(source: string): boolean {
  return provisions.some(({ id }) => id === source);
}
