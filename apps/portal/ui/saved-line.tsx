import type { Autosave, SaveState } from './autosave.ts';
import { showClock } from './dates.ts';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { useActedFor } from './person.tsx';
import { ProblemBox } from './problem-box.tsx';

/** Whether what is written is kept, in one quiet line; what needs somebody is a box. */
export function SavedLine<C>({ of, state }: { readonly of: Autosave<C>; readonly state: SaveState<C> }) {
  const say = useSay();
  const acted = useActedFor();
  if (state.is === 'refused')
    return acted && state.problem.code === 'withdrawal.no-draft' ? (
      <NoLongerLet name={acted.name} />
    ) : (
      <ProblemBox problem={state.problem} />
    );
  if (state.is === 'newer') return <Newer of={of} at={state.newer.savedAt} />;
  if (state.is === 'offline')
    return (
      <p className="saved-line waits" role="status">
        <Icon name="warn" />
        {say({
          zh: '现在连不上网络。填的都还在，连上后会自动保存，请先不要关闭本页。',
          en: 'There is no connection. What you filled in is still here and is saved once there is one: leave this page open.',
        })}
      </p>
    );
  return (
    <p className="saved-line">
      <Icon name={state.is === 'saved' ? 'tick' : 'clock'} />
      {state.is === 'saving'
        ? say({ zh: '正在保存……', en: 'Saving…' })
        : state.at === null
          ? say({ zh: '填的内容会自动保存', en: 'What you fill in is saved by itself' })
          : say({ zh: '{time} 已保存', en: 'Saved at {time}' }, { time: showClock(state.at) })}
    </p>
  );
}

/** To an agent a draft is gone with the mandate: what they may do about it is another matter than for whoever discarded it. */
function NoLongerLet({ name }: { readonly name: string }) {
  const say = useSay();
  return (
    <div className="errors" role="alert">
      <h2>
        <Icon name="warn" />
        {say(
          {
            zh: '{name}给您的委托已经结束，刚填的没有保存',
            en: 'Your mandate from {name} is over; what you typed last was not saved',
          },
          { name },
        )}
      </h2>
      <p>
        {say(
          {
            zh: '以前保存的都还在。{name}再给您一份委托后，可以从“办理”里接着填。',
            en: 'What was saved before is kept. Once {name} gives you a mandate again, go on with it under “Cases”.',
          },
          { name },
        )}
      </p>
    </div>
  );
}

function Newer<C>({ of, at }: { readonly of: Autosave<C>; readonly at: string | null }) {
  const say = useSay();
  return (
    <div className="errors newer" role="alert">
      <h2>
        <Icon name="swap" />
        {say({
          zh: '这份草稿在别处改过了',
          en: 'This draft was changed somewhere else',
        })}
      </h2>
      <p>
        {say(
          {
            zh: '在另一台设备或另一个窗口里，{time} 存过更新的一版。这里填的还没有保存，两边都没有丢。',
            en: 'On another device or in another window a newer version was saved at {time}. What you filled in here is not saved yet; neither is lost.',
          },
          { time: at === null ? '' : showClock(at) },
        )}
      </p>
      <div className="pair">
        <button type="button" className="btn" onClick={of.takeNewer}>
          {say({ zh: '用更新的那一版', en: 'Go on with the newer one' })}
        </button>
        <button type="button" className="btn" onClick={of.keepMine}>
          {say({ zh: '用这里填的', en: 'Go on with what is here' })}
        </button>
      </div>
    </div>
  );
}
