import { expect, it } from 'vitest';
import { accepted } from './accepted.ts';

it('tells nobody who accepts a mandate to change to what they act as already', () => {
  expect(accepted('agent').zh).not.toContain('换为上面的“代办人”');
  expect(accepted('agent').en).not.toContain('change to “Agent”');
  expect(accepted('employer').zh).not.toContain('换为上面的“单位”');
  expect(accepted('insured').zh).toContain('换为上面的“代办人”或“单位”');
});
