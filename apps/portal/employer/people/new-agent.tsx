import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { pageOf } from '../../ui/links.ts';
import { CheckMandate } from '../../ui/mandate-check.tsx';
import { CodeOfMandate } from '../../ui/mandate-code.tsx';
import { emptyMandate, type MandateDraft, staffReports } from '../../ui/mandate-draft.ts';
import type { MandatePlaces, MandateStep } from '../../ui/mandate-step.ts';
import { UntilPage } from '../../ui/mandate-until.tsx';
import { WhoPage } from '../../ui/mandate-who.tsx';
import { useEmployer } from '../of-employer.tsx';

const at: MandatePlaces = {
  list: pageOf.staffAgents(),
  listName: { zh: '经办人', en: 'Who acts for us' },
  step: pageOf.newStaffAgent,
  asksWhat: false,
};

const empty: MandateDraft = { ...emptyMandate, which: 'all', ticked: [staffReports.id] };

/** Whom, until when; checked, and then the code, which is told this once. */
export function NewAgent() {
  const { step } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const ownerId = useEmployer();
  const [draft, setDraft] = useState(empty);
  const [code, setCode] = useState<string | null>(null);
  function takeCode(told: string): void {
    client.removeQueries({ queryKey: ['GET /mandates'] }); // the list has one more
    setCode(told);
  }
  if (code !== null) return <CodeOfMandate {...{ code, at }} agentName={draft.agentName} />;
  const given: MandateStep = {
    ...{ at, ownerId, draft, cases: [] },
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    go: (next) => void navigate(at.step(next)),
  };
  if (step === 'who') return <WhoPage {...given} />;
  if (draft.agentName === '') return <Navigate to={at.step('who')} replace />;
  if (step === 'until') return <UntilPage {...given} />;
  if (draft.until === null) return <Navigate to={at.step('until')} replace />;
  return <CheckMandate {...given} onCode={takeCode} />;
}
