import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { credentialOf } from './credentials.store.ts';
import { capacitiesOf } from './logins.store.ts';
import { type OfficerRow, officerById } from './officers.store.ts';
import { ownOf } from './own-credentials.ts';
import type { Capacity } from './sessions.store.ts';

/** What a session is told of itself, so that screens know what to offer. */
export interface Self {
  readonly kind: Caller['kind'];
  readonly id: string;
  readonly roles: Caller['roles'];
  readonly officeId: string | null;
  readonly personIds: readonly string[];
  /** An officer's own name; null for everybody else. */
  readonly officer: Pick<OfficerRow, 'loginName' | 'nameZh' | 'nameEn'> | null;
  /** As what a login may act; the session acts as `kind`. */
  readonly capacities: readonly Capacity[];
  /** Whether signing in asks for a one-time code besides the password; null for what is no session. */
  readonly secondFactor: boolean | null;
}

export async function whoAmI({ loginDatabase }: AccessContext, caller: Caller): Promise<Self> {
  const { kind, id, roles, officeId, actsFor, personIds } = caller;
  const officer = kind === 'officer' ? await officerById(loginDatabase, id) : undefined;
  const capacities = id.startsWith('usr_') ? await capacitiesOf(loginDatabase, id) : [];
  const own = ownOf(caller);
  const credential = own && (await credentialOf(loginDatabase, own.holder));
  const secondFactor = credential ? credential.secondFactorSealed !== null : null;
  return {
    kind,
    id,
    roles,
    officeId,
    personIds: actsFor ?? personIds,
    officer: officer ?? null,
    capacities,
    secondFactor,
  };
}
