import { stderr } from 'node:process';
import { liveThrough, myStates, openDemoCity, showMine } from '#apps/portal';
import { type Shots, sizes } from './shot.ts';

/** Those of whoever has signed in, in a demo of their own in which everything has happened that they show. */
export async function signedInShots(wanted: (name: string) => boolean): Promise<Shots> {
  const states = myStates.filter(({ name }) => wanted(`my/${name}`) || wanted(name));
  if (states.length === 0) return { shots: [], close: async () => undefined };
  stderr.write('A demo is drawn, and lives through what is shown …\n');
  const city = await openDemoCity();
  await liveThrough(city).catch(async (fault) => {
    await city.close();
    throw fault;
  });
  return {
    shots: states.map((state) => ({
      name: `my/${state.name}`,
      show: (browser, { language, size }) =>
        showMine(browser, { city, state, look: { language, size: sizes[size], deviceScaleFactor: 2 } }),
    })),
    close: () => city.close(),
  };
}
