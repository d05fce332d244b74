import { evaluateExpressionSync, ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { conditionNames, type TwelveFacts, twelveFacts } from './situation.ts';

const expressions: readonly string[] = [
  'leftOnDay <= onDay',
  "purpose == 'settle'",
  "status != 'active'",
  'stoppedOnDay <= onDay',
  'confirmedOnDay <= onDay',
  'onRoster == false',
  'accountExists == true',
  'balanceFen > 0',
  'paidMonths > 0',
  'claims == false',
  'recoveries == false',
  'investigation == false',
];

const place = { x: 0, y: 0 };
const content = new ZenDecisionContent({
  nodes: [
    { id: 'in', type: 'inputNode', name: 'facts', position: place },
    {
      id: 'findings',
      type: 'expressionNode',
      name: 'findings',
      position: place,
      content: { expressions: expressions.map((value, at) => ({ id: `e${at}`, key: `c${at}`, value })) },
    },
    { id: 'out', type: 'outputNode', name: 'answer', position: place },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'findings' },
    { id: 'b', type: 'edge', sourceId: 'findings', targetId: 'out' },
  ],
});
const decision = new ZenEngine().createDecision(content);

/** A decision compiled once, evaluated through its own expression node. */
export async function byZenDecision(facts: TwelveFacts): Promise<readonly boolean[]> {
  const { result } = await decision.evaluate(facts);
  return conditionNames.map((_name, at) => result[`c${at}`] === true);
}

/** Decisions a second with several under way at once, so that its threads are used. */
export async function manyByZenDecision(atOnce: number): Promise<number> {
  let rounds = 0;
  const start = performance.now();
  let spent = 0;
  while (spent < 400) {
    await Promise.all(Array.from({ length: atOnce }, (_none, at) => byZenDecision(twelveFacts(rounds + at))));
    rounds += atOnce;
    spent = performance.now() - start;
  }
  return (rounds / spent) * 1000;
}

const list = `[${expressions.join(', ')}]`;

/** One expression, evaluated without a promise. */
export function byZenExpression(facts: TwelveFacts): readonly boolean[] {
  return evaluateExpressionSync(list, facts);
}
