/**
 * `npm start`: two synthetic cities on the embedded database, served side by side; prints the addresses, the logins and what to
 * try. `npm start -- --people 120 --employers 4` draws smaller ones, where none stand yet.
 */
import { argv, env, exit, stderr, stdout } from 'node:process';
import { catalogue } from '#apps/catalogue';
import { toldToStop } from '#apps/worker';
import { fillFigures, type Refusal, type Result } from '#basics';
import { type Config, loadConfig } from '#platform/config';
import { openLog } from '#platform/log';
import { isDatabaseFault } from '#platform/postgres';
import { type CitySize, readCitySize } from './city-size.ts';
import { drawCities } from './draw-city.ts';
import { introduction } from './introduction.ts';
import { portsFree } from './ports-free.ts';
import { meet, type ServedCity, serveCity, startWork } from './serve-city.ts';
import { demoCityOf } from './two-cities.ts';

const config = settingsOf(undefined);
if (!config.ok) exit(explain(config.refusal, 'zh'));
const size = readCitySize(argv.slice(2));
if (!size.ok) exit(explain(size.refusal, config.value.lang));
const second = settingsOf(demoCityOf(config.value).other);
if (!second.ok) exit(explain(second.refusal, config.value.lang));
const both = { first: config.value, second: second.value };
exit(await serveDemo(both, size.value).catch((fault: unknown) => broken(fault, both.first.lang)));

/** Of one of the two agencies by its region; of the first where nothing is said. */
function settingsOf(region: string | undefined): Result<Config> {
  const { SUIXING_AGENCY: _, ...rest } = env;
  return loadConfig({
    SUIXING_MODE: 'demo',
    ...rest,
    ...(region === undefined ? {} : { SUIXING_AGENCY: region }),
  });
}

async function serveDemo({ first, second }: typeof both, city: CitySize): Promise<number> {
  const free = await portsFree([first, second]);
  if (!free.ok) return explain(free.refusal, first.lang);
  const drawn = await drawCities({ first, second }, { size: city, write: (line) => stderr.write(line) });
  if (!drawn.ok) return explain(drawn.refusal, first.lang);
  // The demo's page of figures is for people; its log holds what went wrong and no more.
  const log = openLog({ level: env.SUIXING_LOG_LEVEL ? first.logLevel : 'error', app: 'demo' });
  const served: ServedCity[] = [];
  const stop = async () => {
    for (const { stop: end } of served.toReversed()) await end();
  };
  for (const settings of [first, second]) {
    const one = await serveCity(settings, log);
    if (!one.ok) {
      await stop();
      return explain(one.refusal, first.lang);
    }
    served.push(one.value);
  }
  const [here, there] = served as [ServedCity, ServedCity]; // one for each
  const met = await meet([here, there]);
  if (!met.ok) stderr.write(`${worded(met.refusal, first.lang)}\n`);
  stdout.write(`${introduction([here, there])}\n`);
  const work = startWork(
    served.map(({ agency }) => agency),
    log,
  );
  await toldToStop();
  await work.stop();
  await stop();
  return 0;
}

/** What a person can mend is told in words, the rest is a fault of ours with all that is known of it. */
function broken(fault: unknown, lang: 'zh' | 'en'): number {
  if (isDatabaseFault(fault)) return explain(fault.refusal, lang);
  throw fault;
}

function explain(refusal: Refusal, lang: 'zh' | 'en'): number {
  stderr.write(`${worded(refusal, lang)}\n`);
  return 1;
}

function worded({ code, figures, problems }: Refusal, lang: 'zh' | 'en'): string {
  const wording = catalogue[code];
  const told = wording ? `${wording.text[lang]} ${wording.next[lang]}` : code;
  const filled = fillFigures(told, figures);
  const listed = (problems ?? []).map(({ path, detail }) => `  ${path}: ${detail[lang]}`);
  return [filled, ...listed].join('\n');
}
