import { withdrawalWorkingDays } from '#law';

const [shipped] = withdrawalWorkingDays.values;
if (shipped === undefined) throw new Error('law holds no working days for a withdrawal');

/** Working days that a withdrawal may take, the same on every ground. */
export const workingDays: number = shipped.value;
