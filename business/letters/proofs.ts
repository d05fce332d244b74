import type { Proof } from '#platform/postgres';
import type { DocumentKind } from './letter.ts';
import { statementFits } from './statement.ts';
import { lettersAfter, type ProvableLetter } from './store.ts';

/** What `suixing verify` proves about letters. */
export const lettersProofs: readonly Proof[] = [
  {
    name: 'letters.as-issued',
    text: {
      zh: '每封信函对应办件的一步，编号、种类和签名相符',
      en: 'Every letter stands on the step of its case that it tells of, by its number, kind and signature',
    },
    async run(reader, progress) {
      let rows = 0n;
      const broken: { row: string; why: { zh: string; en: string } }[] = [];
      let after = { ownerId: '', caseId: '', seq: 0, heir: 0 };
      for (;;) {
        const page = await lettersAfter(reader, after, pageSize);
        for (const letter of page) if (broken.length < 100 && !stands(letter)) broken.push(told(letter));
        rows += BigInt(page.length);
        progress(rows);
        const last = page.at(-1);
        if (!last || page.length < pageSize) return { rows, figures: { letters: rows }, broken };
        after = { ...last, heir: last.heir ?? 0 };
      }
    },
  },
];

const pageSize = 1000;

/** The step that each kind tells of. */
export const stepsOfKind: Readonly<Record<DocumentKind, readonly string[]>> = {
  receipt: ['submit', 'confirm-payee'],
  'papers-request': ['request-materials'],
  decision: ['approve', 'overturn-refusal'],
  refusal: ['refuse'],
  'payment-advice': ['confirm-paid'],
  'objection-decision': ['uphold', 'overturn-payment'],
  'money-back': ['return-meanwhile'],
  'heir-share': [
    ...['approve', 'overturn-refusal', 'settle', 'hear-heir', 'share-moved', 'share-held'],
    ...['confirm-paid', 'return-payment'],
  ],
  'insurance-certificate': ['submit'],
  'contact-letter': ['submit'],
  'information-sheet': ['accept', 'send-sheet-again', 'close-by-death', 'account-never-came'],
  'remittance-advice': ['confirm-paid'],
  'balance-refused': ['record-only', 'let-pass-only', 'refuse-balance', 'turn-away'],
  'transfer-declined': ['decline', 'answer-late-letter', 'cancel', 'close-by-death'],
  'account-details': ['tell-account'],
  'balance-credited': ['credit', 'credit-difference'],
  reminder: ['await-account', 'return-payment', 'remind', 'ask-again', 'ask-correction'],
  invalidation: ['cancel', 'close-by-death'],
  'months-recorded': ['record-months', 'record-only', 'let-pass', 'let-pass-only'],
};

function stands({ caseNumber, seq, heir, action, statement, dataHash, ...letter }: ProvableLetter): boolean {
  const { number, kind } = letter;
  const suffix = heir === null ? '' : `-${heir}`;
  const placed =
    number === `${caseNumber}/${seq}${suffix}` && action !== null && stepsOfKind[kind].includes(action);
  return placed && (statement === null || statementFits(statement, dataHash));
}

function told({ ownerId, caseId, seq, heir }: ProvableLetter) {
  return {
    row: `${ownerId}/${caseId}/${seq}${heir === null ? '' : `-${heir}`}`,
    why: { zh: '信函与办件的步骤或签名不符', en: 'it does not fit its step or its signature' },
  };
}
