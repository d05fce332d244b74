import { useEffect, useRef } from 'react';
import type { Problem } from '../../ui/api.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { ProofFields } from './proof-fields.tsx';
import { useProof } from './use-proof.ts';

/** Refusals after which the password, or the code beside it, is asked for where somebody is. */
export const asksAgain: ReadonlySet<string> = new Set([
  ...['access.prove-again', 'access.wrong-credentials', 'access.second-factor-needed'],
]);

/** The second look at who somebody is, asked where they are: what they wanted is done with it. */
export function ProveAgain(asked: {
  /** Why it is asked. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly onProven: (proof: { readonly password: string; readonly totp?: string }) => void;
  readonly onLeave: () => void;
}) {
  const { problem, busy, onProven, onLeave } = asked;
  const say = useSay();
  const { missing, submit, fields } = useProof({ problem, busy, onProven });
  const form = useRef<HTMLFormElement>(null);
  // It comes in the place of what was pressed, and is read out.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form className="prove-again" onSubmit={submit} noValidate ref={form}>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && problem?.code !== 'access.prove-again' && <ProblemBox problem={problem} />}
      <ProofFields {...fields} />
      <div className="pair">
        <button type="submit" className="btn primary" aria-disabled={busy}>
          {say({ zh: '确认是我', en: 'It is me' })}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {say({ zh: '算了', en: 'Never mind' })}
        </button>
      </div>
    </form>
  );
}
