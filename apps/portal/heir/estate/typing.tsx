import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useCall } from '../../ui/asking.ts';
import { type Autosave, makeAutosave, type SaveState } from '../../ui/autosave.ts';
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
  const drafts = useAsk('GET /withdrawal-drafts', { query: { limit: 100 } });
  return (
    <Asked of={drafts}>
      {({ items }) => {
        const own = items.find((draft) => draft.personId === personId && draft.ended === null);
        return (
          <WithDraft
            key={own?.draftId ?? 'new'}
            {...{ personId, of, children }}
            draftId={own?.draftId ?? null}
          />
        );
      }}
    </Asked>
  );
}

function WithDraft<T>(page: {
  readonly personId: string;
  readonly draftId: string | null;
  readonly of: string;
  readonly children: (typing: Typing<T>) => ReactNode;
}) {
  const { personId, draftId, of, children } = page;
  const draft = useAsk(
    'GET /withdrawal-drafts/{personId}/{draftId}',
    draftId === null ? null : { params: { personId, draftId } },
  );
  if (draftId !== null && !draft.isFetchedAfterMount)
    return (
      <main id="main" className="narrow" aria-busy="true">
        <Asked of={draft}>{() => null}</Asked>
      </main>
    );
  const kept = draft.data
    ? { version: draft.data.version, savedAt: draft.data.savedAt, content: draft.data.content.answers ?? {} }
    : { version: 0, savedAt: null, content: {} };
  return <Saving {...{ personId, draftId, of, kept, children }} />;
}

interface Kept {
  readonly version: number;
  readonly savedAt: string | null;
  readonly content: Answers;
}

function Saving<T>(page: {
  readonly personId: string;
  readonly draftId: string | null;
  readonly of: string;
  readonly kept: Kept;
  readonly children: (typing: Typing<T>) => ReactNode;
}) {
  const { personId, of, children } = page;
  const call = useCall();
  const [autosave] = useState(() => {
    let id = page.draftId;
    return makeAutosave<Answers>({
      kept: page.kept,
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
  const client = useQueryClient();
  useEffect(
    () => () => {
      void autosave.flush().finally(() => {
        autosave.stop();
        client.removeQueries({
          predicate: ({ queryKey: [route] }) => String(route).includes('withdrawal-drafts'),
        });
      });
    },
    [autosave, client],
  );
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
