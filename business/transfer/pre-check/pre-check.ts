import type { Text } from '#basics';
import { type AssessmentRequest, type Facts, readFacts } from '#business/registry/public';
import { decideOption, type Option, type RuleSet, type ToldCondition, tellOption } from '#engines/rules';
import { citation } from '#law';
import type { DeclineReason } from '../messages/transfer-declined.ts';
import {
  announcedHere,
  conditionReasons,
  type OwnReason,
  ownReasons,
  type PreCheckActor,
} from './pre-check-reasons.ts';

/** What both ways ask for. Absent is unknown and says so; null has not happened or does not exist. */
interface AskedFacts {
  /** As the record tells it; `transfer` in it is what is asked now. */
  readonly situation: AssessmentRequest;
  /** The other agency as the directory has it; null where it has none. */
  readonly partner: { readonly region: string; readonly suspended: boolean } | null;
  /** The other region. */
  readonly region: string;
  /** What the application or the letter says of the person, beside the record; null while nobody else said anything. */
  readonly said: { readonly sameName: boolean; readonly sameIdentity: boolean } | null;
  /** Another transfer of this person that is open. */
  readonly transferOpen: boolean;
  /** The numbers of the cases that stand in the way; left out where nobody may be told them. */
  readonly cases?: CasesInTheWay;
}

export interface CasesInTheWay {
  /** Of the case that holds the account. */
  readonly holder: string | null;
  /** Of the other transfer. */
  readonly transfer: string | null;
  /** The region that announced the other transfer, which waits to be confirmed here; null where it is past that. */
  readonly announcedBy: string | null;
}

/** That the record of the person went to another agency before; what is left here may still go. */
export interface TransferredBefore {
  /** What the agency is called that it went to. */
  readonly to: Text;
  readonly on: string;
  /** Null where whoever asks may not know of that case. */
  readonly number: string | null;
  /** A balance that came back, or months that were recorded since. */
  readonly left: boolean;
}

export interface OutFacts extends AskedFacts {
  /** Null where the record has not gone, or the person was insured here since. */
  readonly transferred?: TransferredBefore | null;
  readonly arrears?: { readonly months: number; readonly owedBy: 'employer' | 'person' } | null;
}

export interface InFacts extends AskedFacts {
  /** What only the other agency can know is left to its own check while it has not said it. */
  readonly retiredElsewhere?: boolean;
  readonly insuredElsewhere?: boolean;
}

export interface PreCheckReason {
  readonly code: string;
  /** False where a fact is missing: it may stand in the way. */
  readonly certain: boolean;
  readonly text: Text;
  readonly remedy: Text;
  /** The provision by its id, and as it is cited. */
  readonly source: string;
  readonly legalBasis: Text;
  readonly by: PreCheckActor;
}

export interface PreCheck {
  readonly outcome: 'open' | 'blocked' | 'undetermined';
  readonly onDate: string;
  /** Everything that stands in the way, at once. */
  readonly reasons: readonly PreCheckReason[];
  /** What does not stand in the way, and is worth knowing; left out where there is nothing. */
  readonly note?: Text;
}

/** Before a transfer out is filed or accepted: what the rule set in force asks for, and what the procedure does. */
export function preCheckOut(facts: OutFacts, ruleSet: RuleSet<Facts>): PreCheck {
  const { arrears, transferred } = facts;
  const owed = arrears === undefined ? unknown('arrears') : own('arrears', arrears !== null);
  const check = outcomeOf(facts, [
    ...optionReasons(facts, ruleSet),
    ...(arrears ? owed.map((reason) => ({ ...reason, by: arrears.owedBy })) : owed),
    ...(transferred?.left === false ? nothingLeft(transferred) : []),
    ...bothWays(facts),
  ]);
  return transferred?.left === true ? { ...check, note: restGoes(transferred) } : check;
}

function nothingLeft(transferred: TransferredBefore): readonly PreCheckReason[] {
  const went = wentBefore(transferred);
  return own('transferred-already', true).map((reason) => ({
    ...reason,
    text: {
      zh: `${went.zh}，这里没有还可以转的月数和余额。`,
      en: `${went.en}; no month and no balance is left here to transfer.`,
    },
  }));
}

function restGoes(transferred: TransferredBefore): Text {
  const went = wentBefore(transferred);
  return {
    zh: `${went.zh}；还可以转的是以后补记的月数，或者退回来的余额。`,
    en: `${went.en}; what can still go are months recorded since, or a balance that came back.`,
  };
}

function wentBefore({ to: { zh, en }, on, number }: TransferredBefore): Text {
  const [inZh, inEn] = number === null ? ['', ''] : [`（办件 ${number}）`, ` (case ${number})`];
  return {
    zh: `医保关系已于 ${on} 转到${zh}${inZh}`,
    en: `The record was transferred to ${en} on ${on}${inEn}`,
  };
}

/** Before a transfer in is filed and the letter goes. */
export function preCheckIn(facts: InFacts): PreCheck {
  const { situation, retiredElsewhere, insuredElsewhere } = facts;
  const { person = {}, relationship, onDate } = situation;
  const status = relationship === null ? 'terminated' : relationship?.status;
  const retired = happenedBy(onDate, person.retiredOn);
  return outcomeOf(facts, [
    ...asked('person-died', happenedBy(onDate, person.diedOn)),
    ...asked('not-enrolled-here', status === undefined ? undefined : status !== 'active'),
    ...asked('retired-elsewhere', retiredElsewhere || retired),
    ...own('insured-elsewhere', insuredElsewhere === true),
    ...bothWays(facts),
  ]);
}

/** The reasons as a message tells them to the other agency. */
export function declineReasons({ reasons }: PreCheck): readonly DeclineReason[] {
  return reasons.map(({ code, text, remedy, legalBasis }) => ({
    ...{ code, text, remedy },
    legalBasis: `${legalBasis.zh} · ${legalBasis.en}`,
  }));
}

function optionReasons({ situation, region }: OutFacts, ruleSet: RuleSet<Facts>): readonly PreCheckReason[] {
  const option = ruleSet.options.find(({ action }) => action === 'transfer');
  if (!option) return own('no-rules', true);
  const { onDate, transfer } = situation;
  // The destination is this application's own; an answer to an earlier one says nothing of it.
  const asking = { ...transfer, to: region, balance: null };
  const told = tellConditions(option, { ...situation, transfer: { appliedOn: onDate, ...asking } });
  return told === null ? own('person-died', true) : told.flatMap((each) => conditionReason(each, situation));
}

/** Null where the trigger is certainly false: of somebody who has not died there is always a region to go to. */
function tellConditions(
  option: Option<Facts>,
  situation: AssessmentRequest,
): readonly ToldCondition[] | null {
  const read = readFacts(situation, () => true);
  if (!read.ok) throw new Error(`the facts of a transfer cannot be read: ${JSON.stringify(read.problems)}`);
  const decided = decideOption(option, read.facts);
  return decided && tellOption(decided, read.facts).conditions;
}

function conditionReason(told: ToldCondition, situation: AssessmentRequest): readonly PreCheckReason[] {
  if (told.finding === 'met') return [];
  const { id: code, source, text, needs } = told;
  const worded = conditionReasons[code];
  const basis = { source, legalBasis: citation(source) };
  if (told.finding === 'undetermined')
    return [{ code, ...basis, certain: false, ...undetermined(text, needs), by: 'this-agency' }];
  const by = actorOf(code, situation) ?? worded?.by ?? 'person';
  return [
    { code, ...basis, certain: true, text: worded?.text ?? notMet(text), remedy: told.remedy ?? text, by },
  ];
}

/** Who has no employer stops the insurance themselves. */
function actorOf(code: string, { relationship }: AssessmentRequest): PreCheckActor | null {
  return code === 'insurance-stopped' && relationship?.onEmployerRoster === false ? 'person' : null;
}

function bothWays({ situation, partner, region, said, transferOpen }: AskedFacts): readonly PreCheckReason[] {
  const here = region === situation.region;
  return [
    ...own('same-agency', here),
    ...own('agency-unknown', !here && partner === null),
    ...own('agency-suspended', partner?.suspended === true),
    ...own('name-differs', said?.sameName === false),
    ...own('identity-differs', said?.sameIdentity === false),
    ...own('transfer-open', transferOpen),
  ];
}

function own(code: OwnReason, stands: boolean): readonly PreCheckReason[] {
  const { text, remedy, source, by } = ownReasons[code];
  return stands ? [{ code, certain: true, text, remedy, source, legalBasis: citation(source), by }] : [];
}

function asked(code: OwnReason, stands: boolean | undefined): readonly PreCheckReason[] {
  return stands === undefined ? unknown(code) : own(code, stands);
}

function unknown(code: OwnReason): readonly PreCheckReason[] {
  return own(code, true).map((reason) => ({
    ...reason,
    ...undetermined(reason.text, []),
    ...{ certain: false, by: 'this-agency' as const },
  }));
}

function undetermined(text: Text, needs: readonly string[]): Pick<PreCheckReason, 'text' | 'remedy'> {
  const [zh, en] = needs.length === 0 ? ['', ''] : [`（${needs.join('、')}）`, ` (${needs.join(', ')})`];
  return {
    text: { zh: `还不能确定：${text.zh}`, en: `It cannot be told yet: ${text.en}` },
    remedy: {
      zh: `由本机构查明并登记${zh}后再办。`,
      en: `This agency finds out and records it${en} first.`,
    },
  };
}

function notMet(text: Text): Text {
  return { zh: `不满足：${text.zh}`, en: `Not met: ${text.en}` };
}

function happenedBy(onDate: string, on: string | null | undefined): boolean | undefined {
  return on === undefined ? undefined : on !== null && on <= onDate;
}

function outcomeOf({ situation, region, cases }: AskedFacts, found: readonly PreCheckReason[]): PreCheck {
  const confirm = cases !== undefined && cases.announcedBy === region;
  const reasons = found.map((reason) => naming(confirm ? toConfirm(reason) : reason, cases));
  const outcome = reasons.some(({ certain }) => certain)
    ? 'blocked'
    : reasons.length > 0
      ? 'undetermined'
      : 'open';
  return { outcome, onDate: situation.onDate, reasons };
}

/** The other agency announced this very transfer: it is not to be applied for once more. */
function toConfirm(reason: PreCheckReason): PreCheckReason {
  return reason.code === 'transfer-open' ? { ...reason, ...announcedHere } : reason;
}

/** Where it is another case that stands in the way, whoever may know it is told which. */
function naming(reason: PreCheckReason, cases: CasesInTheWay | undefined): PreCheckReason {
  const { code, text } = reason;
  const number =
    code === 'no-competing-case' ? cases?.holder : code === 'transfer-open' ? cases?.transfer : null;
  if (!number) return reason;
  return { ...reason, text: { zh: `${text.zh}（${number}）`, en: `${text.en} (${number})` } };
}
