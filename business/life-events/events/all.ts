import type { LifeEventKind, LifeEventRule } from '../life-event.ts';
import { deathNotice } from './death-notice.ts';
import { insuranceStop } from './insurance-stop.ts';
import { retirement } from './retirement.ts';
import { staffReduction } from './staff-reduction.ts';
import { treatmentFiling } from './treatment-filing.ts';

/** Every kind of event, in the order in which lists show them. */
export const lifeEvents: Readonly<Record<LifeEventKind, LifeEventRule>> = {
  'staff-reduction': staffReduction,
  'insurance-stop': insuranceStop,
  'treatment-filing': treatmentFiling,
  retirement,
  'death-notice': deathNotice,
};
