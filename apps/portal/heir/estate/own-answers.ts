/** What whoever has signed in may say of their own share. */
export type OwnAnswer = 'agree' | 'object' | 'waive';

/** Until the decision all that counts; after it only an objection. Whom nobody has seen waives at the window. */
export function ownAnswers(asked: {
  readonly state: string;
  readonly divided: boolean;
  readonly mayWaive: boolean;
}): readonly OwnAnswer[] {
  const { state, divided, mayWaive } = asked;
  const undecided = beforeDecision.has(state);
  return [
    ...(undecided && divided ? ['agree' as const] : []),
    'object',
    ...(undecided && mayWaive ? ['waive' as const] : []),
  ];
}

/** Whether a waiver would still count, wherever it is said. */
export function beforeTheDecision(state: string): boolean {
  return beforeDecision.has(state);
}

// An estate is objected to after a refusal alone, and is open again while that is looked at.
const beforeDecision: ReadonlySet<string> = new Set([
  ...['draft', 'awaiting-confirmation', 'submitted', 'in-review', 'awaiting-materials', 'proposed'],
  ...['objection', 'objection-proposed'],
]);
