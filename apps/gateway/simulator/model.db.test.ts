import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { shenzhen } from './people.testing.ts';
import { directorOf } from './run.testing.ts';
import { verify } from './seeds.testing.ts';
import { newPaper } from './sheet-of-paper.testing.ts';
import { type Real, steps } from './sheet-steps.testing.ts';
import { openStage, type Stage } from './stage.testing.ts';
import { stories } from './stories.testing.ts';
import { openWorld } from './world.testing.ts';

/** `npm run soak -- transfers` walks further, as its seeds go further. */
const walks = Math.min(200, Number(process.env.SOAK_TRANSFERS ?? 10));
const seed = Number(process.env.SOAK_FROM ?? 1);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stories.filter(({ name }) => name === 'applies-there'));
}, 120_000);

test('a transfer does what a sheet of paper says it does, whatever happens to it in whatever order, and every proof holds', {
  timeout: 7_200_000,
}, async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.commands([...steps], { size: 'max', maxCommands: 150 }), async (walk) => {
      const plots = stage.plots.filter(({ from }) => from === shenzhen);
      const [plot] = plots;
      if (!plot) throw new Error('the stage has nobody who leaves Shenzhen');
      const world = await openWorld(stage, { seed: 1, plots, takesBalances: true, rough: false });
      const real: Real = { director: directorOf(world), plot };
      const paper = newPaper();
      await fc.asyncModelRun(() => ({ model: paper, real }), walk);
      expect(await verify(world)).toEqual([]);
      reached.add(`${paper.out}`);
    }),
    { seed, numRuns: walks },
  );
  // Walks that come nowhere show nothing.
  if (walks >= 20) expect(reached.size).toBeGreaterThan(4);
});
