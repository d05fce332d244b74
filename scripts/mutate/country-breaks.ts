import type { Break } from './break.ts';

const tests = ['apps/country/country.e2e.test.ts'];

/** Guards of simulated countries. */
export const countryBreaks: readonly Break[] = [
  {
    name: 'country-apart',
    guard: 'Outside of a simulation no agency is opened for a region that does not exist',
    file: 'apps/agency/agency.ts',
    find: 'simulated && isSimulatedRegion(config.region)',
    replace: 'isSimulatedRegion(config.region)',
    tests,
  },
];
