import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { partnerRemindersAtMost } from '#law';
import { highestCount } from '../messages/reminder.ts';
import { transferProcesses } from '../processes.ts';
import { awaitedView } from './awaited-view.ts';
import { silenceOf } from './in-silence.ts';
import type { Awaited } from './waiting.ts';

const silent: Awaited = {
  ...{ missing: ['contact-letter'], refersTo: null, answerBy: plainDate('2027-06-01'), passed: true },
  ...{ provisional: false, reminded: 6, asked: 7, toPost: false, silentSince: plainDate('2027-06-02') },
};

/** Where reminders end without anything else that follows by itself. */
const places = Object.values(transferProcesses).flatMap(({ actions }) => actions['note-silence']?.from ?? []);

test('no reminder has to say a higher number of itself than it can', () => {
  for (const { value } of partnerRemindersAtMost.values) expect(value + 1).toBeLessThan(highestCount);
});

test('whatever another agency is silent about, the clerk reads what can be done and the person what comes of it', () => {
  expect(places.length).toBe(6);
  for (const state of places) {
    const { silent: told, afterwards } = awaitedView(silent, state);
    expect([told, afterwards.zh], state).toEqual([true, expect.stringContaining('经办人员正在与对方联系')]);
    // To speak to it everywhere, and something of the state’s own.
    expect(silenceOf(silent, state)?.next.length, state).toBeGreaterThan(1);
  }
  expect(silenceOf({ ...silent, silentSince: null }, 'remitted')).toBeNull();
});

test('an application that is waited for in vain can be taken back while nothing has moved, and both read so', () => {
  const told = (state: string) => awaitedView(silent, state).afterwards.zh.includes('可以撤销申请');
  const offered = places.filter((state) =>
    Object.values(transferProcesses).some(({ actions }) => actions.cancel?.from.includes(state)),
  );
  expect(places.filter(told)).toEqual(offered);
});
