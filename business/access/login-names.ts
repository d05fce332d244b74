import type { Problem } from '#basics';
import type { Seal } from '#platform/seal';

/** The name as it is compared: people write it in capitals or in full width and mean the same. */
export function tidyLoginName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** `sh***i`: enough for its holder to know it again, and no half of what signs in. */
export function maskLoginName(name: string): string {
  const signs = [...name];
  return `${signs.slice(0, 2).join('')}***${signs.at(-1) ?? ''}`;
}

/** What takes the name for one login: its hashes by every key. */
export function loginNameHashesByKey(seal: Seal, name: string): Uint8Array {
  return seal.hashesByKey('login name', tidyLoginName(name));
}

/** What it may lie under: also the hashes by former keys. */
export function loginNameHashes(seal: Seal, name: string): readonly Uint8Array[] {
  return seal.keyedHashes('login name', tidyLoginName(name));
}

export function loginNameProblems(name: string): readonly Problem[] {
  const tidy = tidyLoginName(name);
  if (/^[\p{L}\p{N}._@+-]{4,64}$/u.test(tidy) && !/^\d{17}[\dx]$/.test(tidy)) return [];
  return [
    {
      path: 'loginName',
      detail: {
        zh: '登录名为 4 至 64 个文字、字母、数字或 . _ @ + - ，且不要用身份证号码。',
        en: 'A login name has 4 to 64 letters, digits or . _ @ + - and is not an identity number.',
      },
    },
  ];
}
