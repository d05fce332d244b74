import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Choices } from '../../ui/choices.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { Differences } from './differences.tsx';
import { useDraft } from './draft.tsx';
import { useDiffering, useGrounds } from './on-record.ts';
import { Remedies } from './remedies.tsx';
import { useSpokenTo } from './spoken-to.ts';

/** What stands against it so far, what to do, and that somebody may apply all the same. */
export function BeforePage() {
  const say = useSay();
  const navigate = useNavigate();
  const { writtenDecision } = useSpokenTo();
  const { draft, autosave, content, state } = useDraft();
  const ground = useGrounds().grounds?.find(({ id }) => id === content.ground);
  const differences = useDiffering(ground, content);
  const [chosen, setChosen] = useState<string | null>(content.applyAnyway ? 'anyway' : null);
  const [tried, setTried] = useState(false);
  if (!ground) return <main id="main" className="narrow" aria-busy="true" />;
  const unknown = ground.status === 'unknown';
  const problem = tried && chosen === null ? say({ zh: '请选一项', en: 'Choose one' }) : null;
  const choose = (id: string) => {
    setChosen(id);
    autosave.write({ ...content, applyAnyway: id === 'anyway' });
  };
  function go(): void {
    setTried(true);
    if (chosen !== null) navigate(chosen === 'anyway' ? pageOf.applying(draft.draftId) : pageOf.cases());
  }
  return (
    <Question
      title={say(unknown ? notOnRecord : notYet)}
      back={{ to: pageOf.applying(draft.draftId), says: say({ zh: '返回', en: 'Back' }) }}
      problems={problem === null ? [] : [{ field: 'before-anyway', says: problem }]}
      onGo={go}
      before={
        <>
          <Remedies {...{ ground, differences }} />
          <Differences of={differences} />
        </>
      }
      after={<SavedLine of={autosave} state={state} />}
    >
      <Choices
        name="before"
        of={[
          {
            id: 'anyway',
            label: say(
              unknown
                ? { zh: '申请，并交材料证明', en: 'Apply, and show it with papers' }
                : { zh: '仍然申请', en: 'Apply all the same' },
            ),
            hint: say(unknown ? whenShown : writtenDecision),
          },
          { id: 'later', label: say({ zh: '先不申请', en: 'Not now' }), hint: say(whenLater) },
        ]}
        {...{ chosen, problem }}
        onChoose={choose}
      />
    </Question>
  );
}

const notYet = { zh: '按我们的记录，现在还不能领', en: 'On our record it cannot be paid out yet' };
const notOnRecord = {
  zh: '我们的记录里，还没有这种情况',
  en: 'Our record does not tell of this yet',
};
const whenShown = {
  zh: '工作人员核对材料后登记，再作决定',
  en: 'An officer checks the papers, records it, and then decides',
};
const whenLater = {
  zh: '草稿留着，随时回来接着填',
  en: 'The draft is kept, and you can come back to it',
};
