import cliProgress from 'cli-progress';
import type { Text } from '#basics';
import type { BackupProgress } from '#platform/backup';
import { type Frame, say } from './frame.ts';

export interface BackupBar {
  show(progress: BackupProgress, doing?: Text): void;
  end(): void;
}

/** A bar on a terminal, by tables; nothing elsewhere and nothing beside JSON. */
export function backupBar(frame: Frame): BackupBar {
  const terminal = 'isTTY' in frame.stderr && frame.stderr.isTTY === true && !frame.json;
  if (!terminal) return { show: () => undefined, end: () => undefined };
  const format = say(frame, {
    zh: '{doing}[{bar}] 第 {value}/{total} 张表（{table}），{rows} 行',
    en: '{doing}[{bar}] table {value} of {total} ({table}), {rows} rows',
  });
  const bar = new cliProgress.SingleBar({
    format,
    stream: frame.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    show({ table, done, total, rows }, doing) {
      const told = doing ? `${say(frame, doing)} ` : '';
      if (!started) bar.start(total, 0, { table, rows, doing: told });
      started = true;
      bar.update(done + 1, { table, rows, doing: told });
    },
    end: () => bar.stop(),
  };
}
