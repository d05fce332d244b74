import { Link } from 'react-router';
import { Icon } from './icons.tsx';
import { type Say, useSay } from './language.tsx';

/** How far a task is. That nobody has looked is another thing than that something is missing. */
export type TaskState =
  | { readonly is: 'done' }
  | { readonly is: 'part'; readonly done: number; readonly of: number }
  | { readonly is: 'to-do' }
  /** It may still be done, and nobody asks for it. */
  | { readonly is: 'optional' }
  /** Somebody else has it. */
  | { readonly is: 'waiting'; readonly who: string }
  | { readonly is: 'not-yet'; readonly why: string }
  /** Nothing more is done here; how it ended, and what to do instead. */
  | { readonly is: 'over'; readonly says: string; readonly why: string };

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Its page, by its address below `homeOfMy`. */
  readonly to: string;
  readonly state: TaskState;
}

/** What there is to do, in any order, with how far each is; what cannot be begun yet says why. */
export function TaskList({ of }: { readonly of: readonly Task[] }) {
  const say = useSay();
  return (
    <ul className="task-list card">
      {of.map(({ id, title, hint, to, state }) => (
        <li key={id} className={state.is}>
          <span className="task">
            {'why' in state ? (
              <b>{title}</b>
            ) : (
              <Link to={to} aria-describedby={`task-${id}`}>
                {title}
              </Link>
            )}
            {hint && <span className="small muted">{hint}</span>}
            {'why' in state && <span className="small muted">{state.why}</span>}
          </span>
          <span className={`tag ${tags[state.is]}`} id={`task-${id}`}>
            {icons[state.is] && <Icon name={icons[state.is] ?? 'tick'} />}
            {wordsFor(state, say)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const tags: Readonly<Record<TaskState['is'], string>> = {
  ...{ done: 'ok', part: 'info', 'to-do': 'wait', waiting: 'info', optional: '', 'not-yet': '', over: '' },
};
const icons: Readonly<Record<TaskState['is'], 'tick' | 'clock' | 'list' | null>> = {
  ...{ done: 'tick', part: 'list', 'to-do': null, waiting: 'clock' },
  ...{ optional: null, 'not-yet': null, over: null },
};

function wordsFor(state: TaskState, say: Say): string {
  switch (state.is) {
    case 'done':
      return say({ zh: '已办好', en: 'Done' });
    case 'part':
      return say({ zh: '已填 {done}/{of}', en: '{done} of {of}' }, { done: state.done, of: state.of });
    case 'to-do':
      return say({ zh: '待填', en: 'To do' });
    case 'optional':
      return say({ zh: '可以不办', en: 'Optional' });
    case 'waiting':
      return say({ zh: '等{who}', en: 'Waiting for {who}' }, { who: state.who });
    case 'not-yet':
      return say({ zh: '还不能开始', en: 'Not yet' });
    case 'over':
      return state.says;
  }
}
