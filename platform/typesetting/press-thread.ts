import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coveredCharacters, readFonts } from './fonts.ts';
import { plainText } from './plain-text.ts';
import type { PressAnswer, PressOrder, Printed } from './press.ts';

/** The thread in which documents are set. It holds the fonts (18 MB) for as long as it lives. */
const fonts = readFonts();
const covered = coveredCharacters(fonts);

parentPort?.on('message', (order: PressOrder) => parentPort?.postMessage(answer(order)));

function answer(order: PressOrder): PressAnswer {
  try {
    return { number: order.number, ...set(order) };
  } catch (fault) {
    return { number: order.number, fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

function set({ template, data }: PressOrder): Printed {
  const { value, replaced } = plainText(data, (code) => covered.has(code));
  // The template's own folder is all that it can read.
  const compiler = NodeCompiler.create({
    workspace: dirname(template),
    fontArgs: [{ fontBlobs: [...fonts] }],
  });
  const compiled = compiler.compile({
    mainFileContent: readFileSync(template, 'utf8'),
    inputs: { data: JSON.stringify({ ...(value as object), replaced }) }, // a template's data is an object
  });
  const document = compiled.result;
  if (!document || compiled.hasError())
    throw new Error(`${template} does not compile: ${faults(compiled.takeDiagnostics())}`);
  const pdf = new Uint8Array(compiler.pdf(document));
  compiler.evictCache(0);
  return { pdf, replaced };
}

function faults(diagnostics: { readonly shortDiagnostics: readonly unknown[] } | null): string {
  return JSON.stringify(diagnostics?.shortDiagnostics ?? []);
}
