/** What guessing costs: a password by its hash, and whoever asks whether somebody is on record by a wait. */
export interface Guessing {
  readonly password: PasswordCost;
  /** Answers that must not tell whether a person exists take at least so long. */
  readonly evenAnswerMilliseconds: number;
}

/** The parameters of scrypt. */
export interface PasswordCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP Password Storage Cheat Sheet: N=2^15, r=8, p=3. */
export const usualGuessing: Guessing = {
  password: { log2N: 15, r: 8, p: 3 },
  evenAnswerMilliseconds: 400,
};

/** What a test made cheap is dear again in production. */
export function guessingIn(
  mode: 'production' | 'development' | 'demo',
  given: Guessing = usualGuessing,
): Guessing {
  return mode === 'production' ? usualGuessing : given;
}
