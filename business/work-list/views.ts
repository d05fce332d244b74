import type { Text } from '#basics';
import { type Process, type Waiting, waitsFor } from '#engines/casework/public';

/** The views of the work list: what of the agency's cases somebody looks at. */
export const views = [
  'open',
  'mine',
  'unassigned',
  'due-today',
  'overdue',
  'waiting-for-applicant',
  'waiting-for-agency',
  'waiting-for-second-officer',
  'waiting-for-partner',
  'waiting-for-bank',
  'sent-back',
  'returned',
  'reminded',
  'unanswered',
] as const;

export type View = (typeof views)[number];

/** Which cases come first: those due, the oldest, the newest. */
export const sorts = ['due', 'oldest', 'newest'] as const;
export type Sort = (typeof sorts)[number];

/** A state of a procedure. */
export interface Place {
  readonly process: string;
  readonly state: string;
}

/** What a view narrows besides the places where a case may stand. */
export type Narrowing =
  | 'due-today'
  | 'overdue'
  | 'mine'
  | 'unassigned'
  | 'sent-back'
  | 'reminded'
  | 'unanswered'
  | null;

interface Viewed {
  readonly name: Text;
  readonly narrowing: Narrowing;
  /** Whether a case in this state of this process is in the view; every case must be open besides. */
  readonly shows: (process: Process, state: string) => boolean;
}

const everything = () => true;

export const viewed: Readonly<Record<View, Viewed>> = {
  open: { name: { zh: '全部在办', en: 'All open cases' }, narrowing: null, shows: everything },
  mine: { name: { zh: '我在办的', en: 'Mine' }, narrowing: 'mine', shows: everything },
  unassigned: {
    name: { zh: '还没有人办', en: 'Nobody’s yet' },
    narrowing: 'unassigned',
    shows: (process, state) => clerksWorkIn(process, state),
  },
  'due-today': { name: { zh: '今天到期', en: 'Due today' }, narrowing: 'due-today', shows: everything },
  overdue: { name: { zh: '已超期', en: 'Overdue' }, narrowing: 'overdue', shows: everything },
  'waiting-for-applicant': waiting('applicant', { zh: '等申请人', en: 'Waiting for the applicant' }),
  'waiting-for-agency': waiting('agency', { zh: '等经办', en: 'Waiting for the agency' }),
  'waiting-for-second-officer': waiting('second-officer', {
    zh: '等复核',
    en: 'Waiting for the second officer',
  }),
  'waiting-for-partner': waiting('partner', { zh: '等对方机构', en: 'Waiting for the other agency' }),
  'waiting-for-bank': waiting('bank', { zh: '等银行', en: 'Waiting for the bank' }),
  'sent-back': {
    name: { zh: '复核退回经办', en: 'Given back to the clerk' },
    narrowing: 'sent-back',
    shows: (process, state) => process.actions['propose-approval']?.from.includes(state) ?? false,
  },
  returned: {
    name: { zh: '银行退票', en: 'Sent back by the bank' },
    narrowing: null,
    shows: (_, state) => state === 'returned',
  },
  reminded: {
    name: { zh: '对方机构催办', en: 'Reminded by another agency' },
    narrowing: 'reminded',
    shows: (process, state) => process.actions['answer-reminder']?.from.includes(state) ?? false,
  },
  unanswered: {
    name: { zh: '催办无果', en: 'Reminded in vain' },
    narrowing: 'unanswered',
    shows: (process, state) => process.actions['ask-again']?.from.includes(state) ?? false,
  },
};

/** Agencies may wait for each other where our own days do not run yet. */
export const betweenAgencies: ReadonlySet<View> = new Set(['reminded', 'unanswered']);

/** Where a case of a view may stand. A draft is not the agency's yet, and what is over is nobody's work. */
export function placesOf(view: View, processes: readonly Process[]): readonly Place[] {
  const places = betweenAgencies.has(view) ? unfinished(processes) : openPlaces(processes);
  return places
    .filter(({ process, state }) => viewed[view].shows(process, state))
    .map(({ process, state }) => ({ process: process.id, state }));
}

/** Every place of the states that are named, open or not. */
export function placesNamed(states: readonly string[], processes: readonly Process[]): readonly Place[] {
  return processes.flatMap(({ id, states: declared }) =>
    states.filter((state) => Object.hasOwn(declared, state)).map((state) => ({ process: id, state })),
  );
}

export function openPlaces(processes: readonly Process[]) {
  return unfinished(processes).filter(({ process, state }) => process.states[state]?.clock !== 'not-started');
}

function unfinished(processes: readonly Process[]) {
  return processes.flatMap((process) =>
    Object.entries(process.states)
      .filter(([, { final }]) => !final)
      .map(([state]) => ({ process, state })),
  );
}

function waiting(whom: Waiting, name: Text): Viewed {
  return { name, narrowing: null, shows: (process, state) => waitsFor(process, state) === whom };
}

/** Whether clerks have something to do in this state that is theirs alone. */
function clerksWorkIn(process: Process, state: string): boolean {
  return Object.values(process.actions).some(
    ({ from, assignment }) => assignment === 'work' && from.includes(state),
  );
}
