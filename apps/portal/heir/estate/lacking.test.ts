import { expect, test } from 'vitest';
import { lackingIn } from './lacking.ts';

const nobody = { heirs: [], division: null };
const lacking = (of: Partial<Parameters<typeof lackingIn>[0]>) =>
  lackingIn({ diedOn: null, deathTold: null, established: true, heirs: nobody, ...of }, ({ zh }) => zh);

test('a death that was told with its proof waits for the agency, and without it for whoever applies', () => {
  const told = { notice: 'SZ-2026-1', missing: null };
  expect(lacking({})).toEqual(['去世信息还没有登记', '还没有写下继承人']);
  expect(lacking({ deathTold: { ...told, missing: undefined } })[0]).toBe('去世信息还没有登记');
  expect(lacking({ deathTold: told })[0]).toBe('去世信息等我们登记');
  expect(lacking({ diedOn: '2026-05-01', established: false })[0]).toBe('亲属关系还没有确认');
});
