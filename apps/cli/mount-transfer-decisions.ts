import { type Command, Option } from 'commander';
import { type BalanceRefusalCode, balanceRefusalCodes } from '#business/transfer/public';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing transfer …`: what clerks propose, reviewers and finance officers decide. */
export function mountTransferDecisions(transfer: Command, start: Start): void {
  mountRefusing(transfer, start);
}

function mountRefusing(transfer: Command, start: Start): void {
  transfer
    .command('propose-refusal')
    .argument('<number>')
    .addOption(
      new Option('--code <code>', 'the coded reason')
        .choices(Object.keys(balanceRefusalCodes))
        .makeOptionMandatory(),
    )
    .requiredOption('--basis <text>', 'the provision on which it rests')
    .option('--text <text>', 'why, in Chinese, as the person will read it')
    .option('--text-en <text>', 'the same in English')
    .option('--sent-back <reference>', 'where the money had come: under which reference it left again')
    .description('propose not to take a balance; a reviewer decides')
    .action((number: string, given: RefusalOptions) =>
      start((shell) =>
        withDesk(shell, ['clerk'], async (desk) => {
          const { proposeToRefuse } = await import('./transfer-decisions.ts');
          return proposeToRefuse(shell, { ...desk, number, refusal: refusalOf(given) });
        }),
      ),
    );
  transfer
    .command('refuse-balance')
    .argument('<number>')
    .description('refuse a balance as a clerk proposed: the signed refusal goes to the other agency')
    .action((number: string) =>
      start((shell) =>
        withDesk(shell, ['reviewer'], async (desk) => {
          const { refuseTheBalance } = await import('./transfer-decisions.ts');
          return refuseTheBalance(shell, { ...desk, number });
        }),
      ),
    );
}

interface RefusalOptions {
  readonly code: BalanceRefusalCode;
  readonly basis: string;
  readonly text?: string;
  readonly textEn?: string;
  readonly sentBack?: string;
}

function refusalOf({ code, basis, text, textEn, sentBack }: RefusalOptions) {
  const words = text === undefined || textEn === undefined ? null : { zh: text, en: textEn };
  return { code, legalBasis: basis, text: words, sentBackReference: sentBack ?? null };
}
