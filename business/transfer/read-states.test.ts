import { expect, it } from 'vitest';
import { transferProcesses } from './processes.ts';
import { readStates } from './read-states.ts';

const asked = { direction: null, states: null, open: false };

it('a list of transfers is asked for by the states as it shows them, and for those that are open', () => {
  expect(readStates(asked)).toEqual({ ok: true, value: null });
  expect(readStates({ ...asked, states: ['completed', ' 已撤销', 'with the bank'] })).toEqual({
    ok: true,
    value: ['completed', 'cancelled', 'with-bank'],
  });
  const open = readStates({ ...asked, open: true });
  const value = open.ok ? (open.value ?? []) : [];
  for (const { states } of Object.values(transferProcesses))
    for (const [id, { final }] of Object.entries(states)) expect(value.includes(id), id).toBe(final !== true);
  expect(readStates({ ...asked, states: ['completed'], open: true })).toEqual({ ok: true, value: [] });
});

it('a state that does not exist is refused with those that do, of the direction that is asked for', () => {
  const refused = readStates({ direction: 'in', states: ['announced', 'nonsense'], open: false });
  const problems = refused.ok ? [] : (refused.refusal.problems ?? []);
  expect(refused).toMatchObject({
    refusal: { code: 'transfer.no-such-state', figures: { state: 'nonsense' } },
  });
  expect(problems.map(({ path }) => path)).toEqual(
    Object.keys(transferProcesses['transfer-in']?.states ?? {}),
  );
  const either = readStates({ direction: null, states: ['nonsense'], open: false });
  const words = either.ok ? [] : (either.refusal.problems ?? []).map(({ path, detail }) => path + detail.zh);
  expect(new Set(words).size).toBe(words.length);
  expect(words).toContain('declined医保关系转出：不予转出');
  expect(words.filter((each) => each.startsWith('cancelled'))).toEqual(['cancelled已撤销']);
});
