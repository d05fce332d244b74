import { type Command, Option } from 'commander';
import type { Start } from './start.ts';

/** As `#apps/partner` has them; told here so that help needs not load it. */
const profileNames = [
  ...['orderly', 'late', 'duplicate', 'reordered', 'silent', 'wrong-amount', 'refuses', 'contradicts'],
  ...['forged-signature', 'expired-key', 'anothers-transfer', 'garbage'],
] as const;

export interface PartnerOptions {
  readonly profile: string;
  readonly region: string;
  readonly as: string;
  readonly keys: string;
  readonly delay: string;
  readonly listen?: string;
  readonly person?: string;
}

/** `suixing partner`: plays the other agency. */
export function mountPartner(program: Command, start: Start): void {
  program
    .command('partner')
    .argument('<gateway>', 'the gateway’s address')
    .addOption(
      new Option('--profile <profile>', profileNames.join(', ')).choices(profileNames).default('orderly'),
    )
    .option('--region <region>', 'the region of the agency behind the gateway', '440300')
    .option('--as <region>', 'in whose name it speaks', '899001')
    .option(
      '--keys <file>',
      'what it signs with: the kit’s file, or the folder of an agency’s signing keys',
      'conformance-keys.json',
    )
    .option('--delay <seconds>', 'how long the profile `late` waits', '5')
    .option(
      '--person <file>',
      'JSON: whom its letter is about; the person of the examples where it is left out',
    )
    .option('--listen <port>', 'be a gateway as well, and answer what comes until it is stopped')
    .description('play the other agency, well or badly behaved')
    .action((gateway: string, options: PartnerOptions) =>
      start(async (shell) => {
        const { partnerCommand } = await import('./play-partner.ts');
        return partnerCommand(shell, { gateway, ...options });
      }),
    );
}
