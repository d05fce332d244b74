import { ok, type Result, refuse, shanghaiDate } from '#basics';
import { recordsOf } from '#business/registry';
import { anyone, type Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import type { Holder } from './credentials.store.ts';
import { heldMandates } from './held-mandates.store.ts';
import { liveKey } from './keys.store.ts';
import { extendedUntil } from './session-times.ts';
import {
  extendSession,
  liveOfficerSession,
  livePersonSession,
  type OfficerSession,
  type PersonSession,
} from './sessions.store.ts';
import { hashToken, loginOfToken } from './tokens.ts';

/** What came with a request; a bearer token counts before a cookie. */
export interface Credentials {
  readonly bearer?: string | undefined;
  readonly cookie?: string | undefined;
}

/**
 * Who asks: `anyone` where nothing was shown, the officer, citizen or integrator behind a live token, or a refusal
 * (`access.no-session`) for a token that is unknown, ended, expired, or of somebody who was disabled.
 */
export async function callerOf(
  access: AccessContext,
  { bearer, cookie }: Credentials,
): Promise<Result<Caller>> {
  const token = bearer ?? cookie;
  if (token === undefined) return ok(anyone);
  if (token.startsWith('sxk_')) return integrator(access, token);
  const login = loginOfToken(token);
  return login === null ? officer(access, token) : citizen(access, { token, login });
}

const noSession = refuse({ code: 'access.no-session' });

async function officer(access: AccessContext, token: string): Promise<Result<Caller>> {
  const tokenHash = hashToken(token);
  const session = await liveOfficerSession(access.loginDatabase, tokenHash);
  if (!session) return noSession;
  const { officerId, roles, officeId } = session;
  await keepAlive(access, { holder: { kind: 'officer', id: officerId }, tokenHash, session });
  return ok({ kind: 'officer', id: officerId, roles, officeId, personIds: [], token });
}

async function citizen(
  access: AccessContext,
  { token, login }: { readonly token: string; readonly login: string },
): Promise<Result<Caller>> {
  const tokenHash = hashToken(token);
  const session = await livePersonSession(access.loginDatabase, { loginId: login, tokenHash });
  if (!session) return noSession;
  const { capacity, personIds: linked, letBy } = session;
  // Whoever acts by a mandate that is over is told so, and may do nothing.
  if (linked.length === 0 && letBy.length === 0 && capacity !== 'agent') return noSession;
  const persons =
    capacity === 'agent'
      ? await mandatedPersons(access, { login, linked })
      : await personsOf(access, await stillLet(access, { login, linked, letBy }));
  await keepAlive(access, { holder: { kind: 'person', id: login }, tokenHash, session });
  return ok({ kind: capacity, id: login, roles: [capacity], officeId: null, ...persons, token });
}

/** Those whom the login stands for: a record that was merged stands for the person of the record that stays. */
async function personsOf(
  { database }: AccessContext,
  linked: readonly string[],
): Promise<Pick<Caller, 'personIds'> & { readonly actsFor: readonly string[] }> {
  const records = await Promise.all(linked.map((owner) => recordsOf(database, { owner })));
  const actsFor = [...new Set(records.map(([survivor = '']) => survivor))];
  return { personIds: [...new Set(records.flat())], actsFor };
}

/** Without those whose mandate has run out or was ended: an employer's, for what its staff reports need. */
async function stillLet(
  access: AccessContext,
  asking: { readonly login: string; readonly linked: readonly string[]; readonly letBy: readonly string[] },
): Promise<readonly string[]> {
  const { login, linked, letBy } = asking;
  const asked = linked.filter((each) => letBy.includes(each));
  if (asked.length === 0) return linked;
  const today = shanghaiDate(access.clock.now());
  const held = await heldMandates(access.loginDatabase, { login, linked: asked, today });
  const lets = held.filter(({ caseId, scope }) => caseId === null && scope.includes('staff-reduction'));
  return linked.filter((each) => !asked.includes(each) || lets.some(({ ownerId }) => ownerId === each));
}

/** An agent's persons are those who gave a mandate that holds; their records are open where it says so. */
async function mandatedPersons(
  access: AccessContext,
  { login, linked }: { readonly login: string; readonly linked: readonly string[] },
): Promise<Required<Pick<Caller, 'personIds' | 'actsFor' | 'mandates'>>> {
  const today = shanghaiDate(access.clock.now());
  const rows = await heldMandates(access.loginDatabase, { login, linked, today });
  const mandates = await Promise.all(
    rows.map(async ({ ownerId, scope, caseId }) => {
      return { ownerIds: await recordsOf(access.database, { owner: ownerId }), scope, caseId };
    }),
  );
  return {
    mandates,
    personIds: [
      ...new Set(
        mandates.filter(({ scope }) => scope.includes('record')).flatMap(({ ownerIds }) => ownerIds),
      ),
    ],
    actsFor: [...new Set(mandates.map(({ ownerIds: [survivor = ''] }) => survivor))],
  };
}

async function integrator(access: AccessContext, token: string): Promise<Result<Caller>> {
  const key = await liveKey(access.loginDatabase, hashToken(token));
  if (!key) return noSession;
  const { id, scopes } = key;
  return ok({ ...anyone, kind: 'integrator', id, roles: ['integrator'], scopes, token });
}

interface Used {
  readonly holder: Holder;
  readonly tokenHash: Uint8Array;
  readonly session: OfficerSession | PersonSession;
}

async function keepAlive(access: AccessContext, { holder, tokenHash, session }: Used): Promise<void> {
  const expiresAt = extendedUntil(session, session.now);
  if (expiresAt) await extendSession(access.loginDatabase, { holder, tokenHash, expiresAt });
}
