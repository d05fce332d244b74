import type { Agency } from '#apps/agency';
import { shanghaiTime } from '#basics';
import { accessHashedColumns, type LiveCodes, liveCodes } from '#business/access';
import { cardHashedColumns } from '#business/card';
import { materialsHashedColumns } from '#business/materials';
import { registryHashedColumns } from '#business/registry';
import { transferHashedColumns } from '#business/transfer';
import type { Database } from '#platform/postgres';
import { changeKeys, type KeyState, keyState, knownKeys, retireOtherKeys } from '#platform/seal';
import { conclude, type ExitCode, say, show } from './frame.ts';
import { keyBar } from './key-bar.ts';
import type { Shell } from './shell.ts';

/** Every column whose values are found by their hash. */
export const hashedColumns = [
  ...registryHashedColumns,
  ...cardHashedColumns,
  ...accessHashedColumns,
  ...materialsHashedColumns,
  ...transferHashedColumns,
];

interface Rotation {
  readonly agency: Pick<Agency, 'seal'> & { readonly migrator: Database | undefined };
  readonly check: boolean;
}

/**
 * `suixing keys rotate-identity`: everything goes over to the current key. Exit code 0 where the former keys can be taken out
 * of the configuration, 1 while something still needs them.
 */
export async function rotateIdentityCommand(
  shell: Shell,
  { agency: { seal, migrator }, check }: Rotation,
): Promise<ExitCode> {
  if (!migrator) throw new Error('an agency is opened with the address of its migrator');
  const change = { migrator, seal };
  if (!check) {
    const bar = keyBar(shell);
    const changed = await changeKeys({ ...change, hashed: hashedColumns, onProgress: bar.show });
    bar.end();
    if (!changed.ok) return conclude(shell, changed, () => '');
    const retired = await retireOtherKeys(change);
    if (!retired.ok) return conclude(shell, retired, () => '');
  }
  const state = await keyState(change);
  const codes = await codesUnderFormerKeys(migrator);
  const removable = state.left.length === 0 && state.others.length === 0 && codes.count === 0;
  show(shell, { ...state, codes, removable }, () => words(shell, { state, codes }));
  return removable ? 0 : 1;
}

/** Codes that people hold in their hands; they end by themselves. */
async function codesUnderFormerKeys(migrator: Database): Promise<LiveCodes> {
  const retired = (await knownKeys(migrator)).flatMap(({ retiredAt }) => retiredAt ?? []);
  const last = retired.map((at) => at.getTime()).sort((a, b) => b - a)[0];
  return last === undefined ? { count: 0, until: null } : liveCodes(migrator, new Date(last));
}

function words(
  shell: Shell,
  { state: { newest, others, left }, codes }: { readonly state: KeyState; readonly codes: LiveCodes },
): string {
  const until = codes.until ? shanghaiTime(codes.until) : '';
  const lines = left.map(({ place, values }) =>
    say(shell, {
      zh: `${place}：还有 ${values} 项用旧密钥`,
      en: `${place}: ${values} values under a former key`,
    }),
  );
  if (left.length > 0 || others.length > 0)
    lines.push(
      say(shell, {
        zh: '旧密钥还要用。请再运行一次 suixing keys rotate-identity。',
        en: 'Former keys are still needed. Run `suixing keys rotate-identity` again.',
      }),
    );
  else if (codes.count > 0)
    lines.push(
      say(shell, {
        zh: `全部内容都已改用密钥 ${newest}。还有 ${codes.count} 个已发出的代码要用旧密钥核对，最晚到 ${until}；到那时再撤掉旧密钥。`,
        en: `Everything lies under the key ${newest}. ${codes.count} codes that people hold need a former key until ${until}; take it out of the configuration then.`,
      }),
    );
  else
    lines.push(
      say(shell, {
        zh: `全部内容都在密钥 ${newest} 之下；其他证件号码密钥可以从配置中撤掉。`,
        en: `Everything lies under the key ${newest}; other identity keys can be taken out of the configuration.`,
      }),
    );
  return lines.join('\n');
}
