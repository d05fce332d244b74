import cliProgress from 'cli-progress';
import type { Text } from '#basics';
import { type Frame, say } from './frame.ts';

/** A bar on a terminal, of accounts where nothing else is said; nothing elsewhere and nothing beside JSON. */
export function progressOn(
  frame: Frame,
  counted: Text = { zh: '个账户', en: 'accounts' },
): {
  readonly to: (done: bigint, total: bigint) => void;
  readonly stop: () => void;
} {
  const terminal = 'isTTY' in frame.stderr && frame.stderr.isTTY === true && !frame.json;
  if (!terminal) return { to: () => undefined, stop: () => undefined };
  const format = say(frame, {
    zh: `[{bar}] {value}/{total} ${counted.zh}，还需 {eta_formatted}`,
    en: `[{bar}] {value}/{total} ${counted.en}, {eta_formatted} to go`,
  });
  const bar = new cliProgress.SingleBar({
    format,
    stream: frame.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    to(done, total) {
      const most = Number(total > done ? total : done);
      if (!started) bar.start(most, 0);
      started = true;
      bar.setTotal(most);
      bar.update(Number(done));
    },
    stop: () => bar.stop(),
  };
}
