export interface Load {
  painted: number;
  answerable: number;
}

/** Runs in the page before its own program: when most of it is seen, and when its form does what it is for. */
export function watchLoad(): void {
  const load: Load = { painted: 0, answerable: 0 };
  Object.assign(globalThis, { load });
  new PerformanceObserver((seen) => {
    for (const { startTime } of seen.getEntries()) load.painted = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    const form = document.querySelector('form');
    // React keeps what it knows of an element under such a key, from when it has taken it over.
    if (form && Object.keys(form).some((key) => key.startsWith('__reactProps')))
      load.answerable = performance.now();
    else setTimeout(look, 4);
  };
  look();
}
