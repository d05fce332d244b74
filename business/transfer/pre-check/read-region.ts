import { ok, type Refusal, type Result, refuse } from '#basics';

/** A region as somebody wrote it, before anything is asked about it. Refuses `transfer.no-such-region`. */
export function readRegion(written: string): Result<string, Refusal> {
  const region = written.trim();
  return /^(1[1-9]|[2-7]\d|8[0-2])\d{4}$/.test(region)
    ? ok(region)
    : refuse({ code: 'transfer.no-such-region', figures: { region: region.slice(0, 20) } });
}
