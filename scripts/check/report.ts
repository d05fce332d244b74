import type { CheckOutcome } from './run-checks.ts';

/** One line per check, and below it everything that it complains about. */
export function describeOutcome({ name, milliseconds, complaints }: CheckOutcome): string {
  const verdict = complaints.length === 0 ? 'ok' : 'FAILED';
  const line = `check ${name.padEnd(16)} ${String(Math.round(milliseconds)).padStart(6)} ms  ${verdict}\n`;
  return line + complaints.map((complaint) => `${indent(complaint)}\n`).join('');
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
