import type { Ground } from './assessed.ts';

/** What the checker was told and found, as it stands behind the `#`. */
export interface Brought {
  readonly ground: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

/** Reads what came along; a ground that is none, and whatever is too long for an answer, is left out. */
export function broughtAlong(fragment: string, grounds: readonly Pick<Ground, 'id'>[]): Brought {
  const given = [...new URLSearchParams(fragment.replace(/^#/, ''))].slice(0, 12);
  const ground = given.find(([name]) => name === 'ground')?.[1];
  return {
    ground: grounds.find(({ id }) => id === ground)?.id ?? null,
    answers: Object.fromEntries(
      given.filter(([name, value]) => name !== 'ground' && /^[\w-]{1,40}$/.test(name) && value.length <= 40),
    ),
  };
}
