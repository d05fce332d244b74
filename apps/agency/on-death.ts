import type { Clock } from '#basics';
import { tellOfDeath } from '#business/life-events';
import type { OnDeath } from '#business/registry';
import type { WorkingDays } from '#engines/casework';
import { processes } from './processes.ts';

/** What follows from a death that a paper put on record: the register knows no procedure, so the apps tell it here. */
export function onDeath(context: { readonly clock: Clock; readonly workingDays: WorkingDays }): OnDeath {
  return (tx, owner) => tellOfDeath(tx, { context: { ...context, processes }, owner, notice: null });
}
