import { type Condition, decideOption, defineOption, type Fact, findingOf, test } from '#engines/rules';
import { conditionNames, type TwelveFacts } from './situation.ts';

const says = { zh: '条件成立', en: 'the condition holds' };

const looks: Readonly<
  Record<(typeof conditionNames)[number], readonly [keyof TwelveFacts, (f: TwelveFacts) => boolean]>
> = {
  left: ['leftOnDay', (f) => f.leftOnDay <= f.onDay],
  'to-settle': ['purpose', (f) => f.purpose === 'settle'],
  stopped: ['status', (f) => f.status !== 'active'],
  'stopped-by-then': ['stoppedOnDay', (f) => f.stoppedOnDay <= f.onDay],
  confirmed: ['confirmedOnDay', (f) => f.confirmedOnDay <= f.onDay],
  'off-roster': ['onRoster', (f) => !f.onRoster],
  'account-exists': ['accountExists', (f) => f.accountExists],
  'balance-positive': ['balanceFen', (f) => f.balanceFen > 0],
  'months-paid': ['paidMonths', (f) => f.paidMonths > 0],
  'no-claim': ['claims', (f) => !f.claims],
  'no-recovery': ['recoveries', (f) => !f.recoveries],
  'no-investigation': ['investigation', (f) => !f.investigation],
};

const competing = fact('competingCase', 0);

const option = defineOption<TwelveFacts>({
  action: 'withdraw',
  ground: 'twelve-conditions',
  name: says,
  trigger: test<TwelveFacts>({ says, reads: [competing], truth: (f) => !f.competingCase }),
  conditions: conditionNames.map((name, index): Condition<TwelveFacts> => {
    const [path, holds] = looks[name];
    const read = fact(path, index + 1);
    return {
      id: name,
      source: 'G3',
      text: says,
      remedy: says,
      met: test<TwelveFacts>({
        says,
        reads: [read],
        truth: (f) => (f[path] === undefined ? undefined : holds(f)),
      }),
    };
  }),
  materials: [],
  payee: null,
  relationship: 'ends',
  workingDays: 10,
  clauses: ['G3'],
});

/** Decides in three values, as the product does; the findings are the engine's own. */
export function byOurs(facts: TwelveFacts): readonly boolean[] {
  const decided = decideOption(option, facts);
  return decided === null ? [] : decided.truths.map((truth) => findingOf(truth) === 'met');
}

function fact(path: keyof TwelveFacts, order: number): Fact<TwelveFacts> {
  return { path, order, within: null, question: says, read: (f) => f[path] };
}
