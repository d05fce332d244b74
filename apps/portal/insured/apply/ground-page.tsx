import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Asked } from '../../ui/asked.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import type { Ground } from './assessed.ts';
import { useDraft } from './draft.tsx';
import { LeftOn } from './left-on.tsx';
import { useGrounds } from './on-record.ts';
import { useSpokenTo } from './spoken-to.ts';
import { chooseGround, GroundChoices } from './start-page.tsx';

/** The ground once more; another one keeps account and pictures, as far as it asks for them. */
export function GroundPage() {
  const { grounds, asked } = useGrounds();
  if (grounds) return <Another grounds={grounds} />;
  return (
    <main id="main" className="narrow">
      <Asked of={asked}>{() => null}</Asked>
    </main>
  );
}

function Another({ grounds }: { readonly grounds: readonly Ground[] }) {
  const say = useSay();
  const navigate = useNavigate();
  const { why } = useSpokenTo();
  const { draft, autosave, content, state } = useDraft();
  const { draftId } = draft;
  const [busy, setBusy] = useState(false);
  const chosen = content.ground ?? null;
  async function go(): Promise<void> {
    setBusy(true);
    // The case that its files belong to follows the ground that was saved.
    if (await autosave.flush()) navigate(pageOf.applying(draftId));
    setBusy(false);
  }
  return (
    <Question
      title={say(why)}
      help={say({
        zh: '换一种情况，填过的收款账户和上传过的照片还在。',
        en: 'With another one, the account and the pictures that you sent are still there.',
      })}
      back={{ to: pageOf.applying(draftId), says: say({ zh: '返回', en: 'Back' }) }}
      problems={chosen === null ? [{ field: `ground-${grounds[0]?.id}`, says: say(chooseGround) }] : []}
      busy={busy}
      onGo={() => void go()}
      after={<SavedLine of={autosave} state={state} />}
    >
      <GroundChoices
        {...{ grounds, chosen }}
        problem={null}
        onChoose={(ground) => autosave.write({ ...content, ground, applyAnyway: false })}
      />
      <LeftOn />
    </Question>
  );
}
