import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { redactKeys, redactText } from './redact.ts';

export type Log = Logger;

/**
 * One JSON line per event, on standard error unless `to` says otherwise, so that standard output stays free for answers.
 * Secrets and personal numbers are covered twice: by the name of their key, and by their shape in the finished line.
 */
export function openLog({ level, app, to }: { level: string; app: string; to?: DestinationStream }): Log {
  return pino(
    {
      level,
      base: { app },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: covered, bindings: covered },
      hooks: { streamWrite: redactText },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  );
}

function covered(fields: Record<string, unknown>): Record<string, unknown> {
  return redactKeys(fields) as Record<string, unknown>; // a plain object stays a plain object
}
