import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { PayeeFields } from '../../ui/payee-fields.tsx';
import { type PayeeBegun, usePayeeForm } from '../../ui/payee-form.ts';
import { useActedFor } from '../../ui/person.tsx';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { useDraft } from './draft.tsx';
import { ownName } from './own-payee.ts';
import { useSpokenTo } from './spoken-to.ts';

/** Account for the payment, in the name that is on record. */
export function PayeePage() {
  const say = useSay();
  const navigate = useNavigate();
  const { draft, kept, autosave, content, state } = useDraft();
  const { payeeName } = draft;
  const acted = useActedFor();
  const { payeeName: ofWhom, anotherName } = useSpokenTo();
  const onChange = useCallback(
    (payee: PayeeBegun) => autosave.write({ ...autosave.content(), payee }),
    [autosave],
  );
  const form = usePayeeForm({
    initial: content.payee ?? null,
    name: payeeName?.name ?? acted?.name ?? '',
    latin: payeeName?.latin ?? null,
    holder: {
      fits: (name) => ownName(draft, name),
      ask: async (name) => ((await autosave.flush()) ? ownName(kept(), name) : null),
      another: anotherName,
    },
    onChange,
  });
  return (
    <Question
      title={say({ zh: '钱付到哪个账户？', en: 'Which account should it be paid to?' })}
      back={{ to: pageOf.applying(draft.draftId), says: say({ zh: '返回', en: 'Back' }) }}
      problems={form.problems}
      onGo={() => form.submit(() => navigate(pageOf.applying(draft.draftId)))}
      after={<SavedLine of={autosave} state={state} />}
    >
      <PayeeFields of={form} nameHelp={payeeName ? ofWhom : asOnRecord} />
    </Question>
  );
}

const asOnRecord = {
  zh: '必须是参保人本人的账户',
  en: 'It has to be the insured person’s own account',
};
