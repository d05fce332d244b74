import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../ui/api.ts';
import { problemOf, useCall } from '../../ui/asking.ts';
import { type Autosave, makeAutosave, type SaveState } from '../../ui/autosave.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';
import type { EstateSeen } from './estate.tsx';

/** What is half typed on a page, kept by the agency with every change until it is recorded. */
export interface Typing<T> {
  readonly before: T | null;
  readonly write: (typed: T) => void;
  /** Once it is recorded nothing half typed is left. */
  readonly clear: () => Promise<void>;
  readonly saved: { readonly of: Autosave<Answers>; readonly state: SaveState<Answers> };
}

type Answers = Readonly<Record<string, string>>;

/** A page whose half-typed answers wait in the draft of whoever types, sealed, under a name of their own. */
export function WithTyping<T>(page: {
  readonly seen: EstateSeen;
  readonly of: string;
  readonly children: (typing: Typing<T>) => ReactNode;
}) {
  const { seen, of, children } = page;
  const { personId } = seen.view;
  const call = useCall();
  const [draft, setDraft] = useState<Draft | Problem | null>(null);
  useEffect(() => {
    let there = true;
    const show = (found: Draft | Problem) => there && setDraft(found);
    draftOf(call, personId).then(show, (error: Error) => show(problemOf(error)));
    return () => {
      there = false;
    };
  }, [call, personId]);
  if (draft === null || 'code' in draft)
    return (
      <main id="main" className="narrow" aria-busy={draft === null}>
        <ProblemBox problem={draft} />
      </main>
    );
  return <Saving {...{ personId, of, draft, children }} />;
}

/** Nothing half typed is left once the application is handed in or taken back. */
export function useForgetTyping(): (personId: string) => Promise<void> {
  const call = useCall();
  return async (personId) => {
    try {
      const { draftId } = await draftOf(call, personId);
      if (draftId === null) return;
      await call('DELETE /withdrawal-drafts/{personId}/{draftId}', { params: { personId, draftId } });
    } catch {
      // It is erased by itself when its time is over.
    }
  };
}

/** What lies there of it; it begins with the first change where nothing does. */
async function draftOf(call: ReturnType<typeof useCall>, personId: string): Promise<Draft> {
  const { items } = await call('GET /withdrawal-drafts', { query: { limit: 100 } });
  const own = items.find((draft) => draft.personId === personId && draft.ended === null);
  if (!own) return { draftId: null, version: 0, savedAt: null, content: {} };
  const { draftId } = own;
  const read = await call('GET /withdrawal-drafts/{personId}/{draftId}', { params: { personId, draftId } });
  return { draftId, version: read.version, savedAt: read.savedAt, content: read.content.answers ?? {} };
}

interface Draft {
  readonly draftId: string | null;
  readonly version: number;
  readonly savedAt: string | null;
  readonly content: Answers;
}

function Saving<T>(page: {
  readonly personId: string;
  readonly of: string;
  readonly draft: Draft;
  readonly children: (typing: Typing<T>) => ReactNode;
}) {
  const { personId, of, children } = page;
  const call = useCall();
  const [autosave] = useState(() => {
    let id = page.draft.draftId;
    return makeAutosave<Answers>({
      kept: page.draft,
      async save(answers, version, key) {
        const content = { ground: 'death', answers };
        if (id === null) {
          const begun = await call('POST /withdrawal-drafts', { body: { personId, content } }, key);
          id = begun.draftId;
          return { version: begun.version, savedAt: begun.savedAt };
        }
        const params = { personId, draftId: id };
        const saved = await call(
          'PUT /withdrawal-drafts/{personId}/{draftId}',
          { params, body: { version, content } },
          key,
        );
        return { version: saved.version, savedAt: saved.savedAt };
      },
    });
  });
  const { state } = useAutosave(autosave);
  useEffect(() => () => void autosave.flush().finally(autosave.stop), [autosave]);
  const [before] = useState(() => readTyped<T>(autosave.content()[of]));
  const typing = useMemo<Omit<Typing<T>, 'saved'>>(
    () => ({
      before,
      write: (typed) => autosave.write({ ...autosave.content(), [of]: JSON.stringify(typed).slice(0, 2000) }),
      async clear() {
        const { [of]: _, ...rest } = autosave.content();
        autosave.write(rest);
        await autosave.flush();
      },
    }),
    [autosave, before, of],
  );
  return children({ ...typing, saved: { of: autosave, state } });
}

/** As it was written above; what cannot be read was cut off and is typed again. */
function readTyped<T>(written: string | undefined): T | null {
  if (written === undefined) return null;
  try {
    return JSON.parse(written) as T; // written by this very page
  } catch {
    return null;
  }
}
