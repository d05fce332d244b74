import { ok, type Result, refuse } from '#basics';
import type { AccessContext } from './context.ts';
import { type Credential, countFailures, credentialOf, type Holder, takeStep } from './credentials.store.ts';
import { limits } from './limits.ts';
import { isPassword, nobodysPassword } from './passwords.ts';
import { secondFactorStep } from './second-factor.ts';

export interface Proof {
  /** Null where nobody has the name that was given: then everything goes the same way and ends the same. */
  readonly holder: Holder | null;
  readonly password: string;
  readonly code?: string | undefined;
}

/** What a holder proved. */
export interface Proven {
  readonly holder: Holder;
  readonly secondFactor: boolean;
  /** Set where the password is one that an administrator handed over: good for enrolling only. */
  readonly temporary: boolean;
  /** A second factor shown to the holder and not yet proved. */
  readonly pendingSealed: Uint8Array | null;
  readonly now: Date;
}

/**
 * Checks a password and, where there is one, a second factor. Whatever is wrong (name, password, code, a lock) gives the same
 * refusal and costs the same time. Every try is counted before it is looked at, so that many at once gain nothing.
 */
export async function prove(
  access: AccessContext,
  { holder, password, code }: Proof,
): Promise<Result<Proven>> {
  const counted = holder ? await countTry(access, holder) : null;
  const right = await isPassword(password, counted?.passwordHash ?? nobodysPassword(access)).catch(
    async (fault: unknown) => {
      // Nobody looked at it (too many wait), so it was no failure.
      if (holder && counted) await takeBack(access, { holder, counted });
      throw fault;
    },
  );
  if (!holder || !counted || !right) return wrong;
  if (counted.temporaryUntil && counted.temporaryUntil <= counted.now) return wrong;
  const step = await provenStep(access, { holder, counted, code });
  if (!step.ok) return step;
  if (!(await takeStep(access.loginDatabase, { holder, step: step.value }))) return wrong;
  return ok({
    holder,
    secondFactor: step.value !== null,
    temporary: counted.temporaryUntil !== null,
    pendingSealed: counted.pendingSealed,
    now: counted.now,
  });
}

const wrong = refuse({ code: 'access.wrong-credentials' });

interface Counted extends Credential {
  readonly counted: number;
}

/** The credential with this try counted as a failure, until it proves not to be one; null where the login is locked. */
async function countTry(access: AccessContext, holder: Holder): Promise<Counted | null> {
  for (let turn = 0; turn < 10; turn += 1) {
    const seen = await credentialOf(access.loginDatabase, holder);
    if (!seen || (seen.lockedUntil && seen.lockedUntil > seen.now)) return null;
    const failures = seen.failures + 1;
    const next = { holder, seen: seen.failures, failures, lockedUntil: lockAfter(failures, seen.now) };
    if (await countFailures(access.loginDatabase, next)) return { ...seen, counted: failures };
  }
  return null;
}

/** A try that was counted was none; unless somebody else failed meanwhile. */
async function takeBack(
  access: AccessContext,
  { holder, counted }: { readonly holder: Holder; readonly counted: Counted },
): Promise<void> {
  const back = { holder, seen: counted.counted, failures: counted.failures, lockedUntil: null };
  await countFailures(access.loginDatabase, back);
}

/** Until when nobody gets in after so many failures; null where there is no lock yet. */
function lockAfter(failures: number, now: Date): Date | null {
  if (failures < limits.failures) return null;
  const doublings = Math.min(failures - limits.failures, 16);
  const minutes = Math.min(limits.firstLockMinutes * 2 ** doublings, limits.longestLockMinutes);
  return new Date(now.getTime() + minutes * 60_000);
}

interface Shown {
  readonly holder: Holder;
  readonly counted: Counted;
  readonly code: string | undefined;
}

/** The step of the second factor that was shown; null where none is enrolled. */
async function provenStep(
  access: AccessContext,
  { holder, counted, code }: Shown,
): Promise<Result<bigint | null>> {
  if (!counted.secondFactorSealed) return ok(null);
  if (code === undefined) {
    // Only half was shown, which is no failure.
    await takeBack(access, { holder, counted });
    return refuse({ code: 'access.second-factor-needed' });
  }
  const secret = access.seal.open(counted.secondFactorSealed);
  const step = secondFactorStep({ secret, code, at: counted.now });
  return step === null || step <= counted.lastStep ? wrong : ok(step);
}
