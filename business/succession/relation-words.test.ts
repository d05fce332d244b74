import { expect, test } from 'vitest';
import { relationNames, relations, relationToDead } from './successor.ts';

test('an heir is told who they are in a whole sentence, in either language', () => {
  for (const relation of relations) {
    expect(relationToDead[relation].zh).toBe(relationNames[relation].zh);
    expect(`You are ${relationToDead[relation].en}.`).toMatch(/^You are (their|somebody) /);
  }
});
