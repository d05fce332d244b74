import type { Command } from 'commander';
import type { Start } from './start.ts';

/** `suixing simulate …`: what needs no agency of anybody's, on data that is thrown away. */
export function mountSimulate(program: Command, start: Start): void {
  const simulate = program
    .command('simulate')
    .description('simulations, on made-up data that is thrown away');
  simulate
    .command('country')
    .option('--agencies <count>', 'how many agencies', '30')
    .option('--people <count>', 'how many people', '30000')
    .option('--months <count>', 'how many months are lived through', '12')
    .option('--moving <percent>', 'how many of a hundred people move in a year', '3')
    .option('--seed <number>', 'the same number draws the same country', '1')
    .option('--matrix <file>', 'CSV: who moves from where to where; a made-up gravity model where left out')
    .option('--out <folder>', 'where the picture goes (country.svg)')
    .description('live through months of a country of agencies between which people move')
    .action((options: CountryOptions) =>
      start(async (shell) => (await import('./simulate.ts')).simulateCountryCommand(shell, options)),
    );
}

export interface CountryOptions {
  readonly agencies: string;
  readonly people: string;
  readonly months: string;
  readonly moving: string;
  readonly seed: string;
  readonly matrix?: string;
  readonly out?: string;
}
