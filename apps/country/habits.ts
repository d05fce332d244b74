import type { Text } from '#basics';

/** How an agency of a simulated country works; made up, so that the days that transfers take have causes. */
export interface Habit {
  readonly name: Text;
  /** Every how many working days its desk looks at what came, and its messages leave. */
  readonly deskEvery: number;
  /** Every how many working days its finance pays. */
  readonly financeEvery: number;
  readonly acceptsBalances: boolean;
}

export const habits = {
  prompt: { name: { zh: '当天办', en: 'prompt' }, deskEvery: 1, financeEvery: 1, acceptsBalances: true },
  ordinary: { name: { zh: '一般', en: 'ordinary' }, deskEvery: 2, financeEvery: 3, acceptsBalances: true },
  slow: { name: { zh: '较慢', en: 'slow' }, deskEvery: 5, financeEvery: 5, acceptsBalances: true },
  paper: {
    name: { zh: '像纸质那样慢', en: 'slow as paper' },
    deskEvery: 12,
    financeEvery: 8,
    acceptsBalances: true,
  },
  refusing: {
    name: { zh: '不接收余额', en: 'takes no balances' },
    deskEvery: 2,
    financeEvery: 3,
    acceptsBalances: false,
  },
} as const satisfies Readonly<Record<string, Habit>>;

export type HabitName = keyof typeof habits;

/** Of every fifteen agencies so many; the first, which are the largest, are seldom the slow ones. */
const order: readonly HabitName[] = [
  ...(['prompt', 'ordinary', 'prompt', 'ordinary', 'slow', 'ordinary', 'prompt', 'refusing'] as const),
  ...(['ordinary', 'slow', 'prompt', 'ordinary', 'paper', 'ordinary', 'prompt'] as const),
];

export function habitOf(place: number): HabitName {
  return order[place % order.length] ?? 'ordinary';
}
