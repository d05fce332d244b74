import { canonicalJson, type Problem } from '#basics';
import { paperObstacle } from '#business/materials/public';
import { checklist, type JsonObject, missingOf, type Outcome, uncheckedOf } from '#engines/casework';
import { lifeEvents } from './events/all.ts';
import type {
  ConditionFinding,
  EventFacts,
  EventFindings,
  LifeEventKind,
  LifeEventRule,
} from './life-event.ts';

/** The rules of events as they stand; a case keeps the version that it was handed in under. */
export const lifeEventRules = { id: 'life-events', version: '1' } as const;

/** From the facts of a case to its findings: pure, so that they can be computed again years later, byte for byte. */
export function findingsOf(kind: LifeEventKind, facts: EventFacts): EventFindings {
  const rule = lifeEvents[kind];
  const conditions = rule.conditions.map(({ id, source, text, remedy, met }): ConditionFinding => {
    const truth = met(facts);
    const finding = truth === undefined ? 'undetermined' : truth ? 'met' : 'not-met';
    return { id, finding, source, text, remedy: truth === false ? remedy : null };
  });
  const materials = rule.materials(facts.statement).map(({ material }) => material);
  return {
    ...{ ruleSet: lifeEventRules, onDate: facts.onDate, kind, status: statusOf(conditions), conditions },
    papers: checklist(materials, facts, facts.onDate),
    consequence: { entries: consequenceOf(rule, facts) },
  };
}

/**
 * Which outcomes the findings support. Approved is only what is open, with every paper; refused only what something on
 * record speaks against, or what lacks papers that were asked for. While something cannot be told, neither.
 */
export function supportedBy(
  { status, papers }: EventFindings,
  { papersAsked }: { readonly papersAsked: boolean },
): readonly Outcome[] {
  const complete = missingOf(papers).length === 0;
  if (status === 'blocked') return ['refuse'];
  if (status === 'undetermined') return [];
  if (complete) return uncheckedOf(papers).length === 0 ? ['approve'] : [];
  return papersAsked ? ['refuse'] : [];
}

/** Everything that stands against recording the event, each with what would help. */
export function obstaclesOf(
  kind: LifeEventKind,
  facts: EventFacts,
  findings: EventFindings,
): readonly Problem[] {
  const materials = lifeEvents[kind].materials(facts.statement).map(({ material }) => material);
  return [
    ...findings.conditions
      .filter(({ finding }) => finding !== 'met')
      .map(({ id, text, remedy, finding }) => ({
        path: `conditions.${id}`,
        detail: {
          zh: `${text.zh}：${names[finding].zh}。${remedy?.zh ?? ''}`,
          en: `${text.en}: ${names[finding].en}.${remedy ? ` ${remedy.en}` : ''}`,
        },
      })),
    ...facts.contradictions.map(({ path, zh, en }) => ({ path: `statement.${path}`, detail: { zh, en } })),
    ...findings.papers
      .filter(({ state }) => state === 'missing' || state === 'unchecked')
      .map((paper) => {
        const { materialId: id } = paper;
        const text = materials.find((material) => material.id === id)?.text ?? { zh: id, en: id };
        return { path: `papers.${id}`, detail: paperObstacle(paper, text) };
      }),
  ];
}

/** The form in which the database takes what an approval writes. */
function consequenceOf(rule: LifeEventRule, facts: EventFacts): EventFindings['consequence']['entries'] {
  const entries = rule.entries(facts).map(({ record, trueFrom = null, trueTo = null }) => {
    const { kind, ...body } = record;
    return { kind, body, trueFrom, trueTo };
  });
  const ends = (rule.employmentEnds?.(facts) ?? []).map((body) => {
    return { kind: 'employment-end', body, trueFrom: null, trueTo: null };
  });
  return [...entries, ...ends];
}

/** Facts and findings as they are stored: what JSON keeps of them, keys in order. */
export function stored(value: EventFacts | EventFindings): JsonObject {
  return JSON.parse(canonicalJson(value)) as JsonObject; // both are plain objects of JSON values
}

function statusOf(conditions: readonly ConditionFinding[]): EventFindings['status'] {
  if (conditions.some(({ finding }) => finding === 'not-met')) return 'blocked';
  return conditions.some(({ finding }) => finding === 'undetermined') ? 'undetermined' : 'open';
}

const names = {
  met: { zh: '符合', en: 'met' },
  'not-met': { zh: '不符合', en: 'not met' },
  undetermined: { zh: '还不能判断', en: 'cannot be told yet' },
} as const;
