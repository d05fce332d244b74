import { type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller, channelOf, maySee, onlyPersonOf } from '#business/access/public';
import { findPersonByIdentity, lockRecords, personById, recordFiling } from '#business/registry';
import { type GivenIdentity, readIdentity } from '#business/registry/public';
import {
  type CaseFile,
  casesOfOwner,
  type GivenPaper,
  handInPaper,
  isDoer,
  type JsonObject,
  openCase,
  takeStep,
} from '#engines/casework';
import { numberPrefixOf } from '#law';
import type { Reader, Tx } from '#platform/postgres';
import { type LifeEventContext, today } from './context.ts';
import { findingsOf, lifeEventRules, obstaclesOf, stored } from './decide-life-event.ts';
import { lifeEvents } from './events/all.ts';
import { type Event, gatherFacts } from './gather-facts.ts';
import { isOwnReport, isOwnStaff } from './own-staff.ts';
import { procedureOf } from './procedure.ts';
import { lifeEventProcesses } from './processes.ts';
import type { Statement } from './statements.ts';
import { typedReferences } from './steps.ts';
import { tellOfReduction } from './tell-of-reduction.ts';

export interface Report {
  readonly context: LifeEventContext;
  readonly caller: Caller;
  /** Whom it befell: by id, by an identity document (officers and other agencies), or the one whom the caller acts for. */
  readonly personId: string | null;
  readonly identity: GivenIdentity | null;
  readonly statement: Statement;
  readonly papers: readonly GivenPaper[];
  /** The caller was told what stands against it and wants a written decision all the same. */
  readonly applyAnyway: boolean;
}

/** Hands a life event in: the case is open, weighed for the first time, and its working days run. */
export async function reportLifeEvent(tx: Tx, report: Report): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, statement } = report;
  const process = lifeEventProcesses[statement.kind];
  const submit = process.actions.submit;
  if (!submit || !isDoer(submit, actorOf(caller))) {
    return refuse({ code: 'life-events.not-yours', figures: namesOf(statement) });
  }
  const typed = typedReferences(report.papers);
  if (!typed.ok) return typed;
  const named = await personOf(tx, report);
  const person = named === null ? undefined : await personById(tx, named);
  if (!person) return refuse({ code: 'life-events.no-person' });
  const { ownerId } = person;
  await lockRecords(tx, ownerId); // of two who report the same at once, the second sees the first
  const event: Event = {
    ...{ ownerId, kind: statement.kind, statement },
    ...{ channel: channelOf(caller), applicantKind: caller.kind },
  };
  const open = await alreadyOpen(tx, event);
  if (open) return underWay(tx, { caller, open });
  const { clock, ids, random, region } = context;
  const file = await openCase(tx, {
    ...{ process, ownerId, subject: statement.kind, clock, ids, random, channel: event.channel },
    ...{ ruleSet: lifeEventRules.id, ruleVersion: lifeEventRules.version },
    ...{ officeId: person.officeId, numberPrefix: numberPrefixOf(region) },
  });
  return submitted(tx, { report, event, file });
}

async function submitted(
  tx: Tx,
  given: { readonly report: Report; readonly event: Event; readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const { report, event, file: opened } = given;
  const { context, caller } = report;
  const { kind, statement } = event;
  const on = today(context);
  const facts = await gatherFacts(tx, { event, file: opened, on, region: context.region });
  const findings = findingsOf(kind, facts);
  const against =
    findings.status === 'open'
      ? []
      : obstaclesOf(kind, facts, findings).filter(({ path }) => !path.startsWith('papers.'));
  if (findings.status !== 'open' && !report.applyAnyway)
    return refuse({ code: 'life-events.not-open', problems: against });
  const days = lifeEvents[kind].workingDays(on);
  const anyway = against.map(({ path, detail }): JsonObject => ({ path, zh: detail.zh, en: detail.en }));
  const kept = {
    ...{ facts: stored(facts), findings: stored(findings) },
    ...(anyway.length > 0 ? { anyway } : {}),
  };
  const data = days === null ? kept : { ...kept, workingDays: days };
  const procedure = procedureOf(context, kind);
  const actor = actorOf(caller);
  let moved = await takeStep(tx, { procedure, file: opened, actor, action: 'submit', data });
  for (const paper of report.papers) {
    if (!moved.ok) return moved;
    moved = await handInPaper(tx, { procedure, file: moved.value, actor, paper });
  }
  if (moved.ok) await tellOfReduction(tx, { context, file: moved.value, said: 'reported' });
  if (!moved.ok || statement.kind !== 'treatment-filing' || statement.change === 'end') return moved;
  const { region, group } = statement;
  const recorded = await recordFiling(tx, {
    ...{ owner: event.ownerId, caseId: opened.id, filing: { region, group } },
    ...{ ids: context.ids, at: context.clock.now() },
  });
  return recorded.ok ? moved : recorded;
}

async function personOf(reader: Reader, report: Report): Promise<string | null> {
  const { context, caller, personId, identity } = report;
  const wide = caller.kind === 'officer' || caller.kind === 'integrator';
  if (identity !== null) {
    const read = readIdentity(identity);
    if (!wide || 'wrong' in read) return null;
    return findPersonByIdentity(reader, { seal: context.seal, document: read.value });
  }
  const named = personId ?? onlyPersonOf(caller);
  if (caller.kind === 'employer')
    return named !== null &&
      (await isOwnStaff(reader, { caller, personId: named, statement: report.statement }))
      ? named
      : null;
  return named !== null && maySee(caller, named, { process: report.statement.kind, id: null }) ? named : null;
}

async function alreadyOpen(reader: Reader, { ownerId, kind }: Event): Promise<CaseFile | undefined> {
  const { states } = lifeEventProcesses[kind];
  const all = await casesOfOwner(reader, ownerId);
  return all.find(({ process, state }) => process === kind && states[state]?.final !== true);
}

/** An employer is told of no case that another reported, only that there is one. */
async function underWay(
  reader: Reader,
  { caller, open }: { readonly caller: Caller; readonly open: CaseFile },
): Promise<Result<never, Refusal>> {
  return caller.kind === 'employer' && !(await isOwnReport(reader, { caller, file: open }))
    ? refuse({ code: 'life-events.open-elsewhere' })
    : refuse({ code: 'life-events.already-open', figures: { number: open.number } });
}

function namesOf({ kind }: Statement) {
  const { name } = lifeEvents[kind];
  return { nameZh: name.zh, nameEn: name.en };
}
