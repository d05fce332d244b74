import { counted, shanghaiTime, type Text } from '#basics';
import { type PersonRecord, personRecord, readAsOf, type ToldFact } from '#business/registry';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/** `suixing person PERSON [--on D] [--known K]`: the record as it stood on D, as known at K; every number masked. */
export async function showRecord(
  frame: Frame,
  asked: RegistryDesk & { readonly owner: string; readonly on?: string; readonly known?: string },
): Promise<ExitCode> {
  const { agency, owner } = asked;
  const asOf = readAsOf(asked);
  if (!asOf.ok) return conclude(frame, asOf, () => '');
  const { database, seal, clock } = agency;
  const told = await personRecord(database, { owner, seal, asOf: asOf.value, now: clock.now() });
  return conclude(frame, told, (record) => recordWords(frame, record));
}

function recordWords(frame: Frame, record: PersonRecord): string {
  const { personId, on, known, details, documents, events, states, employments, paid } = record;
  const head: Text = {
    zh: `${on} 的情况，按 ${shanghaiTime(known)} 所知`,
    en: `as of ${on}, as known at ${shanghaiTime(known)}`,
  };
  const months: Text = {
    zh: `缴费 ${paid.months} 个月`,
    en: `${counted(paid.months, 'month', 'months')} paid`,
  };
  return [
    say(frame, head),
    [personId, details.name, details.birthYear, details.nationality].join('  '),
    ...documents.map(({ kind, issuer, number }) => [kind, issuer, number].join('  ')),
    ...[...events, ...Object.values(states).flat()].map((fact) => factLine(fact)),
    ...employments.map(({ creditCode, name, fromOn, toOn }) =>
      [span(fromOn, toOn), creditCode, name].join('  '),
    ),
    say(frame, months),
    ...paid.overlaps.map(({ why }) => say(frame, why)),
  ].join('\n');
}

function factLine({ kind, body, from, to, basis, reference }: ToldFact): string {
  return [span(from, to), kind, JSON.stringify(body), basis, reference].join('  ');
}

function span(from: string | null, to: string | null): string {
  return `${from ?? '…'} – ${to ?? '…'}`;
}
