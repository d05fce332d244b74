import { addDays, fenToYuan, monthOf, type PlainDate } from '#basics';
import type { Citizen, City } from './city.ts';

/** The city as the two files that an agency would bring: its people with their balances, and their paid months. */
export function peopleCsv(city: City, balanceOn: PlainDate): string {
  const columns = Object.keys(personCells(city.people[0] ?? nobody(), balanceOn));
  const lines = city.people.map((person) =>
    Object.values(personCells(person, balanceOn)).map(quoted).join(','),
  );
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

export function monthsCsv(city: City, { today, region }: { today: PlainDate; region: string }): string {
  const lines = city.people.map((person) =>
    [
      person.document.kind,
      person.document.number,
      issuerOf(person),
      monthOf(person.insuredFrom),
      monthOf(person.stoppedOn ?? person.retiredOn ?? addDays(today, -31)),
      '6727.00',
      region,
    ].join(','),
  );
  const head = 'document_kind,document_number,document_issuer,from_month,to_month,base,origin_region';
  return `${[head, ...lines].join('\n')}\n`;
}

function personCells(person: Citizen, balanceOn: PlainDate): Readonly<Record<string, string>> {
  return {
    name: person.name,
    name_latin: person.nameLatin,
    born_on: person.bornOn,
    nationality: person.nationality,
    document_kind: person.document.kind,
    document_number: person.document.number,
    document_issuer: issuerOf(person),
    relationship_status: person.status,
    tier: '1',
    stopped_on: person.stoppedOn ?? '',
    on_roster: person.status === 'active' && person.employer ? 'yes' : 'no',
    since: person.insuredFrom,
    employer_code: person.employer?.creditCode ?? '',
    employer_name: person.employer?.name ?? '',
    employed_from: person.employer ? person.insuredFrom : '',
    retired_on: person.retiredOn ?? '',
    died_on: person.diedOn ?? '',
    left_on: person.left?.on ?? '',
    left_to: person.left?.to ?? '',
    left_purpose: person.left?.purpose ?? '',
    nationality_lost_on: person.nationalityLostOn ?? '',
    opening_balance: fenToYuan(person.balanceFen),
    balance_on: balanceOn,
    phone: person.phone,
    language: person.nationality === 'CHN' || person.nationality === 'HKG' ? 'zh' : 'en',
  };
}

/** A passport needs the country that issued it; the other documents are China's. */
function issuerOf(person: Citizen): string {
  return person.document.kind === 'passport' ? person.nationality : 'CHN';
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function nobody(): never {
  throw new Error('a city without people has no file');
}
