import { fillFigures, type Refusal, type Text } from '#basics';
import { type PostgresCode, postgresRefusals } from './refusals.ts';

/**
 * A fault that a person can mend: the server does not start, a migration was altered. Nobody in the middle can go on without
 * a database, so it is thrown; the edge of an app shows its sentence instead of a stack.
 */
export type DatabaseFault = Error & {
  readonly refusal: Refusal & { readonly code: PostgresCode };
  readonly text: Text;
};

export function databaseFault(
  code: PostgresCode,
  figures: Readonly<Record<string, string | number>> = {},
): DatabaseFault {
  const { text, next } = postgresRefusals[code];
  const told: Text = {
    zh: fillFigures(`${text.zh}${next.zh}`, figures),
    en: fillFigures(`${text.en} ${next.en}`, figures),
  };
  return Object.assign(new Error(`${told.en}\n${told.zh}`), {
    name: 'DatabaseFault',
    refusal: { code, figures },
    text: told,
  });
}

export function isDatabaseFault(error: unknown): error is DatabaseFault {
  return error instanceof Error && error.name === 'DatabaseFault';
}
