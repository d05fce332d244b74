import type { PlainDate } from '#basics';
import type { ActorKind } from './process.ts';

/** A value that survives being stored as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** One application and all that happens to it. */
export interface CaseFile {
  readonly ownerId: string;
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly processVersion: string;
  /** What the case is about, within its process: the ground of a withdrawal. */
  readonly subject: string;
  readonly ruleSet: string;
  readonly ruleVersion: string;
  readonly officeId: string;
  readonly channel: Channel;
  readonly openedAt: Date;
  readonly state: string;
  readonly actionCount: number;
  readonly dueOn: PlainDate | null;
  /** The due day lies in a year whose holiday notice is not out. */
  readonly dueProvisional: boolean;
  /** The clerk who has it in hand; null where nobody has. */
  readonly assignedTo: string | null;
}

export type Channel = 'online' | 'window' | 'integrator' | 'automatic';

/** Something that happened in a case; append-only, each chained to the one before. */
export interface CaseAction {
  readonly seq: number;
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  readonly actorKind: ActorKind;
  readonly actorId: string;
  readonly at: Date;
  readonly data: JsonObject;
}

export interface ChainedAction extends CaseAction {
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** A reference to a paper that was given for a material; a later revision replaces the earlier. */
export interface CaseMaterial {
  readonly materialId: string;
  readonly revision: number;
  readonly paperReference: string;
  readonly providedBy: string;
  readonly providedAt: Date;
}
