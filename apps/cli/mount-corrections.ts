import type { Command } from 'commander';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

const reads = ['clerk', 'reviewer', 'auditor'] as const;

/** `suixing correction …`: what is wrong on record, put right by two officers. */
export function mountCorrections(program: Command, start: Start): void {
  const correction = program
    .command('correction')
    .description('what is wrong on record: one officer requests that it be put right, another decides');
  mountRequest(correction, start);
  mountDecisions(correction, start);
  mountLists(correction, start);
}

function mountRequest(correction: Command, start: Start): void {
  correction
    .command('request')
    .description(
      'request a correction; what is wrong and what is right as JSON on standard input: {"subject":"detail","field":"name","value":"Zhang San"} or {"subject":"entry","id":"rec_1","entry":{"kind":"retired","on":"2022-06-30"}}',
    )
    .argument('<person>', 'the id that `person find` prints')
    .requiredOption('--reason <text>', 'why it is to be corrected')
    .requiredOption('--paper <reference>', 'what the paper is called in the files')
    .option('--wish <wish>', 'what the person asked for, as `correction wishes` names it')
    .action((owner: string, { reason, paper, wish }: { reason: string; paper: string; wish?: string }) =>
      start(async (shell) => {
        const { requestCorrectionOf } = await import('./corrections.ts');
        const given = { owner, reason, paperReference: paper, wishId: wish ?? null };
        return withDesk(shell, ['clerk'], (desk) => requestCorrectionOf(shell, { ...desk, ...given }));
      }),
    );
  correction
    .command('refuse')
    .description('answer a person that nothing is to be corrected, and why')
    .argument('<person>')
    .argument('<wish>')
    .requiredOption('--reason <text>', 'why nothing is to be corrected')
    .action((personId: string, wishId: string, { reason }: { reason: string }) =>
      start(async (shell) => {
        const { refuseWishOf } = await import('./corrections.ts');
        const refusal = { personId, wishId, reason };
        return withDesk(shell, ['clerk'], (desk) => refuseWishOf(shell, { ...desk, refusal }));
      }),
    );
}

function mountDecisions(correction: Command, start: Start): void {
  for (const approved of [true, false]) {
    correction
      .command(approved ? 'approve' : 'decline')
      .description(
        approved ? 'put right what another officer requested' : 'leave the record as it is, with the reason',
      )
      .argument('<person>')
      .argument('<correction>')
      .option('--reason <text>', 'needed where it is declined')
      .action((personId: string, correctionId: string, { reason }: { reason?: string }) =>
        start(async (shell) => {
          const { decideCorrectionOf } = await import('./corrections.ts');
          const decision = { personId, correctionId, approved, reason: reason ?? null };
          return withDesk(shell, ['reviewer'], (desk) => decideCorrectionOf(shell, { ...desk, decision }));
        }),
      );
  }
}

function mountLists(correction: Command, start: Start): void {
  correction
    .command('list')
    .description('corrections, before and after')
    .argument('[person]', 'of one person all, otherwise those that wait')
    .action((owner: string | undefined) =>
      start(async (shell) => {
        const { listCorrections } = await import('./corrections.ts');
        return withDesk(shell, reads, ({ agency }) =>
          listCorrections(shell, { agency, owner: owner ?? null }),
        );
      }),
    );
  correction
    .command('wishes')
    .description('what people say is wrong and nobody has answered')
    .action(() =>
      start(async (shell) => {
        const { listWishes } = await import('./corrections.ts');
        return withDesk(shell, reads, ({ agency }) => listWishes(shell, { agency }));
      }),
    );
}
