import { type Command, Option } from 'commander';
import type { Start } from './start.ts';

export const keyFile = 'conformance-keys.json';

/** `suixing conformance`: the public suite of the exchange. */
export function mountConformance(program: Command, start: Start): void {
  program
    .command('conformance')
    .argument('[url]', 'the gateway’s address')
    .option('--self', 'try our own gateway, on data that is thrown away')
    .option('--region <region>', 'the region of the agency behind the gateway', '440300')
    .option('--keys <file>', 'what the kit signs with', keyFile)
    .option('--prepare', 'make the key file where there is none, and print what the target has to enter')
    .addOption(new Option('--list', 'name the checks and run none'))
    .description('run the conformance suite of the exchange against a gateway')
    .action((url: string | undefined, options: ConformanceOptions) =>
      start(async (shell) => {
        const { conformanceCommand } = await import('./conformance.ts');
        return conformanceCommand(shell, { url: url ?? null, ...options });
      }),
    );
}

export interface ConformanceOptions {
  readonly self?: boolean;
  readonly region: string;
  readonly keys: string;
  readonly prepare?: boolean;
  readonly list?: boolean;
}
