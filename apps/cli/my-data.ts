import { writeFileSync } from 'node:fs';
import { ok, refuse } from '#basics';
import { takeMyData } from '#business/my-data';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { askPassword } from './login.ts';
import type { Desk } from './shell.ts';

/** `suixing person my-data PERSON --out FILE`: everything on record of oneself, signed. */
export async function takeOwnData(
  frame: Frame,
  asked: Desk & { readonly owner: string; readonly out: string; readonly totp?: string },
): Promise<ExitCode> {
  const { agency, caller, owner, out, totp } = asked;
  const password = (await askPassword(frame)).replace(/\r?\n$/, '');
  const missing = refuse({ code: 'cli.bad-value', figures: { name: 'password' } });
  if (password === '') return conclude(frame, missing, () => '');
  const context = { ...agency, mode: agency.config.mode };
  const taken = await takeMyData({ context, caller, owner, proof: { password, totp } });
  if (!taken.ok) return conclude(frame, taken, () => '');
  frame.shown?.add(owner);
  const text = `${JSON.stringify(taken.value, null, 1)}\n`;
  try {
    writeFileSync(out, text, { mode: 0o600 });
  } catch {
    return conclude(frame, refuse({ code: 'cli.unwritable-file', figures: { file: out } }), () => '');
  }
  return conclude(frame, ok({ file: out, bytes: Buffer.byteLength(text) }), () =>
    say(frame, {
      zh: `已写入 ${out}。核验：suixing verify-document ${out}`,
      en: `Written to ${out}. To check it: suixing verify-document ${out}`,
    }),
  );
}
