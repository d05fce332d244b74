import type { Text } from '#basics';
import type { FormKind, LetterContent } from '#business/letters';
import type { Said } from '../messages/figures-of.ts';
import type { TransferPerson } from '../messages/person.ts';
import { writeAccountDetails } from './write-account-details.ts';
import { writeBalanceCredited } from './write-balance-credited.ts';
import { writeBalanceRefused } from './write-balance-refused.ts';
import { writeCertificate } from './write-certificate.ts';
import { type Between, writeContactLetter } from './write-contact-letter.ts';
import { writeInformationSheet } from './write-information-sheet.ts';
import { type TakenBackForm, writeInvalidation } from './write-invalidation.ts';
import { writeNotConfirmed } from './write-not-confirmed.ts';
import { writeReminder } from './write-reminder.ts';
import { writeRemittanceAdvice } from './write-remittance-advice.ts';
import { writeTransferDeclined } from './write-transfer-declined.ts';

/** What a form says besides its message. */
export interface FormFacts extends Between {
  readonly person: TransferPerson;
  readonly caseNumber: string;
  /** The time to answer in, where it runs from the day of posting; null where the message names the day. */
  readonly workingDays: number | null;
  readonly remark: Text | null;
  /** Which agency of the transfer says it, where either may; the one that the person leaves where it is left out. */
  readonly side?: 'sending' | 'receiving';
  /** What an invalidation takes back. */
  readonly takesBack: TakenBackForm;
}

export interface Form {
  readonly kind: FormKind;
  readonly content: LetterContent;
}

/** The printable form of what we say to another agency. */
export function formOfMessage(said: Said, facts: FormFacts): Form {
  switch (said.type) {
    case 'contact-letter':
      return { kind: said.type, content: writeContactLetter(said.body, facts) };
    case 'information-sheet':
      return { kind: said.type, content: writeInformationSheet(said.body, facts) };
    case 'remittance-advice':
      return { kind: said.type, content: writeRemittanceAdvice(said.body, facts) };
    case 'balance-credited':
      return { kind: said.type, content: writeBalanceCredited(said.body, facts) };
    case 'balance-refused':
      return { kind: said.type, content: writeBalanceRefused(said.body, facts) };
    case 'transfer-declined': {
      const write = facts.side === 'receiving' ? writeNotConfirmed : writeTransferDeclined;
      return { kind: said.type, content: write(said.body, facts) };
    }
    case 'reminder': {
      const { certificate } = said.body;
      if (certificate !== null)
        return { kind: 'insurance-certificate', content: writeCertificate(certificate) };
      return { kind: said.type, content: writeReminder(said.body, facts) };
    }
    case 'invalidate':
      return { kind: 'invalidation', content: writeInvalidation(said.body, facts) };
    case 'account-details':
      return { kind: said.type, content: writeAccountDetails(said.body, facts) };
  }
}
