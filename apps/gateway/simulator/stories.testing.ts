import type { Outcome } from './judge.testing.ts';
import type { Seen } from './view.testing.store.ts';

/** What one person may live through; its outcome is what the same story comes to where nothing goes wrong. */
export interface Story {
  readonly name: string;
  /** What people do, whenever what they see lets them. */
  readonly acts: readonly Act[];
  readonly leaver?: {
    readonly status?: 'active';
    readonly balance?: string;
    /** Not on record over there. */
    readonly unknown?: true;
  };
  /** Over there; '' where there is no account yet. */
  readonly balanceThere?: string;
  /** What the banks do with the remittance. */
  readonly bank?: 'sends-back' | 'keeps-a-fee' | 'loses-the-reference';
  /**
   * By which codes messages may stand in a queue in the end, and the story come to something else, because people and messages
   * crossed: nowhere else may anything differ.
   */
  readonly mayCross?: readonly string[];
  /** Whoever comes too late with what makes this story has lived through another. */
  readonly orElse?: string;
  /** What it comes to where the other agency hears of it in time: before the money has left, or before anybody acts on it. */
  readonly inTime?: readonly Outcome[];
  /** How a case over there ends that was announced when the transfer was over; the rest is as in order. */
  readonly announcedLate?: readonly string[];
}

export type Deed =
  | 'apply-there'
  | 'apply-here'
  | 'confirm'
  | 'cancel-there'
  | 'cancel-here'
  | 'send-sheet-again'
  | 'write-without-account'
  | 'name-payee'
  | 'confirm-payee'
  | 'propose'
  | 'approve';

export interface Act {
  readonly deed: Deed;
  readonly ready: (seen: Seen) => boolean;
  /** Whoever has done it does not do it again. */
  readonly once?: true;
}

const applyThere: Act = { deed: 'apply-there', ready: ({ coming }) => coming === null };
const applyHere: Act = { deed: 'apply-here', ready: ({ leaving }) => leaving === null };
const confirm: Act = { deed: 'confirm', ready: ({ coming }) => coming === 'announced' };

/** What a person and the officers do about a balance that did not go. */
const payOut: readonly Act[] = [
  { deed: 'name-payee', ready: ({ withdrawal, payee }) => withdrawal === 'awaiting-confirmation' && !payee },
  {
    deed: 'confirm-payee',
    ready: ({ withdrawal, payee }) => withdrawal === 'awaiting-confirmation' && payee,
  },
  { deed: 'propose', ready: ({ withdrawal }) => withdrawal === 'submitted' || withdrawal === 'in-review' },
  { deed: 'approve', ready: ({ withdrawal }) => withdrawal === 'proposed' },
];

/** Taken back before anything has come of it. */
const overOnBothSides: Outcome = {
  ...{ leaving: 'cancelled', coming: 'cancelled', withdrawal: null, money: ['here'], queue: [] },
};

const accepted = ['accepted', 'awaiting-account', 'remitting', 'with-bank', 'remitted'];

export const stories: readonly Story[] = [
  { name: 'applies-there', acts: [applyThere, ...payOut] },
  { name: 'applies-here', acts: [applyHere, confirm, ...payOut] },
  {
    name: 'applies-on-both-sides',
    acts: [applyHere, applyThere, confirm, ...payOut],
    balanceThere: '250.00',
    // Who confirms it then reads that it went on with the letter; who does not finds it over.
    announcedLate: ['declined', 'cancelled'],
  },
  { name: 'no-account-there', acts: [applyThere, ...payOut], balanceThere: '' },
  { name: 'nothing-in-the-account', acts: [applyThere], leaver: { balance: '0.00' } },
  { name: 'still-insured', acts: [applyThere], leaver: { status: 'active' } },
  { name: 'unknown', acts: [applyThere], leaver: { unknown: true } },
  { name: 'bank-sends-back', acts: [applyThere, ...payOut], bank: 'sends-back' },
  { name: 'bank-keeps-a-fee', acts: [applyThere, ...payOut], bank: 'keeps-a-fee' },
  { name: 'bank-loses-the-reference', acts: [applyThere, ...payOut], bank: 'loses-the-reference' },
  {
    name: 'letter-without-account',
    acts: [{ deed: 'write-without-account', ready: () => true, once: true }, ...payOut],
  },
  {
    name: 'sheet-sent-again',
    acts: [
      applyThere,
      { deed: 'send-sheet-again', ready: ({ leaving }) => accepted.includes(leaving ?? ''), once: true },
      ...payOut,
    ],
    orElse: 'applies-there',
    // The corrected sheet may come when the transfer is over.
    mayCross: ['transfer.not-expected-now'],
  },
  {
    name: 'takes-it-back-there',
    orElse: 'applies-there',
    inTime: [overOnBothSides],
    acts: [
      { ...applyThere, once: true },
      { deed: 'cancel-there', ready: ({ coming }) => coming === 'awaiting-sheet', once: true },
      ...payOut,
    ],
    mayCross: [
      ...['transfer.acted-on-already', 'transfer.money-gone', 'transfer.not-expected-now', 'casework.closed'],
    ],
  },
  {
    // Who has confirmed over there meanwhile is told that it was taken back; who has not finds it over.
    name: 'takes-it-back-here',
    orElse: 'applies-here',
    inTime: [overOnBothSides],
    acts: [
      { ...applyHere, once: true },
      { deed: 'cancel-here', ready: ({ leaving }) => leaving === 'awaiting-letter', once: true },
      confirm,
      ...payOut,
    ],
  },
  {
    name: 'applies-here-and-takes-it-back-there',
    orElse: 'applies-here',
    // Settled already it is over on both sides; before that whoever applied here goes on waiting.
    inTime: [overOnBothSides, { ...overOnBothSides, leaving: 'awaiting-letter' }],
    acts: [
      { ...applyHere, once: true },
      confirm,
      { deed: 'cancel-there', ready: ({ coming }) => coming === 'awaiting-sheet', once: true },
      ...payOut,
    ],
    mayCross: [
      ...['transfer.acted-on-already', 'transfer.money-gone', 'transfer.not-expected-now', 'casework.closed'],
    ],
  },
];
