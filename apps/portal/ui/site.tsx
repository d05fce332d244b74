import { createContext, useContext } from 'react';
import type { Text } from '#basics';
import { regionName } from '#law';

/** Whose portal it is, and whether it is a demonstration. */
export interface Site {
  /** Six digits (GB/T 2260). */
  readonly region: string;
  readonly demo: boolean;
}

const Served = createContext<Site>({ region: '440300', demo: false });
export const SiteProvider = Served.Provider;

export function useSite(): Site & { readonly city: Text } {
  const site = useContext(Served);
  return { ...site, city: regionName(site.region) };
}
