/** Another program's wish to be told of steps of cases. */
export interface Webhook {
  readonly id: string;
  readonly holderId: string;
  readonly url: string;
  /** `*`, `withdrawal.*`, `withdrawal.confirm-paid`. */
  readonly events: readonly string[];
  readonly state: 'active' | 'disabled' | 'ended';
  /** The number of the last step that was handed out to it. */
  readonly lastSequence: bigint;
  readonly failingSince: Date | null;
  readonly madeAt: Date;
}

/** One step on its way to one subscription. */
export interface WebhookDelivery {
  readonly eventId: string;
  readonly sequence: bigint;
  readonly type: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: Date;
  readonly result: string | null;
  readonly madeAt: Date;
  readonly doneAt: Date | null;
}

/** `*`, all steps of a process, or one of them. */
export const eventPattern = /^(?:\*|[a-z][a-z-]*\.(?:\*|[a-z][a-z-]*))$/;

/** What is told: ids and states, nothing of the person. */
export interface WebhookStep {
  readonly sequence: bigint;
  readonly caseNumber: string;
  readonly process: string;
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  readonly step: number;
  readonly at: Date;
}

/** How long is waited after each failure, in seconds; after the last one a step is given up, and can be replayed. */
export const waits = [10, 60, 600, 3600, 6 * 3600, 24 * 3600] as const;

/** A subscription that has taken nothing for so long is switched off. */
export const failingHours = 72;

/** For so long the secret before a rotation signs too. */
export const overlapHours = 24;
