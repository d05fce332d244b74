import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useAskPages } from '../../ui/asking.ts';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { CheckMandate } from './check-mandate.tsx';
import { CodeOfMandate } from './code-of-mandate.tsx';
import { emptyMandate, type MandateDraft } from './mandate-draft.ts';
import { UntilPage } from './until-page.tsx';
import { WhatPage } from './what-page.tsx';
import { WhoPage } from './who-page.tsx';

/** What each step is given: what was said so far, and how it goes on. */
export interface MandateStep {
  readonly draft: MandateDraft;
  readonly change: (part: Partial<MandateDraft>) => void;
  readonly go: (step: 'who' | 'what' | 'until' | 'check') => void;
  readonly cases: readonly OpenCase[];
}

/** A case that is under way, which a mandate may be limited to. */
export interface OpenCase {
  readonly number: string;
  readonly process: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** To whom, in what, until when; checked, and then the code, which is told this once. */
export function NewMandate() {
  const { step } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const personId = usePerson();
  const [draft, setDraft] = useState(emptyMandate);
  const [code, setCode] = useState<string | null>(null);
  const { pages } = useAskPages('GET /people/{personId}/cases', { params: { personId } });
  const cases = pages
    .flatMap(({ items }) => items)
    .filter(({ over, process }) => !over && process !== 'staff-reduction')
    .map(({ number, process, procedure }) => ({ number, process, name: procedure }));
  function takeCode(told: string): void {
    client.removeQueries({ queryKey: ['GET /mandates'] }); // the list has one more
    setCode(told);
  }
  if (code !== null) return <CodeOfMandate code={code} agentName={draft.agentName} />;
  const given: MandateStep = {
    ...{ draft, cases },
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    go: (next) => void navigate(pageOf.newMandate(next)),
  };
  if (step === 'who') return <WhoPage {...given} />;
  if (draft.agentName === '') return <Navigate to={pageOf.newMandate('who')} replace />;
  if (step === 'what') return <WhatPage {...given} />;
  if (draft.which === null) return <Navigate to={pageOf.newMandate('what')} replace />;
  if (step === 'until') return <UntilPage {...given} />;
  if (draft.until === null) return <Navigate to={pageOf.newMandate('until')} replace />;
  return <CheckMandate {...given} onCode={takeCode} />;
}
