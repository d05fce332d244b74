import { z } from 'zod';
import type { Text } from '#basics';

/** The two schemes of basic medical insurance that transfers are between. */
export const schemes = ['employee', 'resident'] as const;
export type Scheme = (typeof schemes)[number];
export const scheme = z.enum(schemes);

export const schemeNames: Readonly<Record<Scheme, Text>> = {
  employee: { zh: '职工基本医疗保险', en: 'Employees’ basic medical insurance' },
  resident: { zh: '城乡居民基本医疗保险', en: 'Residents’ basic medical insurance' },
};
