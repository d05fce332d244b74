import { expect, it } from 'vitest';
import { transferRefusals } from '../refusals.ts';
import { readRegion } from './read-region.ts';

it('a region that cannot be is refused by name, with where the regions that can be are listed', () => {
  for (const region of ['999999', '999900', '51010', 'Chengdu', ''])
    expect(readRegion(region)).toMatchObject({
      refusal: { code: 'transfer.no-such-region', figures: { region } },
    });
  expect(readRegion(' 510100 ')).toEqual({ ok: true, value: '510100' });
  const { next } = transferRefusals['transfer.no-such-region'];
  expect(next.zh).toContain('suixing partners list');
  expect(next.en).toContain('GET /partners');
});
