import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useParams } from 'react-router';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { problemOf, useAsk, useCall, useWrite } from '../../ui/asking.ts';
import type { Autosave } from '../../ui/autosave.ts';
import type { UploadedPage } from '../../ui/file-upload.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useAutosave, useSavingItself, type Written } from '../../ui/use-autosave.ts';
import type { Content, Paper } from './drafted.ts';

type Draft = Answer<'GET /withdrawal-drafts/{personId}/{draftId}'>;

/** An application that is being written, as its pages share it. */
export interface Drafted extends Written<Content> {
  readonly draft: Draft;
  readonly autosave: Autosave<Content>;
  /** Where its files lie until it is an application. */
  readonly number: string;
  readonly papers: readonly Paper[];
  /** Every file that was sent for it, by its id. */
  readonly files: ReadonlyMap<string, UploadedPage>;
  readonly addFile: (file: UploadedPage) => void;
  /** As the agency has it: of what was saved last, after everything is saved. */
  readonly kept: () => Draft;
  /** Another case on the same account, which goes first. */
  readonly inTheWay: Answer<'GET /withdrawals/{number}'>['standsInTheWay'];
}

const Shared = createContext<Drafted | null>(null);

export function useDraft(): Drafted {
  const draft = useContext(Shared);
  if (!draft) throw new Error('this page is no part of an application');
  return draft;
}

const route = 'GET /withdrawal-drafts/{personId}/{draftId}';

/** Around every page of one application: it is read once, and saves itself from wherever it is written. */
export function DraftOf() {
  const { draftId = '' } = useParams();
  const params = { personId: usePerson(), draftId };
  const asked = useAsk(route, { params });
  if (asked.error && problemOf(asked.error).code === 'withdrawal.no-draft') return <Gone draftId={draftId} />;
  if (asked.data) return <Saving key={draftId} draft={asked.data} />;
  return (
    <main id="main" className="narrow">
      <Asked of={asked}>{() => null}</Asked>
    </main>
  );
}

function Saving({ draft }: { readonly draft: Draft }) {
  const { personId, draftId } = draft;
  const client = useQueryClient();
  const call = useCall();
  const params = { personId, draftId };
  const { version, savedAt, content } = draft;
  const { autosave, taken } = useSavingItself<Content>({
    kept: { version, savedAt, content },
    async save(next, seen, key) {
      const body = { version: seen, content: next };
      const saved = await call('PUT /withdrawal-drafts/{personId}/{draftId}', { params, body }, key);
      client.setQueryData<Draft>(
        [route, { params }],
        (before) => before && { ...before, ...saved, content: next },
      );
      return { version: saved.version, savedAt: saved.savedAt };
    },
  });
  return <WithCase key={taken} {...{ draft, autosave }} />;
}

/** The case that the draft's files belong to; asked for where there is none, or where it is about another ground. */
function WithCase({ draft, autosave }: { readonly draft: Draft; readonly autosave: Autosave<Content> }) {
  const { personId, draftId, caseNumber, content } = draft;
  const written = useAutosave(autosave);
  const client = useQueryClient();
  const [sent, setSent] = useState<ReadonlyMap<string, UploadedPage>>(new Map());
  const open = useWrite('POST /withdrawal-drafts/{personId}/{draftId}/case', (opened) => {
    const key = [route, { params: { personId, draftId } }];
    client.setQueryData<Draft>(key, (before) => before && { ...before, ...opened });
  });
  const of = caseNumber === null ? null : { params: { number: caseNumber } };
  const papers = useAsk('GET /cases/{number}/papers', of);
  const view = useAsk('GET /withdrawals/{number}', of);
  const fits = view.data?.ground === content.ground && view.data?.state === 'draft';
  const wanted = caseNumber === null || (view.data !== undefined && !fits);
  const { send } = open;
  // Once for each ground and each case that does not fit it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked for anew when one of them changes
  useEffect(() => {
    if (wanted) send({ params: { personId, draftId } });
  }, [wanted, caseNumber, content.ground]);
  if (caseNumber === null || !papers.data || !view.data || !fits)
    return (
      <main id="main" className="narrow">
        <ProblemBox problem={open.problem} />
        {!open.problem && <Asked of={papers}>{() => null}</Asked>}
      </main>
    );
  const { papers: asked, loose } = papers.data;
  const shared: Drafted = {
    ...written,
    ...{ draft, autosave, number: caseNumber, papers: asked, inTheWay: view.data.standsInTheWay },
    kept: () => client.getQueryData<Draft>([route, { params: { personId, draftId } }]) ?? draft,
    files: new Map([...loose.map((file) => [file.fileId, file] as const), ...sent]),
    addFile: (file) => setSent((before) => new Map(before).set(file.fileId, file)),
  };
  return (
    <Shared.Provider value={shared}>
      <Outlet />
    </Shared.Provider>
  );
}

/** A draft that is not there any more: handed in, perhaps a moment ago from here, or thrown away, or too old. */
function Gone({ draftId }: { readonly draftId: string }) {
  const say = useSay();
  const asked = useAsk('GET /withdrawal-drafts', { query: { limit: 100 } });
  const ended = asked.data?.items.find((item) => item.draftId === draftId);
  if (ended?.ended === 'submitted' && ended.caseNumber)
    return <Navigate to={pageOf.applied(ended.caseNumber)} replace />;
  return (
    <main id="main" className="narrow">
      <Asked of={asked}>
        {() => (
          <>
            <Heading>{say({ zh: '这份草稿已经不在了', en: 'This draft no longer exists' })}</Heading>
            {ended && <p className="muted">{say(ended.note)}</p>}
            <Link className="btn primary wide gone-on" to={pageOf.apply()}>
              {say({ zh: '重新开始', en: 'Start again' })}
            </Link>
          </>
        )}
      </Asked>
    </main>
  );
}
