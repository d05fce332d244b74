import type { Operation } from '#platform/http';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { contactOperations } from './routes-contact.ts';
import { limitOperations } from './routes-limits.ts';
import { loginOperations } from './routes-logins.ts';
import { officerOperations } from './routes-officers.ts';
import { sessionOperations } from './routes-sessions.ts';

/** Signing in and out, officers and keys, and how people come to a login. */
export const accessOperations: readonly Operation<AccessContext, Caller>[] = [
  ...sessionOperations,
  ...officerOperations,
  ...limitOperations,
  ...loginOperations,
  ...contactOperations,
];
