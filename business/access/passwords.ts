import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Problem } from '#basics';
import { refused } from '#platform/http';
import { fewAtOnce } from '#platform/turns';
import type { AccessContext } from './context.ts';
import { type PasswordCost, usualGuessing } from './guessing.ts';
import { limits } from './limits.ts';

/**
 * A password as it is kept: `scrypt$15$8$3$<salt>$<hash>` (log2 N, r, p; base64url). The parameters stand in it, so that
 * they can be raised without touching what is stored.
 */
export async function hashPassword(
  { random, guessing = usualGuessing }: Pick<AccessContext, 'random' | 'guessing'>,
  password: string,
): Promise<string> {
  const salt = Buffer.from(random(16));
  const cost = guessing.password;
  const hash = await derive(password, { ...cost, salt });
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join(
    '$',
  );
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const { hash, ...parameters } = read(stored);
  return timingSafeEqual(await derive(password, parameters), hash);
}

/** Stands in where nobody has the name: checking against it takes as long as against a real one, and never succeeds. */
export function nobodysPassword({ guessing = usualGuessing }: Pick<AccessContext, 'guessing'>): string {
  const { log2N, r, p } = guessing.password;
  return `scrypt$${log2N}$${r}$${p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
}

/** Everything wrong with a new password; none where it is fit. */
export function passwordProblems(
  password: string,
  { path, secondFactor, loginName, present }: NewPassword,
): readonly Problem[] {
  const letters = [...password.normalize('NFKC')];
  const least = secondFactor ? limits.passwordWithSecondFactor : limits.passwordAlone;
  const found: Problem[] = [];
  if (letters.length < least)
    found.push({
      path,
      detail: {
        zh: `密码至少要有 ${least} 个字符；可以用一句容易记住的话。`,
        en: `A password has at least ${least} characters; a sentence that is easy to remember is good.`,
      },
    });
  if (letters.length > limits.passwordAtMost)
    found.push({
      path,
      detail: {
        zh: `密码最多 ${limits.passwordAtMost} 个字符。`,
        en: `A password has at most ${limits.passwordAtMost} characters.`,
      },
    });
  if (new Set(letters).size < 5 || password.toLowerCase().includes(loginName.toLowerCase()))
    found.push({
      path,
      detail: {
        zh: '密码太容易被猜到：不要包含登录名，至少要有五个不同的字符。',
        en: 'This password is too easy to guess: leave the login name out and use at least five different characters.',
      },
    });
  if (password === present)
    found.push({
      path,
      detail: {
        zh: '新密码和现在的密码一样：请另设一个。',
        en: 'This is the password that you have now: choose another.',
      },
    });
  return found;
}

interface NewPassword {
  readonly path: string;
  readonly secondFactor: boolean;
  readonly loginName: string;
  /** The one that it takes the place of, where somebody showed it. */
  readonly present?: string;
}

interface Parameters extends PasswordCost {
  readonly salt: Uint8Array;
}

function read(stored: string): Parameters & { readonly hash: Uint8Array } {
  const [scheme, log2N, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) throw new Error('a stored password is not of a known form');
  return {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  };
}

/**
 * A password keeps a core busy for a sixth of a second. However many sign in together, half of the cores are left to everybody else;
 * and whoever would wait behind more than an agency's people at eight in the morning is told at once to try again.
 */
const hashing = fewAtOnce(Math.max(1, Math.floor(availableParallelism() / 2)), {
  mostWaiting: limits.passwordsWaiting,
  full: () => refused({ code: 'http.unavailable' }),
});

function derive(password: string, { log2N, r, p, salt }: Parameters): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  // The same password typed on another keyboard may come in another Unicode form (RFC 8265).
  const typed = password.normalize('NFKC');
  return hashing(
    () =>
      new Promise((resolve, reject) => {
        scrypt(typed, salt, 32, options, (fault, hash) => (fault ? reject(fault) : resolve(hash)));
      }),
  );
}
