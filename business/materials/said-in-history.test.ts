import { expect, test } from 'vitest';
import { withReasonsTold } from './said-in-history.ts';
import { notApplyingMark } from './told-reference.ts';

const handed = (paperReference: string) => ({
  ...{ seq: 1, action: 'provide-material', name: { zh: '提交了材料', en: 'Paper handed in' } },
  ...{ state: 'draft', stateName: { zh: '草稿', en: 'Draft' }, at: '2026-11-30T00:00:00.000Z' },
  ...{ actorKind: 'insured', actorId: null, data: { paperReference } },
});

test('a reason why a paper does not apply is not told as a paper that was handed in', () => {
  const names = withReasonsTold([handed('E-1/2'), handed(notApplyingMark)]).map(({ name }) => name.zh);
  expect(names).toEqual(['提交了材料', '说明了一项材料不适用']);
});
