import { plainDate } from '#basics';
import { registrationWorkingDays, treatmentFilingWorkingDays, valueOn } from '#law';

/** Working days for a change of what is registered. */
export function registrationDays(onDate: string): number | null {
  return valueOn(registrationWorkingDays, plainDate(onDate))?.value ?? null;
}

/** Working days for confirming a filing. */
export function filingDays(onDate: string): number | null {
  return valueOn(treatmentFilingWorkingDays, plainDate(onDate))?.value ?? null;
}
