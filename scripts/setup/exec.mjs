/**
 * npm runs a script in a shell and passes signals to that shell, not to what runs in it. `exec` in a script puts the program in
 * the shell's place, so that it hears them. Windows' shell has no such word; there this file stands for it and changes nothing.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function execIsMissing(folder, platform = process.platform) {
  return platform === 'win32' && !existsSync(fileFor(folder));
}

export function provideExec(folder, platform = process.platform) {
  if (execIsMissing(folder, platform)) writeFileSync(fileFor(folder), '@%*\r\n');
}

function fileFor(folder) {
  return join(folder, 'node_modules', '.bin', 'exec.cmd');
}
