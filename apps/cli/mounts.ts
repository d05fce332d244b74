import type { Command } from 'commander';
import { mountAccess } from './mount-access.ts';
import { mountAdjustments } from './mount-adjustments.ts';
import { mountKeys, mountOversight, mountSeals } from './mount-audit.ts';
import { mountBackup } from './mount-backup.ts';
import { mountBank } from './mount-bank.ts';
import { mountCards } from './mount-cards.ts';
import { mountCases } from './mount-cases.ts';
import { mountConformance } from './mount-conformance.ts';
import { mountCorrections } from './mount-corrections.ts';
import { mountDemo } from './mount-demo.ts';
import { mountDoubles } from './mount-doubles.ts';
import { mountDrafts } from './mount-drafts.ts';
import { mountEmployers } from './mount-employers.ts';
import { mountEstates } from './mount-estates.ts';
import { mountExchange } from './mount-exchange.ts';
import { mountFunds } from './mount-funds.ts';
import { mountHeirLink } from './mount-heirs.ts';
import { mountInterest, mountInterestExplanation } from './mount-interest.ts';
import { mountLetters } from './mount-letters.ts';
import { mountLogin } from './mount-login.ts';
import { mountMandates } from './mount-mandates.ts';
import { mountMeasures } from './mount-measures.ts';
import { mountNotices } from './mount-notices.ts';
import { mountOfficers } from './mount-officers.ts';
import { mountPapers } from './mount-papers.ts';
import { mountPartner } from './mount-partner.ts';
import { mountPartners } from './mount-partners.ts';
import { mountPayments, mountVerify } from './mount-payments.ts';
import { mountImports, mountRegister } from './mount-records.ts';
import { mountSimulate } from './mount-simulate.ts';
import { mountTracking } from './mount-track.ts';
import { mountTransfers } from './mount-transfers.ts';
import { mountWebhooks } from './mount-webhooks.ts';
import { mountAssignment, mountWork } from './mount-work.ts';
import type { Mount, Start } from './start.ts';

export const mounts: readonly Mount[] = [
  mountAssess,
  mountServe,
  mountLogin,
  mountImports,
  mountRegister,
  mountEmployers,
  mountAccess,
  mountCards,
  mountMeasures,
  mountCorrections,
  mountDoubles,
  mountWork,
  mountCases,
  mountDrafts,
  mountAssignment,
  mountTracking,
  mountMandates,
  mountPapers,
  mountLetters,
  mountNotices,
  mountWebhooks,
  mountTransfers,
  mountPartners,
  mountExchange,
  mountConformance,
  mountPartner,
  mountSimulate,
  mountHeirLink,
  mountEstates,
  mountOfficers,
  mountPayments,
  mountBank,
  mountAdjustments,
  mountFunds,
  mountInterest,
  mountInterestExplanation,
  mountVerify,
  mountSeals,
  mountOversight,
  mountKeys,
  mountDatabase,
  mountBackup,
  mountDemo,
  mountBench,
];

function mountAssess(program: Command, start: Start): void {
  program
    .command('assess')
    .argument('<file>', 'JSON, or one JSON object a line; - for standard input')
    .description('decide one or many requests by the rules in force; always prints JSON')
    .action((file: string) =>
      start(async ({ stdin, stdout, config }) => {
        const { assessCommand } = await import('./assess.ts');
        return assessCommand({ input: file, region: config.region, stdin, stdout });
      }),
    );
}

function mountDatabase(program: Command, start: Start): void {
  const db = program.command('db').description('the database behind the agency');
  db.command('migrate')
    .description('apply the migrations that are missing')
    .action(() => start(async (shell) => (await import('./db.ts')).dbMigrate(shell)));
  db.command('status')
    .description('which migrations are applied, which are missing')
    .action(() => start(async (shell) => (await import('./db.ts')).dbStatus(shell)));
  db.command('check-distributed')
    .description('name what a distributed database would refuse')
    .action(() => start(async (shell) => (await import('./db.ts')).dbCheckDistributed(shell)));
}

function mountServe(program: Command, start: Start): void {
  program
    .command('serve')
    .description('serve the API until told to stop')
    .action(() => start(async (shell) => (await import('./serve.ts')).serveCommand(shell)));
}

function mountBench(program: Command, start: Start): void {
  program
    .command('bench')
    .argument('[names...]', 'which benchmarks; all where left out')
    .description('measure this checkout on this machine')
    .action((names: string[]) =>
      start(async (shell) => (await import('./bench.ts')).benchCommand(shell, names)),
    );
}
