import type { Text } from '#basics';

/** What moves somebody to another region, as the letters between agencies have it. */
export const categories = [
  { id: 'employment', label: { zh: '换了工作', en: 'A job here' } },
  { id: 'household', label: { zh: '户口迁来', en: 'My household registration moved here' } },
  { id: 'residence', label: { zh: '搬来常住', en: 'I live here now' } },
] as const satisfies readonly { readonly id: string; readonly label: Text }[];

export type Category = (typeof categories)[number]['id'];
