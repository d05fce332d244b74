import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useAskPages } from '../../ui/asking.ts';
import { pageOf } from '../../ui/links.ts';
import { CheckMandate } from '../../ui/mandate-check.tsx';
import { CodeOfMandate } from '../../ui/mandate-code.tsx';
import { emptyMandate } from '../../ui/mandate-draft.ts';
import type { MandatePlaces, MandateStep } from '../../ui/mandate-step.ts';
import { UntilPage } from '../../ui/mandate-until.tsx';
import { WhoPage } from '../../ui/mandate-who.tsx';
import { usePerson } from '../../ui/person.tsx';
import { WhatPage } from './what-page.tsx';

const ownPlaces: MandatePlaces = {
  list: pageOf.mandates(),
  listName: { zh: '委托代办', en: 'Who acts for me' },
  step: pageOf.newMandate,
  asksWhat: true,
};

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
  if (code !== null) return <CodeOfMandate code={code} agentName={draft.agentName} at={ownPlaces} />;
  const given: MandateStep = {
    ...{ draft, cases, at: ownPlaces, ownerId: personId },
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
