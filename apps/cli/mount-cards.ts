import type { Command } from 'commander';
import { refuse } from '#basics';
import { cardKinds } from '#business/card/public';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing card …`: the cards through which people use their accounts. */
export function mountCards(program: Command, start: Start): void {
  const card = program.command('card').description('social security cards and their electronic credentials');
  card
    .command('list')
    .argument('<person>')
    .description('a person’s cards, with what happened to them')
    .action((personId: string) =>
      start(async (shell) => {
        const { listCards } = await import('./cards.ts');
        const reads = ['clerk', 'reviewer', 'auditor'] as const;
        return withDesk(shell, reads, ({ agency }) => listCards(shell, { agency, personId }));
      }),
    );
  mountBinding(card, start);
  mountSteps(card, start);
}

function mountBinding(card: Command, start: Start): void {
  card
    .command('bind')
    .argument('<person>')
    .requiredOption('--kind <kind>', cardKinds.join(', '))
    .requiredOption('--paper <reference>', 'what was seen at the window')
    .description('bind a card; its number is read from standard input')
    .action((personId: string, { kind, paper }: { kind: string; paper: string }) =>
      start(async (shell) => {
        const known = cardKinds.find((each) => each === kind);
        if (!known) return conclude(shell, badKind, () => '');
        const { bindCardOf } = await import('./cards.ts');
        const asked = { personId, kind: known, paperReference: paper };
        return withDesk(shell, ['clerk'], (desk) => bindCardOf(shell, { ...desk, ...asked }));
      }),
    );
  card
    .command('replace')
    .argument('<person>')
    .argument('<card>', 'as `card list` names it')
    .requiredOption('--paper <reference>', 'what was seen at the window')
    .option('--reason <text>', 'why')
    .description('bind a new card for an old one; the new number is read from standard input')
    .action((personId: string, cardId: string, given: { paper: string; reason?: string }) =>
      start(async (shell) => {
        const { replaceCardOf } = await import('./cards.ts');
        const asked = { personId, cardId, reason: given.reason ?? null, paperReference: given.paper };
        return withDesk(shell, ['clerk'], (desk) => replaceCardOf(shell, { ...desk, ...asked }));
      }),
    );
}

const stepsSay = {
  found: 'take a lost card back into use',
  lock: 'lock a card, on a legal basis',
  unlock: 'unlock a card that another officer locked',
  end: 'end a card at its holder’s request',
} as const;

function mountSteps(card: Command, start: Start): void {
  card
    .command('lost')
    .argument('<person>')
    .argument('<card>', 'as `card list` names it')
    .option('--reason <text>', 'why')
    .description('report a card lost; it pays nothing from then on')
    .action((personId: string, cardId: string, { reason = null }: { reason?: string | null }) =>
      start(async (shell) => {
        const { loseCardOf } = await import('./cards.ts');
        return withDesk(shell, ['clerk'], (desk) => loseCardOf(shell, { ...desk, personId, cardId, reason }));
      }),
    );
  for (const step of ['found', 'lock', 'unlock', 'end'] as const) {
    card
      .command(step)
      .argument('<person>')
      .argument('<card>', 'as `card list` names it')
      .option('--basis <provision>', 'the provision, by its id in docs/law/clauses.md')
      .option('--reason <text>', 'why')
      .option('--paper <reference>', 'what the paper is called in the files')
      .description(stepsSay[step])
      .action(
        (personId: string, cardId: string, given: { basis?: string; reason?: string; paper?: string }) =>
          start(async (shell) => {
            const { stepCardOf } = await import('./cards.ts');
            const { basis: legalBasis = null, reason = null, paper: paperReference = null } = given;
            const taken = { step, legalBasis, reason, paperReference, effectiveAt: null };
            const asked = { personId, cardId, taken };
            const roles = [step === 'unlock' ? 'reviewer' : 'clerk'] as const;
            return withDesk(shell, roles, (desk) => stepCardOf(shell, { ...desk, ...asked }));
          }),
      );
  }
}

const badKind = refuse({ code: 'cli.bad-value', figures: { name: '--kind' } });
