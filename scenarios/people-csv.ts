import { fenToYuan } from '#basics';
import type { Scenario, ScenarioPerson } from './scenario.ts';

/** The people of some scenarios as the file that an agency would bring. */
export function peopleCsv(scenarios: readonly Scenario[]): string {
  const lines = scenarios.map(({ person }) => columns.map(([, cell]) => quoted(cell(person))).join(','));
  return `${[columns.map(([name]) => name).join(','), ...lines].join('\n')}\n`;
}

type Cell = (person: ScenarioPerson) => string | undefined;

const columns: readonly (readonly [name: string, cell: Cell])[] = [
  ['name', (person) => person.name],
  ['name_latin', (person) => person.nameLatin],
  ['born_on', (person) => person.bornOn],
  ['nationality', (person) => person.nationality],
  ['document_kind', (person) => person.documentKind],
  ['document_number', (person) => person.documentNumber],
  ['document_issuer', issuerOf],
  ['relationship_status', (person) => person.status],
  ['tier', () => '1'],
  ['stopped_on', (person) => person.stoppedOn],
  ['on_roster', (person) => (person.onEmployerRoster ? 'yes' : 'no')],
  ['since', (person) => person.insuredFrom],
  ['employer_code', (person) => person.employerCreditCode],
  ['employer_name', (person) => person.employerName],
  ['employed_from', (person) => person.employerCreditCode && person.insuredFrom],
  ['retired_on', (person) => person.retiredOn],
  ['died_on', (person) => person.diedOn],
  ['left_on', (person) => person.leftOn],
  ['left_to', (person) => person.leftTo],
  ['left_purpose', (person) => person.leftPurpose],
  ['nationality_lost_on', (person) => person.nationalityLostOn],
  ['opening_balance', (person) => fenToYuan(person.openingBalance)],
  ['balance_on', (person) => person.balanceOn],
];

/** A passport is issued by a state; by the person's own where the scenario does not say. */
export function issuerOf({ documentKind, documentIssuer, nationality }: ScenarioPerson): string | undefined {
  return documentIssuer ?? (documentKind === 'passport' ? nationality : undefined);
}

function quoted(cell: string | undefined): string {
  return cell === undefined ? '' : `"${cell.replaceAll('"', '""')}"`;
}
