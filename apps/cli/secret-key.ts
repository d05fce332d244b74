import { randomBytes } from 'node:crypto';
import { makeKeyFile } from '#platform/config';
import { conclude, type ExitCode, say } from './frame.ts';
import type { Shell } from './shell.ts';

/** `suixing keys secret FILE`: a fresh random key in a new file, for identity numbers or for backups. */
export function makeKeyCommand(shell: Shell, file: string): ExitCode {
  return conclude(
    shell,
    makeKeyFile(file, (count) => randomBytes(count)),
    () =>
      say(shell, {
        zh: `已把新密钥写入 ${file}，只有您能读取。请另存一份在别处：丢了密钥，用它加密的内容就再也打不开。`,
        en: `a new key stands in ${file}, for you alone to read. Keep a copy elsewhere: what it encrypted is lost without it.`,
      }),
  );
}
