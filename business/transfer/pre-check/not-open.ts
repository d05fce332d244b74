import { type Refusal, type Result, refuse } from '#basics';
import type { PreCheck } from './pre-check.ts';

/** Everything that stands in the way, each with what to do about it. */
export function notOpen({ reasons }: PreCheck): Result<never, Refusal> {
  const problems = reasons.map(({ code, text, remedy }) => ({
    path: code,
    detail: { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` },
  }));
  return refuse({ code: 'transfer.not-open', problems });
}
