import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Choices } from '../../ui/choices.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useFilingDraft } from './filing-draft.tsx';
import { FilingQuestion } from './filing-question.tsx';
import { groupName, groups } from './filing-words.ts';

/** For what somebody lives there for long. */
export function WhyPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { content, autosave } = useFilingDraft();
  const [tried, setTried] = useState(false);
  const chosen = groupName(content.group) === null ? null : (content.group ?? null);
  const problem =
    tried && chosen === null ? say({ zh: '请选一种情形', en: 'Choose why you are there' }) : null;
  return (
    <FilingQuestion
      step="why"
      title={{ zh: '是哪种情形？', en: 'Why are you there?' }}
      problems={problem === null ? [] : [{ field: `group-${groups[0].id}`, says: problem }]}
      onGo={() => {
        setTried(true);
        if (chosen !== null) navigate(pageOf.newFiling('from'));
      }}
    >
      <Choices
        name="group"
        of={groups.map(({ id, name, hint }) => ({ id, label: say(name), hint: say(hint) }))}
        {...{ chosen, problem }}
        onChoose={(id) => autosave.write({ ...autosave.content(), group: id })}
      />
    </FilingQuestion>
  );
}
