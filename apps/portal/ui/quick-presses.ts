/** Milliseconds within which two presses are one. */
export const quick = 600;
