import { Engine } from 'json-rules-engine';
import type { TwelveFacts } from './situation.ts';

const onDay = { fact: 'onDay' };

const engine = new Engine([
  {
    event: { type: 'open' },
    conditions: {
      all: [
        { fact: 'leftOnDay', operator: 'lessThanInclusive', value: onDay },
        { fact: 'purpose', operator: 'equal', value: 'settle' },
        { fact: 'status', operator: 'notEqual', value: 'active' },
        { fact: 'stoppedOnDay', operator: 'lessThanInclusive', value: onDay },
        { fact: 'confirmedOnDay', operator: 'lessThanInclusive', value: onDay },
        { fact: 'onRoster', operator: 'equal', value: false },
        { fact: 'accountExists', operator: 'equal', value: true },
        { fact: 'balanceFen', operator: 'greaterThan', value: 0 },
        { fact: 'paidMonths', operator: 'greaterThan', value: 0 },
        { fact: 'claims', operator: 'equal', value: false },
        { fact: 'recoveries', operator: 'equal', value: false },
        { fact: 'investigation', operator: 'equal', value: false },
      ],
    },
  },
]);

export async function byJsonRulesEngine(facts: TwelveFacts): Promise<readonly boolean[]> {
  const { results, failureResults } = await engine.run({ ...facts });
  const result = results[0] ?? failureResults[0];
  const conditions = result?.conditions;
  if (!conditions || !('all' in conditions)) return [];
  return conditions.all.map((condition) => 'result' in condition && condition.result === true);
}
