import type { PlainDate, Text } from '#basics';
import type { Waiting } from '#engines/casework/public';

/** Where a case is, for whoever holds its number and a second factor: nothing of the person, of money or of officers. */
export interface WhereItIs {
  readonly number: string;
  readonly procedure: Text;
  readonly state: Text;
  /** Heirs where all that is left is kept back because of an objection among them. */
  readonly waitingFor: Waiting | 'heirs';
  readonly waitingName: Text;
  /** Since when it has been in this state. */
  readonly since: PlainDate;
  /** Null for a draft. */
  readonly receivedOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  /** The due day lies in a year whose holiday notice is not out. */
  readonly dueProvisional: boolean;
  /** Which working day this is, of how many; more than there are once it is overdue. Null while no limit runs. */
  readonly workingDay: number | null;
  readonly workingDays: number | null;
  readonly over: boolean;
  /** What the applicant is to do now; null where nothing is asked of them. */
  readonly asked: Text | null;
  /** The papers that are still asked for. */
  readonly papers: readonly Text[];
}
