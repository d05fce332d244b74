import { parseArgs } from 'node:util';
import { ok, type Problem, type Result, refuse } from '#basics';

/** How big a city is drawn; its number decides which one. */
export interface CitySize {
  readonly seed: number;
  readonly people: number;
  readonly employers: number;
}

const usual: CitySize = { seed: 440300, people: 2000, employers: 40 };

/** Reads `--people 120 --employers 4`, which make a smaller or larger city than the usual one; `--seed` another one. */
export function readCitySize(args: readonly string[]): Result<CitySize> {
  const option = { type: 'string' } as const;
  const options = { people: option, employers: option, seed: option };
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const unknown = tokens.flatMap((token) =>
    token.kind === 'option' && !(token.name in options)
      ? [token.rawName]
      : token.kind === 'positional'
        ? [token.value]
        : [],
  );
  const names = ['seed', 'people', 'employers'] as const;
  const wrong = names.filter((name) => values[name] !== undefined && !isCount(values[name]));
  const problems = [
    ...unknown.map((path): Problem => ({ path, detail: notAnOption })),
    ...wrong.map((name): Problem => ({ path: `--${name}`, detail: notACount })),
  ];
  if (problems.length > 0) return refuse({ code: 'demo.bad-size', problems });
  const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])]]));
  return ok({ ...usual, ...Object.fromEntries(given) });
}

function isCount(text: unknown): boolean {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text);
}

const notACount = { zh: '必须是 1 到 999999 的整数', en: 'must be a whole number from 1 to 999999' };
const notAnOption = {
  zh: '不是可用的选项；可用的有 --people、--employers、--seed',
  en: 'is no option; there are --people, --employers and --seed',
};
