import { type LifeEventContext, tellOfDeath } from '#business/life-events';
import type { OnDeath } from '#business/registry';

/** What follows from a death that a paper put on record: the register knows no procedure, so the apps tell it here. */
export function onDeath(
  context: Pick<LifeEventContext, 'processes' | 'clock' | 'workingDays' | 'endByDeath'>,
): OnDeath {
  return (tx, owner) => tellOfDeath(tx, { context, owner, notice: null });
}
