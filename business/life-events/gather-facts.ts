import type { PlainDate } from '#basics';
import { keptFacts, paperFacts } from '#business/materials';
import {
  checkEntry,
  employmentsOf,
  personById,
  recordSchema,
  situationOf,
  standingOf,
} from '#business/registry';
import { actionsOf, type CaseFile, type Channel, type Json, materialsOf } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { lifeEvents } from './events/all.ts';
import type { Contradiction, EventFacts, LifeEventKind, OpenEmployment } from './life-event.ts';
import { isOfAnother } from './staff/staff-report.store.ts';
import { type Statement, statementSchema } from './statements.ts';

/** A case, or one that is about to be handed in. */
export interface Event {
  readonly ownerId: string;
  readonly kind: LifeEventKind;
  readonly statement: Statement;
  readonly channel: Channel;
  /** Who applied, or applies: the kind of their login. */
  readonly applicantKind: string;
}

/** What is on record at this moment of the person whom the event befell. */
export async function gatherFacts(
  reader: Reader,
  asked: {
    readonly event: Event;
    readonly file: CaseFile | null;
    readonly on: PlainDate;
    readonly region: string;
  },
): Promise<EventFacts> {
  const { event, file, on, region } = asked;
  const { ownerId, statement } = event;
  const person = await personById(reader, ownerId);
  // Months count up to a retirement's own day.
  const countedTo = statement.kind === 'retirement' ? statement.retiredOn : on;
  const situation = await situationOf(reader, { owner: ownerId, onDate: countedTo });
  if (!person || !situation) throw new Error(`a life event of ${ownerId}, who is not on record`);
  const standing = await standingOf(reader, ownerId);
  const papers = await paperFacts(reader, { file, on });
  const facts: EventFacts = {
    ...{ onDate: on, region, statement, situation },
    tier: standing.relationship?.tier ?? null,
    employments: await openEmployments(reader, ownerId),
    ...(file !== null && (await isOfAnother(reader, file)) ? ({ ofAnother: true } as const) : {}),
    contradictions: [],
    papers: file ? await papersOf(reader, file) : {},
    onRecord: [...new Set([...onRecord(event), ...Object.keys(papers.reused)])],
    ...keptFacts(papers),
  };
  const around = { bornOn: person.bornOn, standing, today: on };
  const contradictions = lifeEvents[event.kind]
    .entries(facts)
    .flatMap(({ record }) => checkEntry(recordSchema.parse(record), around))
    .map(({ path, detail }): Contradiction => ({ path, zh: detail.zh, en: detail.en }));
  return { ...facts, contradictions };
}

/** The event of a case, as it was handed in. */
export async function eventOf(reader: Reader, file: CaseFile): Promise<Event> {
  const submitted = (await actionsOf(reader, file)).find(({ action }) => action === 'submit');
  const statement = statementSchema.parse(statementIn(submitted?.data.facts));
  return {
    ...{ ownerId: file.ownerId, kind: statement.kind, statement, channel: file.channel },
    applicantKind: submitted?.actorKind ?? 'system',
  };
}

/** What the applicant stated, within the facts that were kept with the application. */
export function statementIn(facts: Json | undefined): Json {
  const holds = facts !== null && typeof facts === 'object' && 'statement' in facts;
  return holds ? (facts.statement ?? null) : null;
}

/**
 * What needs no paper: whoever comes by a login of their own was identified, an authority's own message proves it, and an
 * employer's own report is the list of staff who left that it would otherwise seal.
 */
function onRecord({ channel, applicantKind }: Event): readonly string[] {
  const online = channel === 'online';
  const held: readonly (readonly [string, boolean])[] = [
    ['identity-document', online && ['insured', 'successor', 'employer'].includes(applicantKind)],
    ['employment-ended-certificate', online && applicantKind === 'employer'],
    ['death-proof', channel === 'integrator'],
  ];
  return held.filter(([, holds]) => holds).map(([id]) => id);
}

async function openEmployments(reader: Reader, owner: string): Promise<readonly OpenEmployment[]> {
  const all = await employmentsOf(reader, [owner]);
  return all
    .filter(({ toOn }) => toOn === null)
    .map(({ id, creditCode, fromOn }) => ({ id, creditCode, fromOn }));
}

async function papersOf(reader: Reader, file: CaseFile): Promise<Readonly<Record<string, number>>> {
  const given = await materialsOf(reader, file);
  return Object.fromEntries(given.map(({ materialId, revision }) => [materialId, revision]));
}
