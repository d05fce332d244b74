import { createContext, useContext } from 'react';

const Person = createContext<string>('');
export const PersonProvider = Person.Provider;

/** Whose pages these are, by the id of their record. */
export function usePerson(): string {
  return useContext(Person);
}

const Named = createContext<string | null>(null);
export const NamedProvider = Named.Provider;

/** What whoever acts for somebody knows them as, though they may not look at the record; null on one's own pages. */
export function usePersonNamed(): string | null {
  return useContext(Named);
}
