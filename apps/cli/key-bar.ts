import cliProgress from 'cli-progress';
import type { KeyProgress } from '#platform/seal';
import type { Frame } from './frame.ts';

/** A bar on a terminal, by column; nothing elsewhere and nothing beside JSON. */
export function keyBar(frame: Frame): { show(progress: KeyProgress): void; end(): void } {
  const terminal = 'isTTY' in frame.stderr && frame.stderr.isTTY === true && !frame.json;
  if (!terminal) return { show: () => undefined, end: () => undefined };
  const format = '{place} [{bar}] {value}/{total}';
  const bar = new cliProgress.SingleBar({
    format,
    stream: frame.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    show({ place, done, total }) {
      if (!started) bar.start(Number(total), 0, { place });
      started = true;
      bar.setTotal(Number(total));
      bar.update(Number(done), { place });
    },
    end: () => bar.stop(),
  };
}
