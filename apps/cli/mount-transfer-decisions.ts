import { type Command, Option } from 'commander';
import { type BalanceRefusalCode, balanceRefusalCodes } from '#business/transfer/public';
import type { ExitCode } from './frame.ts';
import { type Desk, type Shell, withDesk } from './shell.ts';
import type { Start } from './start.ts';
import type * as Decisions from './transfer-decisions.ts';
import { type GivenSeen, onSeen, stepCommand } from './transfer-seen.ts';

/** `suixing transfer …`: what clerks propose, reviewers and finance officers decide. */
export function mountTransferDecisions(transfer: Command, start: Start): void {
  mountRefusing(transfer, start);
  mountSheets(transfer, start);
  mountMoney(transfer, start);
  mountMatching(transfer, start);
}

function mountRefusing(transfer: Command, start: Start): void {
  stepCommand(transfer, 'propose-refusal')
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
        onSeen(shell, given, (seen) =>
          at(shell, 'clerk', (commands, desk) =>
            commands.proposeToRefuse(shell, { ...desk, number, refusal: refusalOf(given), seen }),
          ),
        ),
      ),
    );
  stepCommand(transfer, 'refuse-balance')
    .description('refuse a balance as a clerk proposed: the signed refusal goes to the other agency')
    .action((number: string, given: GivenSeen) =>
      start((shell) =>
        onSeen(shell, given, (seen) =>
          at(shell, 'reviewer', (commands, desk) =>
            commands.refuseTheBalance(shell, { ...desk, number, seen }),
          ),
        ),
      ),
    );
}

const sheetRead = 'the message of the sheet that you read, as `transfer show` prints it';

const onSheet: readonly (readonly [keyof typeof Decisions.onSheet, string])[] = [
  ['record', 'record the months of a sheet that was filled in wrongly'],
  ['propose-sheet', 'propose to record a sheet whose name is in doubt; a reviewer decides'],
];

/** What is decided on the sheet that was read, and on no other. */
function mountSheets(transfer: Command, start: Start): void {
  for (const [work, description] of onSheet)
    stepCommand(transfer, work)
      .requiredOption('--reason <text>', 'why')
      .requiredOption('--sheet <message>', sheetRead)
      .description(description)
      .action((number: string, given: GivenSeen & { reason: string; sheet: string }) =>
        start((shell) =>
          onSeen(shell, given, (seen) =>
            at(shell, 'clerk', (commands, desk) => {
              const { reason, sheet: messageId } = given;
              return commands.sayOfSheet(shell, { ...desk, number, work, reason, messageId, seen });
            }),
          ),
        ),
      );
  stepCommand(transfer, 'let-pass')
    .requiredOption('--sheet <message>', sheetRead)
    .description('let a doubtful sheet pass as a clerk proposed: its months are recorded')
    .action((number: string, given: GivenSeen & { sheet: string }) =>
      start((shell) =>
        onSeen(shell, given, (seen) =>
          at(shell, 'reviewer', (commands, desk) =>
            commands.letTheSheetPass(shell, { ...desk, number, messageId: given.sheet, seen }),
          ),
        ),
      ),
    );
}

function at(
  shell: Shell,
  role: 'clerk' | 'reviewer',
  work: (commands: typeof Decisions, desk: Desk) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withDesk(shell, [role], async (desk) => work(await import('./transfer-decisions.ts'), desk));
}

interface RefusalOptions extends GivenSeen {
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
