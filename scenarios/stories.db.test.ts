import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ok } from '#basics';
import { type Caller, system } from '#business/access/public';
import { shippedSchedule } from '#business/inquiry/public';
import { ratesOf } from '#business/interest';
import { tellOfDeath } from '#business/life-events';
import { lifeEventProcesses } from '#business/life-events/public';
import { paymentMoves, withdrawalProofs } from '#business/withdrawal';
import { withdrawalProcess } from '#business/withdrawal/public';
import { caseworkProofs } from '#engines/casework';
import { equationOf, syncInterestRates, trialBalance } from '#engines/ledger';
import { holidays, interestRule } from '#law';
import { workingCalendar } from '#platform/calendar';
import type { Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSigningKeys,
} from '#platform/testing';
import { allStories, type Story, storiesFolder } from './story.ts';
import { playStory, type StoryStage, storyText } from './story-player.ts';

const db = await testDatabase();
await testOffice(db);
await syncInterestRates(db.migrator, ratesOf(interestRule));
const random = testRandom(7);
const clock = testClock('2026-01-01T10:00:00+08:00');
const calendar = workingCalendar(holidays);
const workingDays = { add: calendar.deadline, between: calendar.workingDaysBetween };
const processes = { ...lifeEventProcesses, [withdrawalProcess.id]: withdrawalProcess };
const telling = {
  ...{
    database: db.app,
    clock,
    ids: testIds(7),
    random,
    region: '440300',
    schedule: shippedSchedule,
    workingDays,
  },
  seal: makeSeal({ keys: [new Uint8Array(32).fill(7)], random }),
  signingKeys: testSigningKeys(),
};
/** Stories have no transfers. */
const endByDeath = async () => ok(null);
const context = {
  ...telling,
  debtor: { name: '测试市医疗保险基金', accountNumber: '44050100000000000001', bankCode: '105584000005' },
  ...paymentMoves(telling),
  onDeath: (tx: Tx, owner: string) =>
    tellOfDeath(tx, { context: { clock, workingDays, processes, endByDeath }, owner, notice: null }),
};

describe('A story that takes weeks or years', () => {
  test.each(allStories().map((story) => [story.title.en, story] as const))('%s', async (_, story) => {
    const played = await playStory(await stageOf(story), story);
    for (const { step, refused, seen } of played) {
      const at = `${step.on} ${step.do}`;
      expect([at, refused]).toEqual([at, step.refused ?? null]);
      if (Object.keys(step.shows).length > 0) expect(seen, at).toMatchObject(step.shows);
    }
    await expect(storyText(story, played)).toMatchFileSnapshot(join(storiesFolder, `${story.name}.md`));
    for (const proof of [
      ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
      ...withdrawalProofs,
    ])
      expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
    const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
    expect(leftFen).toBe(rightFen);
  });
});

async function stageOf({ name, openingBalanceFen, balanceOn }: Story): Promise<StoryStage> {
  const personId = `psn_${name.slice(0, 2)}`;
  await testPerson(db, { owner: personId, balanceFen: BigInt(openingBalanceFen), balanceOn });
  const citizen = (kind: 'insured' | 'successor'): Caller => ({
    ...{ ...system, kind, id: `usr_${kind}`, roles: [kind], personIds: [personId] },
  });
  const officer = (loginName: string, role: 'clerk' | 'reviewer' | 'finance'): Caller => ({
    ...{ ...system, kind: 'officer', id: `off_${loginName}`, roles: [role], officeId: 'ofc_test' },
    token: `token-${loginName}`,
  });
  return {
    ...{ database: db.app, context, personId },
    callers: {
      ...{ clerk: officer('clerk', 'clerk'), clerk2: officer('clerk2', 'clerk') },
      ...{ reviewer: officer('reviewer', 'reviewer'), reviewer2: officer('reviewer2', 'reviewer') },
      ...{ finance: officer('finance', 'finance'), finance2: officer('finance2', 'finance') },
      finance3: officer('both', 'finance'),
      ...{ insured: citizen('insured'), successor: citizen('successor') },
    },
    moveTo: (on) => clock.set(`${on}T10:00:00+08:00`),
  };
}
