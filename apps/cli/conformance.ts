import {
  type CheckReport,
  conformanceChecks,
  type KitKeys,
  newKitKeys,
  publicKitKeys,
  reachTarget,
  readKitKeys,
  runConformance,
  startOwnTarget,
  type Target,
  writeKitKeys,
} from '#apps/partner';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import type { ConformanceOptions } from './mount-conformance.ts';

export type ConformanceAsked = ConformanceOptions & { readonly url: string | null };

/** `suixing conformance [URL]`: exit code 0 where every check passed, 1 where one failed. */
export async function conformanceCommand(frame: Frame, asked: ConformanceAsked): Promise<ExitCode> {
  if (asked.list) return list(frame);
  if (asked.prepare) return prepare(frame, asked.keys);
  if (asked.self) return trySelf(frame);
  const reached = await reach(asked);
  if (!reached.ok) return conclude(frame, reached, () => '');
  return tryOut(frame, reached.value);
}

async function reach({
  url,
  region,
  keys: file,
}: ConformanceAsked): Promise<Result<{ readonly target: Target; readonly keys: KitKeys }, Refusal>> {
  if (url === null || !URL.canParse(url)) return refuse({ code: 'partner.no-target' });
  const keys = readKitKeys(file);
  if (!keys.ok) return keys;
  if (!keys.value) return refuse({ code: 'partner.no-keys', figures: { file } });
  const target = await reachTarget(url, region);
  return target.ok ? ok({ target: target.value, keys: keys.value }) : target;
}

async function trySelf(frame: Frame): Promise<ExitCode> {
  const keys = newKitKeys(new Date());
  const own = await startOwnTarget(keys);
  if (!own.ok) return conclude(frame, own, () => '');
  try {
    return await tryOut(frame, { target: own.value.target, keys });
  } finally {
    await own.value.stop();
  }
}

async function tryOut(
  frame: Frame,
  { target, keys }: { readonly target: Target; readonly keys: KitKeys },
): Promise<ExitCode> {
  const onCheck = (report: CheckReport) => {
    if (!frame.json) frame.stdout.write(`${lineOf(frame, report)}\n`);
  };
  const report = await runConformance(target, { keys, onCheck });
  const { passed, failed } = report;
  show(frame, { target: target.url, ...report }, () =>
    say(frame, { zh: `通过 ${passed} 项，未通过 ${failed} 项`, en: `${passed} passed, ${failed} failed` }),
  );
  return failed === 0 ? 0 : 1;
}

function lineOf(frame: Frame, { id, says, section, passed, saw }: CheckReport): string {
  const head = `${passed ? '✓' : '✗'} ${id}  ${say(frame, says)}  (docs/exchange/${section})`;
  return saw === null ? head : `${head}\n    ${saw}`;
}

function prepare(frame: Frame, file: string): ExitCode {
  const held = readKitKeys(file);
  if (!held.ok) return conclude(frame, held, () => '');
  const keys = held.value ?? newKitKeys(new Date());
  if (!held.value) writeKitKeys(file, keys);
  const partners = publicKitKeys(keys);
  show(frame, { file, partners, suspended: ['899003'] }, () =>
    [
      say(frame, {
        zh: `密钥在 ${file}。请在被测网关的机构目录里登记以下三家机构及其公钥，其中 899003 登记后暂停往来：`,
        en: `The keys are in ${file}. Enter these three agencies and their keys in the target’s directory, and suspend exchange with 899003:`,
      }),
      JSON.stringify(partners, null, 2),
    ].join('\n'),
  );
  return 0;
}

function list(frame: Frame): ExitCode {
  const told = conformanceChecks.map(({ id, says, section }) => ({ id, says, section }));
  show(frame, told, () =>
    told.map(({ id, says, section }) => `${id}  ${say(frame, says)}  (docs/exchange/${section})`).join('\n'),
  );
  return 0;
}
