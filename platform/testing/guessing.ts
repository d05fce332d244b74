/** Passwords that cost next to nothing and answers that wait for nobody. What they cost in truth is seen beside them. */
export const testGuessing = {
  password: { log2N: 4, r: 8, p: 1 },
  evenAnswerMilliseconds: 1,
} as const;
