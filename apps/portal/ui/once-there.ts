import type { RouteObject } from 'react-router';

/**
 * Routes whose pages come by themselves: where there is no connection the page before stays as it is, with what was typed in it,
 * and the next one comes once there is one.
 */
export function onceThere(routes: readonly RouteObject[], line: Line = browserLine): RouteObject[] {
  return routes.map((route) => {
    const { lazy, children } = route;
    const below = children === undefined ? {} : { children: onceThere(children, line) };
    const comes = typeof lazy === 'function' ? { lazy: () => waited(lazy, line) } : {};
    return { ...route, ...comes, ...below } as RouteObject; // the same route, with the same kind of parts
  });
}

/** Whether there is a connection, and when there is one again. */
export interface Line {
  readonly isThere: () => boolean;
  readonly again: () => Promise<unknown>;
}

const browserLine: Line = {
  isThere: () => navigator.onLine,
  again: () => new Promise((resolve) => addEventListener('online', resolve, { once: true })),
};

async function waited<T>(load: () => Promise<T>, line: Line): Promise<T> {
  for (;;)
    try {
      return await load();
    } catch (error) {
      if (line.isThere()) throw error;
      await line.again();
    }
}
