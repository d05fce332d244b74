import type { Command } from 'commander';
import { refuse } from '#basics';
import type * as Drafts from './drafts.ts';
import { conclude, type ExitCode } from './frame.ts';
import { type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing draft …`: applications that are being written at the window; they hold nothing and start no deadline. */
export function mountDrafts(program: Command, start: Start): void {
  const draft = program.command('draft').description('applications that are being written');
  draft
    .command('new')
    .description('a new draft; what was typed so far as JSON on standard input')
    .argument('<person>')
    .action((personId: string) =>
      start((shell) => at(shell, ({ beginDraftFor }, desk) => beginDraftFor(shell, { ...desk, personId }))),
    );
  draft
    .command('list')
    .description('your own drafts, the latest first')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .action(({ cursor = null }: { cursor?: string | null }) =>
      start((shell) => at(shell, ({ listOwnDrafts }, desk) => listOwnDrafts(shell, { ...desk, cursor }))),
    );
  onDraft(draft, start, { name: 'show', says: 'what was typed' }, 'showDraft');
  onDraft(draft, start, { name: 'case', says: 'the case that its files are uploaded to' }, 'caseOfDraftFor');
  onDraft(draft, start, { name: 'discard', says: 'throw a draft away' }, 'discardDraftOf');
  const save = { name: 'save', says: 'save it over the version that you saw; the content on standard input' };
  onVersion(draft, start, save, 'saveDraftOf');
  onVersion(draft, start, { name: 'submit', says: 'make the application out of a draft' }, 'submitDraftOf');
}

interface Named {
  readonly name: string;
  readonly says: string;
}

function onDraft(
  draft: Command,
  start: Start,
  { name, says }: Named,
  does: 'showDraft' | 'caseOfDraftFor' | 'discardDraftOf',
): void {
  draft
    .command(name)
    .description(says)
    .argument('<person>')
    .argument('<draft>', 'as `draft list` names it')
    .action((personId: string, draftId: string) =>
      start((shell) => at(shell, (commands, desk) => commands[does](shell, { ...desk, personId, draftId }))),
    );
}

function onVersion(
  draft: Command,
  start: Start,
  { name, says }: Named,
  does: 'saveDraftOf' | 'submitDraftOf',
): void {
  draft
    .command(name)
    .description(says)
    .argument('<person>')
    .argument('<draft>', 'as `draft list` names it')
    .requiredOption('--seen <number>', 'the version that you saw')
    .action((personId: string, draftId: string, { seen: told }: { seen: string }) =>
      start((shell) => {
        const seen = Number(told);
        if (!Number.isInteger(seen) || seen < 1) {
          const refused = refuse({ code: 'cli.bad-value', figures: { name: '--seen' } });
          return Promise.resolve(conclude(shell, refused, () => ''));
        }
        return at(shell, (commands, desk) =>
          commands[does](shell, { ...desk, personId, draftId, version: seen }),
        );
      }),
    );
}

function at(
  shell: Shell,
  work: (commands: typeof Drafts, desk: Drafts.DraftDesk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, ['clerk'], async (desk) => work(await import('./drafts.ts'), desk));
}
