import type { AccessContext } from '#business/access';
import type { Process, WorkingDays } from '#engines/casework';
import type { AgencyKeys } from '#platform/signing';

/** What handing out somebody's data needs of an agency. */
export interface MyDataContext extends AccessContext {
  readonly signingKeys: AgencyKeys;
  readonly region: string;
  readonly workingDays: WorkingDays;
  /** Every procedure of the agency by its process's id. */
  readonly processes: Readonly<Record<string, Process>>;
  /** Writes the viewings that wait in memory, where this process keeps any: a file lists those of its last moment too. */
  readonly writeViewings?: () => Promise<void>;
}
