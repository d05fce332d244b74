import { type Files, lineAt, type Violation } from './violation.ts';

/** What must not stand in the repository. Each is written in two halves, so that this file does not contain it. */
const strangers: readonly (readonly [pattern: RegExp, says: string])[] = [
  [
    new RegExp(`(?<![\\w.@-])/wo${'rk'}/(?:main|wt|shared|\\.library)\\b`),
    "names a folder of somebody's machine",
  ],
  [new RegExp(`\\.\\./sha${'red'}\\b`), 'names a folder outside the repository'],
  [
    new RegExp(`registry\\.n${'pm'}|npm${'mirror'}\\.com|deb\\.deb${'ian'}\\.org|proxy\\.gol${'ang'}\\.org`),
    "names a registry's address",
  ],
  [new RegExp(`-----BEGIN [A-Z ]*PRIVATE${' KEY'}-----`), 'holds a private key'],
  [
    new RegExp(`\\bnpm${'_'}[A-Za-z0-9]{36}\\b|\\bgh[pousr]${'_'}[A-Za-z0-9]{36}\\b`),
    'holds an access token',
  ],
];

/** The project stands alone and keeps no secret. */
export function checkStrangers(files: Files): readonly Violation[] {
  return [...files].flatMap(([path, text]) =>
    strangers.flatMap(([pattern, says]) => {
      const match = pattern.exec(text);
      return match ? [{ path, line: lineAt(text, match.index), says }] : [];
    }),
  );
}
