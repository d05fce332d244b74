import type { PlainDate } from '#basics';
import {
  type BodyOf,
  type ReceivingAccount,
  type TransferMessageType,
  type TransferPerson,
  transferMessages,
} from '#business/transfer';
import type { Envelope, JsonObject } from '#engines/exchange';

/** One thing that the played agency says. */
export interface Saying {
  readonly type: TransferMessageType;
  readonly body: JsonObject;
  readonly inReplyTo: string | null;
}

interface Played {
  /** The region in whose name the agency speaks. */
  readonly region: string;
  readonly today: PlainDate;
}

/** A body as the catalogue has it, from its recorded example. */
function saying<T extends TransferMessageType>(
  type: T,
  change: Partial<BodyOf<T>>,
  inReplyTo: string | null = null,
): Saying {
  return { type, body: { ...transferMessages[type].example, ...change } as JsonObject, inReplyTo }; // JSON, as published
}

/**
 * What an agency says of its own accord to which a person came: the letter, then its account anew, then that the money came;
 * one that refuses takes no balance.
 */
export function openingSayings(
  person: TransferPerson | null,
  { refuses }: { readonly refuses: boolean },
): readonly Saying[] {
  if (refuses) {
    const letter = { ...(person ? { person } : {}), acceptsBalance: false, receivingAccount: null };
    return [saying('contact-letter', letter), saying('balance-refused', {})];
  }
  return [
    saying('contact-letter', person ? { person } : {}),
    saying('account-details', {}),
    saying('balance-credited', {}),
  ];
}

/** What an orderly agency answers to a message of the other one. */
export function orderlyAnswers(heard: Envelope, { region, today }: Played): readonly Saying[] {
  const { messageId } = heard;
  if (said(heard, 'contact-letter')) {
    const { person, receivingAccount } = heard.body;
    const sheet = sheetOf(person, { region, today, to: heard.from });
    const asked = reminderOf('receiving-account', { messageId, today });
    return [
      saying('information-sheet', sheet, messageId),
      ...(receivingAccount ? [adviceTo(receivingAccount, { person, today, messageId })] : [asked]),
    ];
  }
  if (said(heard, 'account-details')) {
    const { person } = transferMessages['contact-letter'].example;
    return [adviceTo(heard.body.receivingAccount, { person, today, messageId })];
  }
  if (said(heard, 'reminder') && heard.body.certificate) {
    const { person, number } = heard.body.certificate;
    return [saying('contact-letter', { person, certificateNumber: number }, messageId)];
  }
  if (said(heard, 'remittance-advice')) {
    const { amountFen, reference, remittedOn } = heard.body;
    const credited = { amountFen, reference, receivedOn: remittedOn, creditedOn: today, expectedFen: null };
    return [saying('balance-credited', credited, messageId)];
  }
  return [];
}

/** What an agency answers that takes no balance, or lets nobody go. */
export function refusingAnswers(heard: Envelope, { today }: Played): readonly Saying[] {
  const { messageId } = heard;
  if (said(heard, 'contact-letter')) return [saying('transfer-declined', { declinedOn: today }, messageId)];
  if (said(heard, 'information-sheet')) return [saying('balance-refused', { refusedOn: today }, messageId)];
  if (said(heard, 'remittance-advice')) {
    const { amountFen } = heard.body;
    const back = {
      money: 'sent-back',
      amountFen,
      sentBackReference: referenceFrom('back', messageId),
    } as const;
    return [saying('balance-refused', { refusedOn: today, ...back }, messageId)];
  }
  if (said(heard, 'reminder') && heard.body.certificate) {
    const { person, number: certificateNumber } = heard.body.certificate;
    const letter = { person, certificateNumber, acceptsBalance: false, receivingAccount: null };
    return [
      saying('contact-letter', letter, messageId),
      saying('balance-refused', { refusedOn: today }, messageId),
    ];
  }
  return [];
}

function said<T extends TransferMessageType>(
  heard: Envelope,
  type: T,
): heard is Envelope & { readonly body: BodyOf<T> & JsonObject } {
  return heard.type === type; // its body was checked by the catalogue before
}

function sheetOf(
  person: TransferPerson,
  { region, today, to }: Played & { readonly to: string },
): Partial<BodyOf<'information-sheet'>> {
  const { sending, receiving } = transferMessages['information-sheet'].example;
  return {
    ...{
      person,
      preparedOn: today,
      sending: { ...sending, region },
      receiving: { ...receiving, region: to },
    },
  };
}

function adviceTo(
  account: ReceivingAccount,
  told: { readonly person: TransferPerson; readonly today: PlainDate; readonly messageId: string },
): Saying {
  const { holder, bankName, bankCode, accountNumber } = account;
  const payee = { holder, bankName, bankCode, accountTail: accountNumber.slice(-4) };
  const reference = referenceFrom('paid', told.messageId);
  const advice = { personName: told.person.name, reference, remittedOn: told.today, payee };
  return saying('remittance-advice', advice, told.messageId);
}

/** As banks take it: 35 letters, digits and hyphens at most. */
function referenceFrom(word: string, messageId: string): string {
  return `${word}-${messageId.replaceAll('_', '-')}`.slice(0, 35);
}

function reminderOf(
  missing: 'receiving-account',
  { messageId, today }: { readonly messageId: string; readonly today: PlainDate },
): Saying {
  const asked = { missing: [missing], refersTo: messageId, answerBy: today, count: 1, certificate: null };
  return saying('reminder', asked, messageId);
}
