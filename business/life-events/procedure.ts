import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller, maySee } from '#business/access/public';
import {
  actionsOf,
  type CaseFile,
  findCase,
  type Procedure,
  type Reviewing,
  readCaseNumber,
  type WeighedReview,
} from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { type Doing, type LifeEventContext, today } from './context.ts';
import { findingsOf, lifeEventRules, obstaclesOf, stored, supportedBy } from './decide-life-event.ts';
import { lifeEvents } from './events/all.ts';
import { eventOf, gatherFacts } from './gather-facts.ts';
import type { EventFacts, EventFindings, LifeEventKind } from './life-event.ts';
import { isOwnReport } from './own-staff.ts';
import { isLifeEventKind, lifeEventProcesses } from './processes.ts';

/** The case with this number, if it is a life event that the caller may see; another's is as if it were not there. */
export async function findLifeEvent(
  reader: Reader,
  { caller, number }: { readonly caller: Caller; readonly number: string },
): Promise<Result<CaseFile & { readonly process: LifeEventKind }, Refusal>> {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  const sees = file && (maySee(caller, file.ownerId, file) || (await isOwnReport(reader, { caller, file })));
  if (!sees) return refuse({ code: 'casework.no-case' });
  const { process } = file;
  return isLifeEventKind(process) ? ok({ ...file, process }) : refuse({ code: 'casework.no-case' });
}

/** The case with the procedure that it follows and who is at work on it, as the steps of a review take them. */
export async function reviewingOf(reader: Reader, doing: Doing): Promise<Result<Reviewing, Refusal>> {
  const found = await findLifeEvent(reader, doing);
  if (!found.ok) return found;
  const { context, caller, seen } = doing;
  const procedure = procedureOf(context, found.value.process);
  return ok({ procedure, file: found.value, actor: actorOf(caller), seen });
}

export function procedureOf(context: LifeEventContext, kind: LifeEventKind): Procedure {
  const { clock, ids, workingDays } = context;
  return {
    ...{ process: lifeEventProcesses[kind], clock, ids, calendar: workingDays },
    weigh: async (reader, file) => {
      const weighed = await weighLifeEvent(reader, { context, file, kind });
      return weighed.ok ? ok(weighed.value.review) : weighed;
    },
  };
}

/** A case weighed today by the rule version that it was handed in under. */
export async function weighLifeEvent(
  reader: Reader,
  asked: { readonly context: LifeEventContext; readonly file: CaseFile; readonly kind: LifeEventKind },
): Promise<Result<WeighedLifeEvent, Refusal>> {
  const { context, file, kind } = asked;
  const { ruleSet, ruleVersion } = file;
  if (ruleSet !== lifeEventRules.id || ruleVersion !== lifeEventRules.version) {
    const figures = { ruleSet, version: ruleVersion };
    return refuse({ code: 'life-events.rule-version-unknown', figures });
  }
  const event = await eventOf(reader, file);
  const facts = await gatherFacts(reader, { event, file, on: today(context), region: context.region });
  const findings = findingsOf(kind, facts);
  const papersAsked = (await actionsOf(reader, file)).some(({ action }) => action === 'request-materials');
  const keptFindings = stored(findings);
  const review: WeighedReview = {
    ruleSet: lifeEventRules,
    facts: stored(facts),
    findings: keptFindings,
    materials: lifeEvents[kind].materials(facts.statement).map(({ material }) => material),
    papers: findings.papers,
    supported: supportedBy(findings, { papersAsked }),
    obstacles: obstaclesOf(kind, facts, findings),
    consequence: { entries: (keptFindings.consequence as { readonly entries: [] }).entries }, // stored on the lines above
  };
  return ok({ facts, findings, review });
}

export interface WeighedLifeEvent {
  readonly facts: EventFacts;
  readonly findings: EventFindings;
  readonly review: WeighedReview;
}
