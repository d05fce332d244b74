/** Path of a Chromium-like browser, or null. SUIXING_CHROMIUM, where given, is the only candidate. */
export function findBrowser(env?: NodeJS.ProcessEnv): string | null;
export function ensureBrowser(): void;
