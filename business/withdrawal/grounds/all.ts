import { balanceRefused } from './balance-refused.ts';
import { death } from './death.ts';
import { foreignerReturningHome } from './foreigner-returning-home.ts';
import { nationalityLost } from './nationality-lost.ts';
import { noReceivingAccount } from './no-receiving-account.ts';
import { retiredLeftCountry } from './retired-left-country.ts';
import { retiredTreatedElsewhere } from './retired-treated-elsewhere.ts';
import { settledAbroadBeforeRetirement } from './settled-abroad-before-retirement.ts';

/** The grounds of the default rule set, in the order in which answers list them. */
export const grounds = [
  retiredTreatedElsewhere,
  retiredLeftCountry,
  settledAbroadBeforeRetirement,
  foreignerReturningHome,
  nationalityLost,
  death,
  balanceRefused,
  noReceivingAccount,
] as const;
