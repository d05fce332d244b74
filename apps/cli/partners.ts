import { readFileSync } from 'node:fs';
import { ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import {
  askPartnerChange,
  decidePartnerChange,
  listPartners,
  type PartnerOnRecord,
  partnerChangeSchema,
  partnerChanges,
  showPartner,
  type WishedChange,
} from '#business/partners';
import { parsePart } from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { readKeySet } from '#platform/signing';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { Desk } from './shell.ts';

/** `suixing partners list`: the directory of agencies as it stands today. */
export async function listPartnersOf(frame: Frame, { agency: context }: Desk): Promise<ExitCode> {
  const items = await listPartners(context.database, { context, after: '', limit: 1_000 });
  return conclude(frame, ok({ items }), () => items.map((each) => lineOf(frame, each)).join('\n'));
}

/** `suixing partners show REGION`: one agency with its keys. */
export async function showPartnerOf(
  frame: Frame,
  { agency: context, region }: Desk & { readonly region: string },
): Promise<ExitCode> {
  const shown = await showPartner(context.database, { context, region });
  return conclude(frame, shown, (partner) =>
    [
      lineOf(frame, partner),
      ...partner.keys.map(({ kid, from, until, ended }) =>
        [kid, from, until, ended ? say(frame, { zh: '已停用', en: 'ended' }) : ''].join('  '),
      ),
    ].join('\n'),
  );
}

function lineOf(frame: Frame, partner: PartnerOnRecord): string {
  const { region, nameZh, nameEn, gateway, acceptsBalances, suspendedFor } = partner;
  const suspended =
    suspendedFor === null ? [] : [{ zh: `暂停：${suspendedFor}`, en: `suspended: ${suspendedFor}` }];
  const balances = acceptsBalances
    ? { zh: '接收余额', en: 'takes balances' }
    : { zh: '不接收余额', en: 'takes no balances' };
  return [
    region,
    say(frame, { zh: nameZh, en: nameEn }),
    gateway ?? say(frame, { zh: '纸质往来', en: 'on paper' }),
    ...[balances, ...suspended].map((words) => say(frame, words)),
  ].join('  ');
}

/** `suixing partners propose REGION FILE`: a profile from a JSON file, for another administrator to agree to. */
export async function proposeProfile(
  frame: Frame,
  { file, ...asked }: Asked & { readonly file: string },
): Promise<ExitCode> {
  const read = readProfile(file);
  return read.ok ? ask(frame, { ...asked, change: read.value }) : conclude(frame, read, () => '');
}

/** `suixing partners key-add REGION FILE`: every key of a published set that the directory does not have yet. */
export async function addKeys(
  frame: Frame,
  { file, ...asked }: Asked & { readonly file: string },
): Promise<ExitCode> {
  const text = fileText(file);
  const set = text.ok ? readKeySet(text.value) : text;
  if (!set.ok) return conclude(frame, set, () => '');
  for (const key of set.value.keys) {
    const code = await ask(frame, { ...asked, change: { kind: 'key', key } });
    if (code !== 0) return code;
  }
  return 0;
}

interface Asked extends Desk {
  readonly region: string;
  readonly reason: string;
}

/** `suixing partners key-end|suspend|resume`, and the last step of the others. */
export async function ask(
  frame: Frame,
  { agency: context, caller, region, reason, change }: Asked & { readonly change: WishedChange },
): Promise<ExitCode> {
  const asked = await inTransaction(context.database, (tx) =>
    askPartnerChange(tx, { context, caller }, { region, reason, change }),
  );
  return conclude(frame, asked, ({ changeId }) =>
    say(frame, {
      zh: `已申请：${changeId}。请另一位管理员运行 suixing partners decide ${changeId} agree`,
      en: `Asked: ${changeId}. Another administrator runs: suixing partners decide ${changeId} agree`,
    }),
  );
}

/** `suixing partners decide CHANGE agree|refuse`. */
export async function decideChangeOf(
  frame: Frame,
  {
    agency: context,
    caller,
    changeId,
    agreed,
  }: Desk & { readonly changeId: string; readonly agreed: boolean },
): Promise<ExitCode> {
  const done = await inTransaction(context.database, (tx) =>
    decidePartnerChange(tx, { context, caller }, { changeId, agreed }),
  );
  return conclude(frame, done, () =>
    say(frame, agreed ? { zh: '已生效。', en: 'It counts from now on.' } : noted),
  );
}

const noted = { zh: '已记录：不同意。', en: 'Noted: not agreed to.' };

/** `suixing partners changes`: what was asked for, the latest first. */
export async function listChangesOf(
  frame: Frame,
  { agency, open }: Desk & { readonly open: boolean },
): Promise<ExitCode> {
  const items = await partnerChanges(agency.database, { region: null, open, before: null, limit: 200 });
  const stands = { true: { zh: '已同意', en: 'agreed' }, false: { zh: '未同意', en: 'not agreed' } } as const;
  const waits = { zh: '待定', en: 'waiting' };
  return conclude(frame, ok({ items }), () =>
    items
      .map(({ id, region, kind, agreed, reason }) =>
        [id, region, kind, say(frame, agreed === null ? waits : stands[`${agreed}`]), reason].join('  '),
      )
      .join('\n'),
  );
}

function readProfile(file: string): Result<WishedChange, Refusal> {
  const text = fileText(file);
  if (!text.ok) return text;
  const value = parsedJson(text.value);
  const read = parsePart(partnerChangeSchema, { ...value, kind: 'profile' });
  const problems: readonly Problem[] = value === null ? [notJson] : read.problems;
  if (problems.length > 0) return refuse({ code: 'http.bad-input', problems });
  return ok(read.value as WishedChange); // by the schema of a change
}

const notJson = { path: '', detail: { zh: '不是 JSON 对象。', en: 'It is not a JSON object.' } };

function parsedJson(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function fileText(file: string): Result<string, Refusal> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch {
    return refuse({ code: 'cli.unreadable-file', figures: { file } });
  }
}
