/** Who asks. Made at the door from a session or a key; handed to every use case that must know. */
export interface Caller {
  readonly kind: CallerKind;
  /** `off_…`, `usr_…`, `key_…`; `system` and `bank` for what happens by itself, `anyone` without a login. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** The office an officer works for. */
  readonly officeId: string | null;
  /**
   * The persons a citizen's login may act for: themselves, or the one they succeed or represent. Each by every record of
   * theirs: one that was merged still names them.
   */
  readonly personIds: readonly string[];
  /** The same persons, each once, by the record that stays; as `personIds` where it is absent. */
  readonly actsFor?: readonly string[];
  /** What an agent may do, for whom; others have none. Without one an agent may do nothing. */
  readonly mandates?: readonly HeldMandate[];
  /** The session's token, or the key: the database's guards look the caller up by it. Never logged. */
  readonly token: string | null;
  /** In which language they ask; absent where that is not known. */
  readonly language?: 'zh' | 'en';
  /** What an integrator's key may be used for; others have no scopes. */
  readonly scopes?: readonly string[];
}

/** A mandate that an agent's login accepted and that holds now. */
export interface HeldMandate {
  /** Who gave it, by every record of theirs. */
  readonly ownerIds: readonly string[];
  /** Processes by id, and `record` for what is on record of the person. */
  readonly scope: readonly string[];
  /** Only this case; null for every one within the scope. */
  readonly caseId: string | null;
}

export type CallerKind =
  | 'anyone'
  | 'insured'
  | 'successor'
  | 'agent'
  | 'employer'
  | 'officer'
  | 'partner-agency'
  | 'integrator'
  | 'system'
  | 'bank';

/** The closed list of roles; an operation names those that may use it. */
export const roles = [
  'insured',
  'successor',
  'agent',
  'employer',
  'clerk',
  'reviewer',
  'finance',
  'auditor',
  'administrator',
  'partner-agency',
  'integrator',
] as const;

export type Role = (typeof roles)[number];

export const anyone: Caller = {
  kind: 'anyone',
  id: 'anyone',
  roles: [],
  officeId: null,
  personIds: [],
  token: null,
};

export const system: Caller = { ...anyone, kind: 'system', id: 'system' };
