import type { Command } from 'commander';
import { refuse } from '#basics';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const reads = ['clerk', 'reviewer', 'auditor'] as const;

/** `suixing doubles …` and `suixing merge …`: one person with two records. */
export function mountDoubles(program: Command, start: Start): void {
  mountPairs(program, start);
  const merge = program
    .command('merge')
    .description(
      'fold a record into another of the same person: requested by one officer, decided by another',
    );
  mountRequests(merge, start);
  mountDecisions(merge, start);
}

function mountPairs(program: Command, start: Start): void {
  const doubles = program.command('doubles').description('records that may be one person');
  doubles
    .command('list', { isDefault: true })
    .description('pairs that wait for a judgement, with what speaks for it')
    .option('--after <pair>', 'go on where the last page ended')
    .action(({ after }: { after?: string }) =>
      start(async (shell) => {
        const [oneId, otherId] = after?.split(',') ?? [];
        if (after !== undefined && !(oneId && otherId)) return conclude(shell, badPair, () => '');
        const { listPossibleDoubles } = await import('./doubles.ts');
        const place = oneId && otherId ? { oneId, otherId } : null;
        return withDesk(shell, reads, ({ agency }) => listPossibleDoubles(shell, { agency, after: place }));
      }),
    );
  doubles
    .command('search')
    .description('look for them anew')
    .option('--import <run>', 'only among those whom this import brought')
    .action((asked: { import?: string }) =>
      start(async (shell) => {
        const { searchDoubles } = await import('./doubles.ts');
        const runId = asked.import ?? null;
        return withDesk(shell, ['clerk'], ({ agency }) => searchDoubles(shell, { agency, runId }));
      }),
    );
  doubles
    .command('judge')
    .description('note that two records are two persons; they are not listed again')
    .argument('<one>')
    .argument('<other>')
    .requiredOption('--reason <text>', 'how that was found out')
    .action((oneId: string, otherId: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { judgePair } = await import('./doubles.ts');
        const judgement = { oneId, otherId, reason };
        return withDesk(shell, ['clerk'], (desk) => judgePair(shell, { ...desk, judgement }));
      }),
    );
}

interface Grounds {
  readonly reason: string;
  readonly paper: string;
  readonly differencesSeen?: boolean;
}

const seen = 'what differs between the two was seen, and it is one person all the same';

function mountRequests(merge: Command, start: Start): void {
  merge
    .command('request')
    .description('ask that a record be folded into another')
    .argument('<record>', 'the one that is folded in')
    .argument('<into>', 'the one that stays')
    .requiredOption('--reason <text>', 'why they are one person')
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .option('--differences-seen', seen)
    .action((mergedId: string, survivorId: string, { reason, paper, differencesSeen }: Grounds) =>
      start(async (shell) => {
        const { requestMergeOf } = await import('./doubles.ts');
        const given = { mergedId, survivorId, reason, paperReference: paper, differencesSeen };
        return withDesk(shell, ['clerk'], (desk) => requestMergeOf(shell, { ...desk, ...given }));
      }),
    );
  merge
    .command('undo')
    .description('ask that a merge be undone')
    .argument('<record>', 'the one that was folded in')
    .requiredOption('--reason <text>', 'why they are two persons')
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .action((mergedId: string, { reason, paper: paperReference }: Grounds) =>
      start(async (shell) => {
        const { requestUnmergeOf } = await import('./doubles.ts');
        const given = { mergedId, reason, paperReference };
        return withDesk(shell, ['clerk'], (desk) => requestUnmergeOf(shell, { ...desk, ...given }));
      }),
    );
}

function mountDecisions(merge: Command, start: Start): void {
  for (const approved of [true, false]) {
    merge
      .command(approved ? 'approve' : 'decline')
      .description(approved ? 'do what another officer requested' : 'leave the records as they are')
      .argument('<record>')
      .argument('<step>')
      .option('--reason <text>', 'needed where it is declined')
      .option('--differences-seen', seen)
      .action((mergedId: string, stepId: string, { reason, differencesSeen }: Partial<Grounds>) =>
        start(async (shell) => {
          const { decideMergeOf } = await import('./doubles.ts');
          const decision = { mergedId, stepId, approved, reason: reason ?? null, differencesSeen };
          return withDesk(shell, ['reviewer'], (desk) => decideMergeOf(shell, { ...desk, decision }));
        }),
      );
  }
  merge
    .command('list')
    .description('merges and their undoing')
    .argument('[person]', 'of one person all, otherwise those that wait')
    .action((owner: string | undefined) =>
      start(async (shell) => {
        const { listMerges } = await import('./doubles.ts');
        return withDesk(shell, reads, ({ agency }) => listMerges(shell, { agency, owner: owner ?? null }));
      }),
    );
}

const badPair = refuse({ code: 'cli.bad-value', figures: { name: '--after' } });
