import { type Command, Option } from 'commander';
import { type BalanceRefusalCode, balanceRefusalCodes } from '#business/transfer/public';
import { withDesk } from './shell.ts';
import type { Start } from './start.ts';

/** `suixing transfer …`: what clerks propose, reviewers and finance officers decide. */
export function mountTransferDecisions(transfer: Command, start: Start): void {
  mountRefusing(transfer, start);
  mountAccount(transfer, start);
  mountMoney(transfer, start);
  mountMatching(transfer, start);
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
  transfer
    .command('let-pass')
    .argument('<number>')
    .description('let a doubtful sheet pass as a clerk proposed: its months are recorded')
    .action((number: string) =>
      start((shell) =>
        withDesk(shell, ['reviewer'], async (desk) => {
          const { letTheSheetPass } = await import('./transfer-decisions.ts');
          return letTheSheetPass(shell, { ...desk, number });
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

function mountAccount(transfer: Command, start: Start): void {
  transfer
    .command('account')
    .argument('<number>')
    .description('tell the other agency the account that takes the balance')
    .action((number: string) =>
      start((shell) =>
        withDesk(shell, ['clerk'], async (desk) => {
          const { sendTheAccount } = await import('./transfer-decisions.ts');
          return sendTheAccount(shell, { ...desk, number });
        }),
      ),
    );
}

/** What waits for finance. */
function mountMoney(transfer: Command, start: Start): void {
  transfer
    .command('money')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('money that came in and is nobody’s yet, with the transfers that it may belong to')
    .action(({ cursor = null }: { cursor?: string | null }) =>
      start((shell) =>
        withDesk(shell, ['finance', 'auditor'], async (desk) => {
          const { transferMoney } = await import('./transfer-money.ts');
          return transferMoney(shell, { ...desk, cursor });
        }),
      ),
    );
  transfer
    .command('matches')
    .option('--cursor <cursor>', 'go on where the last page ended')
    .description('what a finance officer said that money is, to be decided by another')
    .action(({ cursor = null }: { cursor?: string | null }) =>
      start((shell) =>
        withDesk(shell, ['finance', 'auditor'], async (desk) => {
          const { transferMatches } = await import('./transfer-money.ts');
          return transferMatches(shell, { ...desk, cursor });
        }),
      ),
    );
}

function mountMatching(transfer: Command, start: Start): void {
  transfer
    .command('match')
    .argument('<number>')
    .argument('<line>', 'the line in suspense, as `transfer money` prints it')
    .requiredOption('--reason <text>', 'how it is known')
    .description('say that money in suspense is a transfer’s; another finance officer decides')
    .action((number: string, lineId: string, { reason }: { reason: string }) =>
      start((shell) =>
        withDesk(shell, ['finance'], async (desk) => {
          const { matchTheMoney } = await import('./transfer-money.ts');
          return matchTheMoney(shell, { ...desk, number, lineId, reason });
        }),
      ),
    );
  const decide = (approved: boolean) => (number: string, matchId: string, given: { reason?: string }) =>
    start((shell) =>
      withDesk(shell, ['finance'], async (desk) => {
        const { decideTheMatch } = await import('./transfer-money.ts');
        return decideTheMatch(shell, { ...desk, number, matchId, approved, reason: given.reason ?? null });
      }),
    );
  transfer
    .command('agree-match')
    .argument('<number>')
    .argument('<match>')
    .description('agree to what another finance officer said that money is: what came is credited')
    .action(decide(true));
  transfer
    .command('decline-match')
    .argument('<number>')
    .argument('<match>')
    .requiredOption('--reason <text>', 'why not')
    .description('decline what another finance officer said that money is')
    .action(decide(false));
}
