import type { Caller } from './caller.ts';

/** As much of an operation as decides who may use it. */
interface Guarded {
  readonly roles: 'anyone' | readonly string[];
  readonly tag: string;
  readonly kind: string;
}

/**
 * Whether a caller may use an operation at all; whose records they see, its use case decides. An integrator's key reaches
 * only what its scopes name: `payments` for everything of that tag, `payments:read` for what only reads.
 */
export function mayUse(caller: Caller, { roles, tag, kind }: Guarded): boolean {
  if (roles === 'anyone') return true;
  if (!caller.roles.some((role) => roles.includes(role))) return false;
  if (caller.kind !== 'integrator') return true;
  const scopes = caller.scopes ?? [];
  return scopes.includes(tag) || (kind === 'read' && scopes.includes(`${tag}:read`));
}
