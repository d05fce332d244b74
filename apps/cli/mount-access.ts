import type { Command } from 'commander';
import { refuse } from '#basics';
import type { CodeWish } from '#business/access';
import { type GivenIdentity, identityKinds } from '#business/registry/public';
import { conclude } from './frame.ts';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

interface CodeGiven {
  readonly paper: string;
  readonly as?: string;
  readonly recover?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly issuer?: string;
}

const capacities = ['insured', 'successor', 'agent'] as const;

/** `suixing access …`: the window lets people and employers into the online services. */
export function mountAccess(program: Command, start: Start): void {
  const access = program.command('access').description('logins of people and employers');
  access
    .command('code')
    .argument('<owner>', 'the person’s id, or the employer’s as `employer find` prints it')
    .requiredOption('--paper <reference>', 'the paper that was seen, as the files call it')
    .option(
      '--as <capacity>',
      `${capacities.join(', ')}; insured where left out, and employers are employers`,
    )
    .option('--recover <login>', 'the login to recover; without it the code makes one')
    .option(
      '--name <name>',
      'a successor’s name, as the identity document has it; who is known by it may waive online',
    )
    .option(
      '--kind <kind>',
      `of the document that was compared with --name, its number read from standard input; a child’s guardian is known by it: ${identityKinds.join(', ')}`,
    )
    .option('--issuer <country>', 'of a passport: ISO 3166 alpha-3')
    .description('hand over a code at the window, with which a login is made, added to or recovered')
    .action((owner: string, given: CodeGiven) =>
      start(async (shell) => {
        const wish = wishOf(owner, given);
        if (typeof wish === 'string')
          return conclude(shell, refuse({ code: 'cli.bad-value', figures: { name: wish } }), () => '');
        const { handOverCodeOf } = await import('./access.ts');
        return withDesk(shell, ['clerk'], ({ agency, caller }) =>
          handOverCodeOf(shell, {
            access: { ...agency, mode: agency.config.mode },
            ...{ caller, wish, document: documentOf(given) },
          }),
        );
      }),
    );
}

/** What is wished, or the name of what was not understood. */
function wishOf(owner: string, { paper, as, recover = '', name, kind }: CodeGiven): CodeWish | string {
  const employer = owner.startsWith('emp_');
  const capacity = employer ? 'employer' : capacities.find((each) => each === (as ?? 'insured'));
  if (!capacity || (employer && as !== undefined)) return '--as';
  const paperReference = paper.trim();
  if (paperReference.length < 1 || paperReference.length > 200) return '--paper';
  const holderName = name?.trim() || null;
  if (holderName !== null && (capacity !== 'successor' || holderName.length > 70)) return '--name';
  if (kind !== undefined && (holderName === null || !identityKinds.some((each) => each === kind)))
    return '--kind';
  return { personId: owner, capacity, paperReference, holderName, loginId: recover || null };
}

function documentOf({ kind, issuer }: CodeGiven): Omit<GivenIdentity, 'number'> | null {
  const known = identityKinds.find((each) => each === kind);
  return known ? { kind: known, issuer: issuer ?? null } : null;
}
