import { createContext, useContext } from 'react';

const Person = createContext<string>('');
export const PersonProvider = Person.Provider;

/** Whose pages these are, by the id of their record. */
export function usePerson(): string {
  return useContext(Person);
}
