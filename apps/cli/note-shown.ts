import { viewingRecorder } from '#business/access-log';
import { findCase, readCaseNumber } from '#engines/casework';
import type { Desk, Shell } from './shell.ts';

/** Notes in the access log whose records a command has shown, as the API does. */
export async function noteShown(shell: Shell, { agency, caller }: Desk): Promise<void> {
  const persons = new Set<string>();
  for (const shown of shell.shown ?? []) {
    if (shown.startsWith('psn_')) persons.add(shown);
    else persons.add((await findCase(agency.database, readCaseNumber(shown) ?? shown))?.ownerId ?? '');
  }
  persons.delete('');
  if (persons.size === 0) return;
  const recorder = viewingRecorder({ ...agency, onFailure: () => undefined });
  const [group = ''] = (shell.command ?? '').split('-');
  await recorder.note({
    caller,
    operation: { id: `suixing-${shell.command ?? ''}`, tag: tags[group] ?? group },
    purpose: shell.purpose ?? null,
    persons: [...persons],
  });
  await recorder.stop();
}

/** The API's group for a group of commands, where it is called otherwise. */
const tags: Readonly<Record<string, string>> = {
  case: 'withdrawal',
  explain: 'withdrawal',
  measure: 'supervision',
  viewings: 'access-log',
  letter: 'letters',
  chain: 'evidence',
  prove: 'evidence',
};
