import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { Outlet } from 'react-router';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useCall } from '../../ui/asking.ts';
import type { Autosave } from '../../ui/autosave.ts';
import { usePerson } from '../../ui/person.tsx';
import { useAutosave, useSavingItself, type Written } from '../../ui/use-autosave.ts';

type Draft = Answer<'GET /people/{personId}/filing-draft'>;
export type FilingContent = Draft['content'];

/** A filing that is being written, as its pages share it. */
interface Drafted extends Written<FilingContent> {
  readonly personId: string;
  readonly autosave: Autosave<FilingContent>;
}

const Shared = createContext<Drafted | null>(null);

export function useFilingDraft(): Drafted {
  const draft = useContext(Shared);
  if (!draft) throw new Error('this page is no part of a filing');
  return draft;
}

const route = 'GET /people/{personId}/filing-draft';

/** Around every page of one filing: it is read once, and saves itself from wherever it is written. */
export function FilingDraftOf() {
  const personId = usePerson();
  const asked = useAsk(route, { params: { personId } });
  if (asked.data) return <Saving key={personId} {...{ personId }} draft={asked.data} />;
  return (
    <main id="main" className="narrow">
      <Asked of={asked}>{() => null}</Asked>
    </main>
  );
}

function Saving({ personId, draft }: { readonly personId: string; readonly draft: Draft }) {
  const client = useQueryClient();
  const call = useCall();
  const params = { personId };
  const { version, savedAt, content } = draft;
  const { autosave, taken } = useSavingItself<FilingContent>({
    kept: { version, savedAt, content },
    async save(next, seen, key) {
      const body = { version: seen, content: next };
      const saved = await call('PUT /people/{personId}/filing-draft', { params, body }, key);
      client.setQueryData<Draft>([route, { params }], saved);
      return { version: saved.version, savedAt: saved.savedAt };
    },
  });
  const written = useAutosave(autosave);
  return (
    <Shared.Provider key={taken} value={{ ...written, personId, autosave }}>
      <Outlet />
    </Shared.Provider>
  );
}
