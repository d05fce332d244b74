import type { Clock, Ids, RandomBytes } from '#basics';
import type { Intake } from '#business/materials';
import type { OnDeath } from '#business/registry';
import type { FileStore } from '#platform/files';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What succession needs of the app around it. */
export interface SuccessionContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
}

/** Besides, what follows from a death that a relative’s papers put on record. */
export interface InquiryContext extends SuccessionContext {
  readonly onDeath: OnDeath;
}

/** Besides, where papers that come with a question lie. */
export interface InquiryFilesContext extends SuccessionContext {
  readonly files: FileStore;
  readonly intake: Intake;
}

/** The case whose account is divided. */
export interface EstateCase {
  readonly ownerId: string;
  readonly id: string;
}
