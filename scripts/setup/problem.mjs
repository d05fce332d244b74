/** Something that the person at the terminal can put right; its message says how. Anything else is a fault. */
export class SetupProblem extends Error {}
