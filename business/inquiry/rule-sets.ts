import type { Facts } from '#business/registry/public';
import { transferOption } from '#business/transfer/public';
import { grounds } from '#business/withdrawal/public';
import { defineRuleSet, defineSchedule, type RuleSchedule } from '#engines/rules';
import { isSimulatedRegion } from '#law';
import { chengdu } from './chengdu.ts';

/** The guide's rules (clauses G0.1 to G5.2), in force by default. The transfer comes last in every answer. */
export const shenzhen = defineRuleSet<Facts>({
  id: 'shenzhen',
  version: '1',
  options: [...grounds, transferOption],
});

/**
 * What is shipped by default, as the public assessment contract has it: Shenzhen decides by the guide. The guide names no first
 * day, so it answers for every day until an administrator schedules another set from a date.
 */
export const shippedSchedule: RuleSchedule<Facts> = defineSchedule([
  { region: '440300', fromOn: null, ruleSet: shenzhen },
]);

/** An agency answers for its own region and no other: that of Chengdu by Chengdu's rules. */
const schedules: readonly RuleSchedule<Facts>[] = [
  shippedSchedule,
  defineSchedule([{ region: '510100', fromOn: null, ruleSet: chengdu }]),
];

/** What is shipped for the agency of a region; empty where there are no rules for it. Simulated regions decide as Chengdu does. */
export function scheduleOf(region: string): RuleSchedule<Facts> {
  const shipped = schedules.find(([first]) => first?.region === region);
  if (shipped) return shipped;
  return defineSchedule<Facts>(isSimulatedRegion(region) ? [{ region, fromOn: null, ruleSet: chengdu }] : []);
}
