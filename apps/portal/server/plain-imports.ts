import type { Plugin } from 'vite';

/**
 * What is loaded later is loaded by `import()` alone. The build would put a program of its own around it, which fetches styles first;
 * our styles come with the page, and that program with every page.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => ({ code: 'export const __vitePreload = (load) => load();', moduleSideEffects: false }),
    },
  };
}
