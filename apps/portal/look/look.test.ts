/** Class names are global, so two journeys that called different things alike would dress each other's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What every page is made of, which a journey may refine where it stands; and lists of files. */
const common = ['all', 'base', 'colours', 'lines', 'marks', 'my', 'shared', 'signed-in', 'tokens'];

interface Sheet {
  readonly name: string;
  /** `check` of `check-result.css`. */
  readonly journey: string;
  readonly selectors: readonly string[];
}

const sheets: readonly Sheet[] = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.slice(0, -'.css'.length))
  .filter((name) => !common.includes(name))
  .map((name) => ({
    ...{ name, journey: name.split('-')[0] ?? '' },
    selectors: selectorsOf(readFileSync(join(import.meta.dirname, `${name}.css`), 'utf8')),
  }));

/** Of every rule, wherever it stands; what a list of several names comes one by one. */
function selectorsOf(css: string): readonly string[] {
  return [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@'))
    .flatMap((selector) => selector.split(/,(?![^(]*\))/))
    .map((selector) => selector.trim());
}

/** `.group` of `.group` and `.group:focus`, which stands for the class wherever it is; nothing of `.tl .group`. */
const bareClass = /^\.([\w-]+)(?:::?[\w-]+(?:\([^)]*\))?)*$/;

function given({ selectors }: Sheet): ReadonlySet<string> {
  return new Set(selectors.flatMap((selector) => bareClass.exec(selector)?.[1] ?? []));
}

test('no class is given a look by the styles of two journeys', () => {
  const clashes = sheets.flatMap((sheet, at) =>
    sheets
      .slice(at + 1)
      .filter(({ journey }) => journey !== sheet.journey)
      .flatMap((other) =>
        [...given(sheet)]
          .filter((name) => given(other).has(name))
          .map((name) => `.${name}: ${sheet.name}.css and ${other.name}.css`),
      ),
  );
  expect(clashes).toEqual([]);
});
