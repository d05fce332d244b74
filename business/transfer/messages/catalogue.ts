import type { z } from 'zod';
import { accountDetails } from './account-details.ts';
import { balanceCredited } from './balance-credited.ts';
import { balanceRefused } from './balance-refused.ts';
import { contactLetter } from './contact-letter.ts';
import { informationSheet } from './information-sheet.ts';
import { invalidate } from './invalidate.ts';
import type { MessageKind } from './message-kind.ts';
import { reminder } from './reminder.ts';
import { remittanceAdvice } from './remittance-advice.ts';
import { transferDeclined } from './transfer-declined.ts';

/** The messages of a transfer, in the order of an orderly one; those that tell of something else last. */
export const transferMessages = {
  'contact-letter': contactLetter,
  'information-sheet': informationSheet,
  'remittance-advice': remittanceAdvice,
  'balance-credited': balanceCredited,
  'balance-refused': balanceRefused,
  'account-details': accountDetails,
  'transfer-declined': transferDeclined,
  reminder,
  invalidate,
} as const satisfies Readonly<Record<string, MessageKind>>;

export type TransferMessageType = keyof typeof transferMessages;
export type BodyOf<T extends TransferMessageType> = z.output<(typeof transferMessages)[T]['body']>;

export const transferMessageTypes = Object.keys(transferMessages) as readonly TransferMessageType[]; // its own keys

export function isTransferMessage(type: string): type is TransferMessageType {
  return Object.hasOwn(transferMessages, type);
}
