import type { Text } from '#basics';
import type { Finding } from '../../ui/trace-row.tsx';

interface Condition {
  readonly id: string;
  readonly finding: Finding;
  readonly source: string;
  readonly text: Text;
  readonly remedy: Text | null;
}

/** The conditions as findings keep them: a withdrawal's with its ground, a life event's by themselves. */
export function conditionsIn(findings: Readonly<Record<string, unknown>>): readonly Condition[] {
  const { conditions: own, option } = findings as {
    readonly conditions?: readonly Condition[];
    readonly option?: { readonly conditions: readonly Condition[] } | null;
  }; // as the procedures store them
  return own ?? option?.conditions ?? [];
}
