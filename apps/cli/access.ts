import { text } from 'node:stream/consumers';
import { shanghaiTime } from '#basics';
import { type AccessContext, type CodeWish, handOverCode } from '#business/access';
import type { Caller } from '#business/access/public';
import type { GivenIdentity } from '#business/registry/public';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/**
 * `suixing access code OWNER --paper REFERENCE [--as CAPACITY] [--recover LOGIN] [--name NAME [--kind KIND]]`: a code for a login of
 * somebody whose papers a clerk saw at the window. It is shown this once. The number of the document of a KIND comes from standard input.
 */
export async function handOverCodeOf(
  frame: Frame,
  {
    access,
    caller,
    wish,
    document,
  }: {
    readonly access: AccessContext;
    readonly caller: Caller;
    readonly wish: CodeWish;
    readonly document: Omit<GivenIdentity, 'number'> | null;
  },
): Promise<ExitCode> {
  const holderIdentity = document && { ...document, number: await text(frame.stdin) };
  const handed = await handOverCode(access, caller, { ...wish, holderIdentity });
  if (handed.ok) frame.shown?.add(wish.personId);
  return conclude(frame, handed, ({ code, expiresAt }) =>
    say(frame, {
      zh: `激活码（只显示这一次）：${code}，有效期至 ${shanghaiTime(new Date(expiresAt))}`,
      en: `The code (shown this once): ${code}, good until ${shanghaiTime(new Date(expiresAt))}`,
    }),
  );
}
