import type { Text } from '#basics';
import type { MandateDraft } from './mandate-draft.ts';

/** Where the steps stand, and the list that they lead back to: a person's own, or an employer's. */
export interface MandatePlaces {
  readonly list: string;
  readonly listName: Text;
  readonly step: (step: 'who' | 'what' | 'until' | 'check') => string;
  /** Whether it is asked in what; an employer lets somebody report its staff and nothing else. */
  readonly asksWhat: boolean;
}

/** What each step is given: what was said so far, and how it goes on. */
export interface MandateStep {
  readonly at: MandatePlaces;
  /** Who gives it. */
  readonly ownerId: string;
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
