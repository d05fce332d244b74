import { createContext, useContext } from 'react';

const Person = createContext<string>('');
export const PersonProvider = Person.Provider;

/** Whose pages these are, by the id of their record. */
export function usePerson(): string {
  return useContext(Person);
}

/** For whom somebody acts who was let do so: as what they know them, and of which procedures they may begin a case. */
export interface ActedFor {
  readonly name: string;
  readonly begins: readonly string[];
}

const Acted = createContext<ActedFor | null>(null);
export const ActedForProvider = Acted.Provider;

/** Null on one's own pages. */
export function useActedFor(): ActedFor | null {
  return useContext(Acted);
}
