import { type PlainDate, shanghaiDate, type Text } from '#basics';
import { paidOutName } from '#business/transfer';
import { type Apart, heirsWays } from '#business/withdrawal';
import {
  type AskedMaterial,
  type CaseFile,
  type ChainedAction,
  namesOf,
  type Process,
  type WorkingDays,
  waitingNames,
  waitsFor,
} from '#engines/casework';
import type { WhereItIs } from './told.ts';

interface Parts {
  readonly process: Process;
  readonly file: CaseFile;
  readonly actions: readonly ChainedAction[];
  /** Every paper that the procedure may ask for in this case, by its names. */
  readonly materials: readonly NamedMaterial[];
  readonly calendar: WorkingDays;
  readonly today: PlainDate;
  /** Where the shares of several heirs are not all in one place, or wait for the heirs. */
  readonly apart: Apart | undefined;
  /** When a case of its own paid out the balance that a transfer left here; null where none did. */
  readonly paidOut: PlainDate | null;
}

export function whereItIs(parts: Parts): WhereItIs {
  const place = byProcedure(parts);
  // As it is told to who has signed in: the money is there, and no longer why it did not go.
  if (parts.paidOut) return { ...place, state: paidOutName, since: parts.paidOut };
  return parts.apart ? { ...place, ...byShares(parts.apart) } : place;
}

function byShares({ state, heldBy, since, waitingName, asked, resting }: Apart): Partial<WhereItIs> {
  const noDays = { dueOn: null, dueProvisional: false, workingDay: null, workingDays: null };
  return {
    ...(resting ? noDays : {}),
    ...{ state, since, waitingFor: heldBy, waitingName, asked, papers: [] },
  };
}

function byProcedure(parts: Parts): WhereItIs {
  const { process, file, actions, materials } = parts;
  const state = process.states[file.state];
  const waitingFor = waitsFor(process, file.state);
  const entered = actions.findLast(({ fromState, toState }) => fromState !== toState)?.at;
  const received = actions.find(({ action }) => action === 'submit')?.at;
  const papers = waitingFor === 'applicant' ? stillAsked(actions, materials) : [];
  return {
    number: file.number,
    procedure: process.name,
    state: state?.name ?? { zh: file.state, en: file.state },
    waitingFor,
    waitingName: turnOf[`${file.state}/${file.subject}`] ?? waitingNames[waitingFor],
    since: shanghaiDate(entered ?? file.openedAt),
    receivedOn: received ? shanghaiDate(received) : null,
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
    ...dayOf(parts),
    over: state?.final === true,
    asked: waitingFor === 'applicant' ? askedOf(file, papers) : null,
    papers,
  };
}

/** Counted back from the day by which it is due, so that the two always agree; what it stood still for is not counted. */
function dayOf({ file, actions, calendar, today }: Parts): Pick<WhereItIs, 'workingDay' | 'workingDays'> {
  // An action that brings working days of its own begins a limit; the latest holds.
  const of = actions.findLast(({ data }) => typeof data.workingDays === 'number')?.data.workingDays;
  if (file.dueOn === null || typeof of !== 'number') return { workingDay: null, workingDays: null };
  const left = calendar.between(today, file.dueOn);
  const over = calendar.between(file.dueOn, today);
  return { workingDay: Math.max(0, of - left + over), workingDays: of };
}

export interface NamedMaterial extends AskedMaterial {
  readonly text: Text;
}

function stillAsked(actions: readonly ChainedAction[], materials: readonly NamedMaterial[]): readonly Text[] {
  const request = actions.findLast(({ action }) => action === 'request-materials');
  if (!request || !Array.isArray(request.data.materials)) return [];
  const given = actions
    .filter(({ action, seq }) => action === 'provide-material' && seq > request.seq)
    .map(({ data }) => String(data.materialId));
  return request.data.materials.map(String).flatMap((id) => {
    const material = materials.find((each) => each.id === id);
    if (!material) return given.includes(id) ? [] : [{ zh: id, en: id }];
    return namesOf(material).some((name) => given.includes(name)) ? [] : [material.text];
  });
}

function askedOf({ state, subject }: Parts['file'], papers: readonly Text[]): Text {
  if (papers.length > 0)
    return {
      zh: '请补交下列材料；交齐之前不计办理时限。',
      en: 'Please hand in the papers listed; the agency’s days do not run until they are there.',
    };
  return (
    askedIn[`${state}/${subject}`] ??
    askedIn[state] ?? { zh: '请联系经办窗口。', en: 'Please ask at the window.' }
  );
}

/** Whose turn it is where the state's holder is not who that is: a share that came back is its heir's, not the applicant's. */
const turnOf: Readonly<Record<string, Text>> = {
  'returned/death': { zh: '款项被退回的继承人', en: 'the heir whose share came back' },
};

/** By the states that are the applicant's, in whichever procedure, and by its subject where that makes a difference. */
const askedIn: Readonly<Record<string, Text>> = {
  draft: { zh: '申请还是草稿，请提交。', en: 'The application is a draft; please hand it in.' },
  announced: {
    zh: '转出地已告知您要把医保转来，请在网上确认，或者到窗口确认。',
    en: 'The other agency says that you are moving here. Please confirm it, online or at the window.',
  },
  'awaiting-confirmation': {
    zh: '请确认收款账户，用本人名下的账户，不用再交材料；在网上确认，或者到窗口确认。',
    en: 'Please confirm the account to be paid to, one in your own name, online or at the window. No paper is needed.',
  },
  'awaiting-materials': {
    zh: '要的材料都收到了，等经办人员核对，现在不用您做什么。',
    en: 'Every paper that was asked for is here and is being looked at. Nothing is left for you to do now.',
  },
  'returned/death': {
    zh: `银行退回了一位继承人的款项，请这位继承人换一个收款账户：${heirsWays.zh}`,
    en: `The bank sent a share back. Please let the heir whose share it is name another account: ${heirsWays.en}`,
  },
  returned: {
    zh: '银行退回了付款，请换一个收款账户：本人登录办，或者到窗口办。',
    en: 'The bank sent the payment back. Please name another account: online if it is your own money, or at the window.',
  },
};
