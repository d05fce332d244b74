import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { LifeEventContext } from './context.ts';
import { filingOperations } from './filing/routes-filing.ts';
import { applicantOperations } from './routes-applicant.ts';
import { officerOperations } from './routes-officer.ts';
import { readingOperations } from './routes-reading.ts';
import { staffOperations } from './staff/routes-staff.ts';

/** From the report of an event to the decision that puts it on record. */
export const lifeEventOperations: readonly Operation<LifeEventContext, Caller>[] = [
  ...applicantOperations,
  ...filingOperations,
  ...readingOperations,
  ...officerOperations,
  ...staffOperations,
];
