/**
 * `npm start`: a synthetic city on the embedded database, served; prints the address, the logins and what to try.
 * `npm start -- --people 120 --employers 4` draws a smaller one, where none stands yet.
 */
import { argv, env, exit, stderr, stdout } from 'node:process';
import { openAgency } from '#apps/agency';
import { startServer } from '#apps/api';
import { catalogue } from '#apps/catalogue';
import { startGateway } from '#apps/gateway';
import { jobsOf, startWorker, toldToStop } from '#apps/worker';
import { fillFigures, type Refusal } from '#basics';
import { type Config, loadConfig } from '#platform/config';
import { openLog } from '#platform/log';
import { isDatabaseFault } from '#platform/postgres';
import { type CitySize, readCitySize } from './city-size.ts';
import { drawCity } from './draw-city.ts';
import { introduction } from './introduction.ts';

const config = loadConfig({ SUIXING_MODE: 'demo', ...env });
if (!config.ok) exit(explain(config.refusal, 'zh'));
const size = readCitySize(argv.slice(2));
if (!size.ok) exit(explain(size.refusal, config.value.lang));
exit(await serveDemo(config.value, size.value).catch((fault: unknown) => broken(fault, config.value.lang)));

async function serveDemo(settings: Config, city: CitySize): Promise<number> {
  const opened = await openWithCity(settings, city);
  if (!opened.ok) return explain(opened.refusal, settings.lang);
  const agency = opened.value;
  // The demo's page of figures is for people; its log holds what went wrong and no more.
  const log = openLog({ level: env.SUIXING_LOG_LEVEL ? settings.logLevel : 'error', app: 'demo' });
  const { host, port, gatewayPort, metricsToken } = settings;
  const served = await startServer(agency, { host, port, log, metricsToken, trustedProxies: [] });
  if (!served.ok) {
    await agency.stop();
    return explain(served.refusal, settings.lang);
  }
  const gateway = await startGateway(agency, { host, port: gatewayPort, log });
  if (!gateway.ok) {
    await served.value.stop();
    await agency.stop();
    return explain(gateway.refusal, settings.lang);
  }
  stdout.write(`${introduction(served.value.address, gateway.value?.address ?? null)}\n`);
  // Another process may move the demo's clock (`suixing demo advance`); this one follows within a second.
  const following = setInterval(() => void agency.clock.refresh().catch(() => undefined), 1000);
  const worker = startWorker(agency, { log, everyMs: 1000, jobs: jobsOf('demo') });
  await toldToStop();
  clearInterval(following);
  await worker.stop();
  await gateway.value?.stop();
  await served.value.stop();
  await agency.stop();
  return 0;
}

async function openWithCity(settings: Config, city: CitySize) {
  const opened = await drawCity(settings, { size: city, write: (line) => stderr.write(line) });
  return opened.ok ? openAgency(settings) : opened;
}

/** What a person can mend is told in words, the rest is a fault of ours with all that is known of it. */
function broken(fault: unknown, lang: 'zh' | 'en'): number {
  if (isDatabaseFault(fault)) return explain(fault.refusal, lang);
  throw fault;
}

function explain({ code, figures, problems }: Refusal, lang: 'zh' | 'en'): number {
  const wording = catalogue[code];
  const told = wording ? `${wording.text[lang]} ${wording.next[lang]}` : code;
  const filled = fillFigures(told, figures);
  const listed = (problems ?? []).map(({ path, detail }) => `  ${path}: ${detail[lang]}`);
  stderr.write(`${[filled, ...listed].join('\n')}\n`);
  return 1;
}
