import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Choices, type Offered } from '../../ui/choices.tsx';
import { type Say, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { useToday } from '../../ui/today.ts';
import type { Ground } from './assessed.ts';
import { Differences } from './differences.tsx';
import { othersActFirst } from './differing.ts';
import { useDraft } from './draft.tsx';
import { fitting } from './fitting.ts';
import { groundName, standing } from './ground-words.ts';
import { useDiffering, useGrounds, useRecord } from './on-record.ts';
import { Remedies } from './remedies.tsx';
import { type SpokenTo, useSpokenTo } from './spoken-to.ts';

/** What stands against it so far, what to do, and that somebody may apply all the same. */
export function BeforePage() {
  const say = useSay();
  const navigate = useNavigate();
  const spoken = useSpokenTo();
  const { draft, autosave, content, state } = useDraft();
  const { grounds } = useGrounds();
  const ground = grounds?.find(({ id }) => id === content.ground);
  const situation = useRecord();
  const today = useToday();
  const differences = useDiffering(ground, content);
  const [chosen, setChosen] = useState<string | null>(content.applyAnyway ? 'anyway' : null);
  const [tried, setTried] = useState(false);
  if (!grounds || !ground || !situation) return <main id="main" className="narrow" aria-busy="true" />;
  const problem = tried && chosen === null ? say({ zh: '请选一项', en: 'Choose one' }) : null;
  const choose = (id: string) => {
    setChosen(id);
    autosave.write({ ...content, applyAnyway: id === 'anyway' });
  };
  const others = fitting(grounds, ground);
  async function go(): Promise<void> {
    setTried(true);
    const other = others.find(({ id }) => chosen === id);
    // The case that its files belong to follows the ground that was saved.
    if (other) autosave.write({ ...content, ground: other.id, applyAnyway: false });
    if (other && !(await autosave.flush())) return autosave.write(content);
    if (chosen !== null) navigate(chosen === 'later' ? pageOf.cases() : pageOf.applying(draft.draftId));
  }
  return (
    <Question
      title={say(ground.status === 'unknown' ? notOnRecord : notYet)}
      back={{ to: pageOf.applying(draft.draftId), says: say({ zh: '返回', en: 'Back' }) }}
      problems={problem === null ? [] : [{ field: `before-${others[0]?.id ?? 'anyway'}`, says: problem }]}
      onGo={() => void go()}
      before={
        <>
          <Remedies ground={ground} known={{ situation, today, differences }} />
          <Differences of={differences} fitting={others.length > 0} />
        </>
      }
      after={<SavedLine of={autosave} state={state} />}
    >
      <Choices
        name="before"
        of={offered({ ground, others, first: othersActFirst(ground, { situation, today }) }, { say, spoken })}
        {...{ chosen, problem }}
        onChoose={choose}
      />
    </Question>
  );
}

/** To apply by the record where it tells of another ground, to apply all the same, or not now. */
function offered(
  {
    ground,
    others,
    first,
  }: { readonly ground: Ground; readonly others: readonly Ground[]; readonly first: boolean },
  { say, spoken }: { readonly say: Say; readonly spoken: SpokenTo },
): readonly Offered[] {
  const unknown = ground.status === 'unknown';
  return [
    ...others.map((other) => ({
      id: other.id,
      label: say(asRecorded, { ground: groundName(other, { say, grounds: spoken.grounds }) }),
      hint: standing(other, say),
    })),
    {
      id: 'anyway',
      label: say(unknown ? applyWithPapers : applyAnyway),
      hint: say(unknown ? (first ? whenShownAndActed : whenShown) : spoken.writtenDecision),
    },
    { id: 'later', label: say({ zh: '先不申请', en: 'Not now' }), hint: say(whenLater) },
  ];
}

const applyWithPapers = { zh: '申请，并交材料证明', en: 'Apply, and prove it with papers' };
const applyAnyway = { zh: '仍然申请', en: 'Apply all the same' };
const asRecorded = { zh: '按登记的情况申请：{ground}', en: 'Apply as recorded: {ground}' };
const notYet = { zh: '按我们的记录，现在还不能领', en: 'According to our record it cannot be paid out yet' };
const notOnRecord = {
  zh: '我们的记录里，还没有这种情况',
  en: 'This is not on our record yet',
};
const whenShown = {
  zh: '工作人员核对材料后登记，再作决定',
  en: 'An officer checks the papers, records it, and then decides',
};
const whenShownAndActed = {
  zh: '工作人员核对材料后登记，再作决定；减员、停保没有办好以前，不能批准',
  en: 'An officer checks the papers, records it, and then decides; it cannot be approved before the employment and the insurance have ended on our record',
};
const whenLater = {
  zh: '草稿留着，随时回来接着填',
  en: 'The draft is kept, and you can come back to it',
};
