import type { NewPayee } from '#business/withdrawal';
import type { PlannedCase } from './plan.ts';

/** A made-up account: in the insured person's own name, or a successor's. An account ending in 0000 is one that the simulated bank sends back. */
export function demoPayee({ person, ground, stage }: PlannedCase): NewPayee {
  const serial = person.phone.slice(-4).padStart(11, '0');
  return {
    name: ground === 'death' ? `${person.name.slice(0, 1)}继承` : person.name,
    bankCode: '102584000000',
    bankName: '红树林银行深圳分行',
    accountNumber: stage === 'returned' ? `622202${serial.slice(2)}0000` : `622202${serial}08`,
  };
}

/**
 * What the simulated bank does with a payment: accounts that end in 0000 do not exist; of the first payments of orders a few come
 * back later, and what is paid again to another account arrives.
 */
export function treatmentOfAccount(accountNumber: string, endToEndId: string): 'reject' | 'return' | 'pay' {
  if (accountNumber.endsWith('0000')) return 'reject';
  return /[05]-1$/.test(endToEndId) ? 'return' : 'pay';
}
