import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Problem, Refused } from './api.ts';
import { makeAutosave } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refusal: Problem = {
  ...{ code: 'withdrawal.draft-newer', reference: null, problems: [] },
  ...{ detail: { zh: '没有成', en: 'It was not done' }, next: { zh: '再试', en: 'Try again' } },
};
const noConnection = new Refused({ ...refusal, code: 'portal.offline' });

/** A server that keeps one draft, and what is sent to it. */
function server(answers: readonly ('kept' | 'lost' | 'kept-unheard' | Refused)[] = []) {
  const seen: { readonly content: string; readonly version: number; readonly key: string }[] = [];
  const done = new Map<string, number>();
  let version = 1;
  const save = async (content: string, saw: number, key: string) => {
    const how = answers[seen.length] ?? 'kept';
    seen.push({ content, version: saw, key });
    if (how instanceof Refused) throw how;
    if (how === 'lost') throw noConnection;
    if (!done.has(key)) {
      version += 1;
      done.set(key, version);
    }
    if (how === 'kept-unheard') throw noConnection;
    return { version: done.get(key) ?? 0, savedAt: `at ${version}` };
  };
  const kept = { version: 1, savedAt: null, content: '' };
  return { seen, draft: makeAutosave({ kept, save, pause: 400, again: 3_000 }) };
}

it('what is typed is saved a moment after the last letter, as one saving over the version that was seen', async () => {
  const { seen, draft } = server();
  for (const typed of ['6', '62', '622']) draft.write(typed);
  expect(draft.state()).toEqual({ is: 'saving' });
  await vi.advanceTimersByTimeAsync(400);
  expect(seen).toMatchObject([{ content: '622', version: 1 }]);
  expect(draft.state()).toEqual({ is: 'saved', at: 'at 2' });
  draft.write('6222');
  expect(await draft.flush()).toBe(true);
  expect(seen[1]).toMatchObject({ content: '6222', version: 2 });
});

it('what is typed last has gone out as soon as it is flushed, unless something older is still on its way', async () => {
  const { draft } = server();
  draft.write('6');
  expect(draft.underway()).toBe(false);
  const first = draft.flush();
  expect(draft.underway()).toBe(true);
  draft.write('62');
  const second = draft.flush();
  expect(draft.underway()).toBe(false);
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect([draft.underway(), draft.state().is]).toEqual([false, 'saved']);
});

it('a saving whose answer was lost goes again with its key before anything newer, and counts once', async () => {
  const { seen, draft } = server(['kept-unheard', 'lost']);
  draft.write('a');
  await vi.advanceTimersByTimeAsync(400);
  expect(draft.state()).toEqual({ is: 'offline' });
  draft.write('ab');
  await vi.advanceTimersByTimeAsync(400);
  expect(draft.state()).toEqual({ is: 'offline' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(draft.state()).toEqual({ is: 'saved', at: 'at 3' });
  expect(seen.map(({ content, version }) => [content, version])).toEqual([
    ...[
      ['a', 1],
      ['a', 1],
      ['a', 1],
      ['ab', 2],
    ],
  ]);
  expect(new Set(seen.map(({ key }) => key)).size).toBe(2);
});

it('what was saved somewhere else is offered and never overwritten until somebody has chosen', async () => {
  const current = { version: 7, savedAt: 'at 7', content: 'theirs' };
  const newer = new Refused({ ...refusal, current });
  const { seen, draft } = server([newer, newer]);
  draft.write('mine');
  await vi.advanceTimersByTimeAsync(400);
  expect(draft.state()).toEqual({ is: 'newer', newer: current });
  draft.write('mine too');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await draft.flush()).toBe(false);
  expect(seen).toHaveLength(1);
  draft.keepMine();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen[1]).toMatchObject({ content: 'mine too', version: 7 });
  draft.takeNewer();
  expect([draft.content(), draft.version(), draft.state().is]).toEqual(['theirs', 7, 'saved']);
});

it('what cannot be saved says why, and a later change is tried all the same', async () => {
  const tooLong = new Refused({ ...refusal, code: 'withdrawal.bad-input' });
  const { draft } = server([tooLong]);
  draft.write('x');
  await vi.advanceTimersByTimeAsync(400);
  expect(draft.state()).toMatchObject({ is: 'refused', problem: { code: 'withdrawal.bad-input' } });
  draft.write('y');
  await vi.advanceTimersByTimeAsync(400);
  expect(draft.state()).toMatchObject({ is: 'saved' });
});
