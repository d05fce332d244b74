/** A message as somebody would note it who sees both agencies and the wire between them. */
export interface Mail {
  readonly type:
    | 'letter'
    | 'letter-without-account'
    | 'sheet'
    | 'no-balance'
    | 'advice'
    | 'credited'
    | 'refused'
    | 'account'
    | 'invalidate'
    | 'reminder';
  /** On its way, lost until it is tried again, late by itself, there, or done with. */
  is: 'due' | 'lost' | 'late' | 'there' | 'applied' | 'aside';
  /** Late, and its sender has waited long enough for a receipt to send it once more. */
  again?: boolean;
}

/** One transfer from Shenzhen to Chengdu on a sheet of paper. */
export interface Paper {
  out: string | null;
  in: string | null;
  held: boolean;
  settled: boolean;
  /** What the bank has done with the order and has told us, what came over there and was taken in there. */
  executed: boolean;
  told: boolean;
  arrived: boolean;
  stated: boolean;
  advised: boolean;
  credited: boolean;
  /** The bank’s answer that waits to be taken in. */
  answer: 'paid' | 'rejected' | null;
  withdrawal: boolean;
  reminded: number;
  months: number;
  readonly said: { readonly shenzhen: Mail[]; readonly chengdu: Mail[] };
}

export function newPaper(): Paper {
  return {
    ...{ out: null, in: null, held: false, settled: false, executed: false, told: false },
    ...{ arrived: false, stated: false, advised: false, credited: false, answer: null, withdrawal: false },
    ...{ reminded: 0, months: 0, said: { shenzhen: [], chengdu: [] } },
  };
}

export type End = keyof Paper['said'];

export function say(paper: Paper, end: End, type: Mail['type']): void {
  paper.said[end].push({ type, is: 'due' });
}

/** Whether its sender would send it now. */
export function isDue({ is, again = false }: Mail): boolean {
  return is === 'due' || (is === 'late' && again);
}

/** Both ends take in what is there, each sender’s in its order. */
export function hearAll(paper: Paper): void {
  for (const end of ['chengdu', 'shenzhen'] as const)
    for (const mail of paper.said[end]) {
      if (mail.is === 'due' || mail.is === 'lost' || mail.is === 'late') break;
      if (mail.is !== 'there') continue;
      const heard = end === 'chengdu' ? hearOut(paper, mail.type) : hearIn(paper, mail.type);
      mail.is = heard ? 'applied' : 'aside';
    }
}

/** What the agency that is left makes of a message; false: it is set before a clerk. */
function hearOut(paper: Paper, type: Mail['type']): boolean {
  switch (type) {
    case 'letter':
      Object.assign(paper, { out: 'remitting', settled: true });
      say(paper, 'shenzhen', 'sheet');
      return true;
    case 'letter-without-account':
      Object.assign(paper, { out: 'awaiting-account', held: true, reminded: 0 });
      say(paper, 'shenzhen', 'sheet');
      say(paper, 'shenzhen', 'reminder');
      return true;
    case 'account':
      return hearAccount(paper);
    case 'refused':
      return hearRefusal(paper);
    case 'credited':
      if (paper.out !== 'remitted') return false;
      paper.out = 'completed';
      return true;
    case 'invalidate':
      return hearWithdrawal(paper);
    default:
      return type === 'reminder';
  }
}

function hearAccount(paper: Paper): boolean {
  if (paper.out !== 'awaiting-account' && paper.out !== 'sent-back') return false;
  Object.assign(paper, { out: 'remitting', settled: true, held: false });
  return true;
}

function hearWithdrawal(paper: Paper): boolean {
  // The letter opened the case: nobody here waits for another one.
  if (['awaiting-account', 'remitting', 'sent-back'].includes(paper.out ?? ''))
    Object.assign(paper, { out: 'cancelled', settled: false, held: false });
  // Taken back once more, nothing rests on it.
  return paper.out === 'cancelled';
}

function hearRefusal(paper: Paper): boolean {
  // Said again, with the reference that the money comes back under.
  if (paper.out === 'awaiting-money-back') return true;
  if (paper.out === 'with-bank' || paper.out === 'remitted') {
    Object.assign(paper, { out: 'awaiting-money-back', reminded: 0 });
    return true;
  }
  if (!['awaiting-account', 'remitting', 'sent-back'].includes(paper.out ?? '')) return false;
  payable(paper, 'refused-balance');
  return true;
}

/** The balance did not go: it is in the account again, held for the withdrawal that opens. */
export function payable(paper: Paper, state: 'refused-balance' | 'no-account'): void {
  Object.assign(paper, { out: state, settled: false, held: true, withdrawal: true });
}

/** What the agency that the person comes to makes of a message. */
function hearIn(paper: Paper, type: Mail['type']): boolean {
  // A reminder beside one that lies before a clerk already is no second matter.
  if (paper.in === null)
    return (
      type === 'reminder' && paper.said.shenzhen.some((mail) => mail.type === type && mail.is === 'aside')
    );
  switch (type) {
    case 'sheet':
      if (paper.in === 'cancelled') return true;
      if (paper.in !== 'awaiting-sheet') return false;
      paper.in = 'awaiting-balance';
      break;
    case 'no-balance':
      // A sheet without an account: the months are here, and no money comes.
      if (paper.in === 'cancelled') return true;
      if (paper.in !== 'awaiting-balance') return false;
      paper.in = 'completed';
      return true;
    case 'advice':
      if (paper.in !== 'awaiting-sheet' && paper.in !== 'awaiting-balance') return false;
      paper.advised = true;
      break;
    default:
      return type === 'reminder';
  }
  creditWhatIsThere(paper);
  return true;
}

/** All three are there: the months, the advice and the money. */
export function creditWhatIsThere(paper: Paper): void {
  if (paper.in !== 'awaiting-balance' || !paper.advised || !paper.stated) return;
  Object.assign(paper, { in: 'completed', credited: true });
  say(paper, 'chengdu', 'credited');
}

/** Whether the agency that is left counts working days: not while it waits for the other, nor once the money has left. */
export function countsDays({ out }: Paper): boolean {
  return out === 'remitting' || out === 'with-bank';
}

/** Where the money is, as `outcomeOf` tells it. */
export function placesOn(paper: Paper): readonly string[] {
  const { settled, held, told, credited, stated, executed, arrived } = paper;
  return [
    ...(settled ? [] : [held ? 'held here' : 'here']),
    ...(settled && !told ? ['on its way out'] : []),
    ...(credited ? ['there'] : []),
    ...(stated && !credited ? ['in suspense there'] : []),
    ...(executed && !arrived ? ['between the banks'] : []),
  ];
}
