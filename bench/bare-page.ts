import fastify from 'fastify';

/** A page that only does what cannot be left out: it shows a question, and where its button is pressed, the next. */
export interface BarePage {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the browser, the phone and the line take for themselves; the portal's own pages are measured beside it. */
export async function serveBarePage(): Promise<BarePage> {
  const server = fastify();
  server.get('/', (_, reply) => reply.type('text/html').send(page));
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${address}/`, stop: () => server.close() };
}

const page = `<!doctype html>
<html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bare</title>
<main><form><h1>First question, in one line or two</h1><button class="btn primary">Continue</button></form></main>
<script>
document.querySelector('main').addEventListener('submit', (event) => {
  event.preventDefault();
  const next = document.createElement('form');
  next.innerHTML = '<h1>Next question, in one line or two</h1><button class="btn primary">Continue</button>';
  event.target.replaceWith(next);
});
</script></html>
`;
