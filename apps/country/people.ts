import type { Agency } from '#apps/agency';
import { type Fen, fenToYuan, type PlainDate, shanghaiDate } from '#basics';
import { approveImport, importMonths, importPeople } from '#business/registry';
import { bytesSource } from '#platform/files';
import { must } from './must.ts';
import type { Staff } from './staff.ts';

/** Somebody who does not exist, as an agency's own file would bring them. */
export interface Somebody {
  readonly name: string;
  /** A citizen's number of the right form. */
  readonly number: string;
  readonly bornOn: PlainDate;
  readonly status: 'active' | 'suspended';
  readonly since: PlainDate;
  /** The last month paid; the day on which insurance stopped where it did. */
  readonly until: PlainDate;
  /** Null: no account yet. */
  readonly balanceFen: Fen | null;
}

const peopleHead =
  'name,born_on,nationality,document_kind,document_number,document_issuer,relationship_status,tier,stopped_on,on_roster,since,opening_balance,balance_on,phone';
const monthsHead = 'document_kind,document_number,document_issuer,from_month,to_month,base,origin_region';

/** Made up: notices are written to it as to anybody's, and go nowhere. */
function phoneOf(place: number): string {
  return `1990000${String(place % 10_000).padStart(4, '0')}`;
}

/** Puts people on record with their months and balances, through the imports that an agency begins with. */
export async function bringPeople(
  agency: Agency,
  { staff, people }: { readonly staff: Staff; readonly people: readonly Somebody[] },
): Promise<void> {
  const today = shanghaiDate(agency.clock.now());
  const lines = people.map(({ name, bornOn, number, status, since, until, balanceFen }, place) =>
    [
      ...[name, bornOn, 'CHN', 'citizen-id', number, 'CHN', status, '1', status === 'active' ? '' : until],
      ...['no', since, balanceFen === null ? '' : fenToYuan(balanceFen), balanceFen === null ? '' : today],
      phoneOf(place),
    ].join(','),
  );
  const months = people.map(({ number, since, until }) =>
    ['citizen-id', number, 'CHN', since.slice(0, 7), until.slice(0, 7), '6727.00', agency.region].join(','),
  );
  for (const [take, rows] of [
    [importPeople, [peopleHead, ...lines]],
    [importMonths, [monthsHead, ...months]],
  ] as const) {
    const file = bytesSource('simulated.csv', new TextEncoder().encode(`${rows.join('\n')}\n`));
    const asked = { caller: staff.clerk, file, dryRun: false };
    const { runId, openingCount, openingTotalFen } = must(await take(agency, asked), 'import people');
    const totals = { openingCount, openingTotalFen };
    const approval = { caller: staff.reviewer, runId: runId ?? '', ...totals };
    must(await approveImport(agency, approval), 'approve an import');
  }
}
