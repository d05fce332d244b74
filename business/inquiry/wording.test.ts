import { describe, expect, test } from 'vitest';
import { changed, exampleSituations, ordinarySituation } from './example-situations.ts';
import { assess, isProblem } from './public.ts';

function why(request: unknown): { readonly zh: string; readonly en: string } {
  const told = assess(request);
  if (isProblem(told)) throw new Error('refused');
  return told.why;
}

describe('how an answer is summed up', () => {
  test('what is open is named, and that the listed papers are needed', () => {
    expect(why(exampleSituations['balance-refused']).en).toBe(
      'You can have this done: withdrawal because the receiving agency refused the balance. Apply with the listed papers.',
    );
    expect(why(exampleSituations['balance-refused']).zh).toMatch(/^可以办理：转入地明确不接收/);
  });

  test('what is blocked is said to be impossible for now, with what to do about it', () => {
    const request = changed(exampleSituations.death, { 'open.claims': true });
    expect(why(request).en).toMatch(/^This is not possible for now: withdrawal by the successors/);
    expect(why(request).zh).toContain('解决办法');
  });

  test('what hangs on an answer says so', () => {
    const request = changed(exampleSituations.death, { succession: undefined });
    expect(why(request).en).toMatch(/^It cannot be told yet: .* Answering the listed questions will tell\.$/);
  });

  test('somebody who can only transfer is also told that wanting the money is no ground', () => {
    const { zh, en } = why(exampleSituations.transfer);
    expect(en).toMatch(/^You can have this done: transfer of the insurance/);
    expect(en).toContain('simply wanting the money are not grounds');
    expect(zh).toContain('只是想用这笔钱');
  });

  test('somebody with a ground is not lectured about what is none', () => {
    for (const ground of Object.keys(exampleSituations)) {
      if (ground !== 'transfer') expect(why(exampleSituations[ground]).en).not.toContain('not grounds');
    }
    expect(why(ordinarySituation).en).toContain('not grounds');
  });
});
