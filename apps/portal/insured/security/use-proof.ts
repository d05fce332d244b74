import { type SyntheticEvent, useState } from 'react';
import type { Problem } from '../../ui/api.ts';
import { useSay } from '../../ui/language.tsx';
import { type Proven, proofProblems } from './proof-fields.tsx';

/** The second look at who somebody is, as a form fills it in: the password, and the code once it was asked for. */
export function useProof(asked: {
  /** Why it is asked, or was not enough. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly onProven: (proof: { readonly password: string; readonly totp?: string }) => void;
}) {
  const { problem, busy, onProven } = asked;
  const say = useSay();
  const [typed, setTyped] = useState<Proven>({ password: '', totp: '' });
  const [missing, setMissing] = useState<ReturnType<typeof proofProblems>>([]);
  // Once it was asked for it stays, also while a wrong one is taken out.
  const [codeAsked, setCodeAsked] = useState(false);
  const withCode = codeAsked || problem?.code === 'access.second-factor-needed';
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const lacks = proofProblems(typed, { withCode, say });
    setMissing(lacks);
    if (lacks.length > 0 || busy) return;
    setCodeAsked(withCode);
    const { password, totp } = typed;
    onProven(withCode ? { password, totp } : { password });
  }
  return { missing, submit, fields: { typed, withCode, missing, onTyped: setTyped } };
}
