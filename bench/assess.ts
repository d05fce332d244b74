import { assess } from '#business/inquiry';
import { assessFile } from './assess-file.ts';
import { situations } from './assess-situations.ts';
import {
  type Figure,
  figure,
  medianBesideCalibration,
  medianOfFive,
  perSecond,
  perSecondAwaited,
} from './figure.ts';
import { byJsonRulesEngine } from './twelve-conditions/json-rules-engine.ts';
import { byOurs } from './twelve-conditions/ours.ts';
import { sameDecisions, twelveFacts } from './twelve-conditions/situation.ts';
import { byZenDecision, byZenExpression, manyByZenDecision } from './twelve-conditions/zen-engine.ts';

/** The rules: a bare decision against two engines, the library's full answer, and a file from start to end. */
export async function run(): Promise<readonly Figure[]> {
  await sameDecisions([byOurs, byJsonRulesEngine, byZenDecision, byZenExpression]);
  const ours = await medianOfFive(() => perSecond((round) => byOurs(twelveFacts(round))));
  const jsonRules = await medianOfFive(() =>
    perSecondAwaited((round) => byJsonRulesEngine(twelveFacts(round))),
  );
  const zen = await fastestZen();
  const library = await medianBesideCalibration(() =>
    perSecond((round) => assess(situations[round % situations.length])),
  );
  const file = await medianBesideCalibration(assessFile);
  const decision = 'twelve conditions with their findings';
  return [
    figure({
      name: decision,
      perSecond: ours,
      against: 'json-rules-engine',
      againstPerSecond: jsonRules,
      target: 50,
    }),
    figure({
      name: decision,
      perSecond: ours,
      against: `@gorules/zen-engine, ${zen.call}`,
      againstPerSecond: zen.perSecond,
      target: 15,
    }),
    promised({ name: 'library call with its full answer', measured: library, least: 150_000 }),
    promised({
      name: 'suixing assess, a file of 100,000 lines, start to end, lines',
      measured: file,
      least: 20_000,
    }),
  ];
}

async function fastestZen(): Promise<{ readonly call: string; readonly perSecond: number }> {
  const calls = [
    {
      call: 'decision.evaluate, one after another',
      perSecond: await medianOfFive(() => perSecondAwaited((round) => byZenDecision(twelveFacts(round)))),
    },
    {
      call: 'decision.evaluate, 100 at once',
      perSecond: await medianOfFive(() => manyByZenDecision(100)),
    },
    {
      call: 'evaluateExpressionSync',
      perSecond: await medianOfFive(() => perSecond((round) => byZenExpression(twelveFacts(round)))),
    },
  ];
  return calls.reduce((best, one) => (one.perSecond > best.perSecond ? one : best));
}

function promised(told: {
  readonly name: string;
  readonly measured: { readonly perSecond: number; readonly calibrationPerSecond: number };
  readonly least: number;
}): Figure {
  const { name, measured, least } = told;
  return figure({ name, ...measured, against: 'what is promised', againstPerSecond: least, target: 1 });
}
