export { type Bank, type BankHabits, type BankMoney, simulatedBank } from './bank.ts';
export { type BankFileTaken, dueBatch, takeBankFile } from './finance.ts';
export { must } from './must.ts';
export { bringPeople, type Somebody } from './people.ts';
export { accountOf, openPlace, type Place } from './place.ts';
export { enterPartner, hireStaff, type KnownAgency, publishedKeys, type Staff } from './staff.ts';
