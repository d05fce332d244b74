import { Worker } from 'node:worker_threads';

/** One document to be set: a template in Typst's language, and its data. */
export interface Sheet {
  /** Absolute path of the template. Data is never pasted into it: it reads `sys.inputs`. */
  readonly template: string;
  /** Becomes `sys.inputs.data`, as JSON. */
  readonly data: unknown;
}

export interface Printed {
  readonly pdf: Uint8Array;
  /** Characters that no font has (`U+20BB7`): they stand in the document by their code. */
  readonly replaced: readonly string[];
}

/** Sets documents as PDF in a thread of its own, so that nobody who asks something else waits for it. */
export interface Press {
  /** Rejects where the template does not compile: a fault of ours. */
  print(sheet: Sheet): Promise<Printed>;
  stop(): Promise<void>;
}

/** What goes to the thread and comes back. */
export interface PressOrder extends Sheet {
  readonly number: number;
}
export type PressAnswer = { readonly number: number } & (
  | (Printed & { readonly fault?: never })
  | { readonly fault: string }
);

/** The thread is started with the first document, and does not keep the process alive. */
export function typstPress(): Press {
  const waiting = new Map<number, { done(printed: Printed): void; failed(fault: Error): void }>();
  let number = 0;
  let thread: Worker | null = null;
  function failAll(fault: Error): void {
    thread = null;
    for (const { failed } of waiting.values()) failed(fault);
    waiting.clear();
  }
  function start(): Worker {
    const worker = new Worker(new URL('./press-thread.ts', import.meta.url));
    worker.on('message', (answer: PressAnswer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) worker.unref();
      if (answer.fault === undefined) asked?.done(answer);
      else asked?.failed(new Error(answer.fault));
    });
    worker.on('error', (fault) => failAll(fault instanceof Error ? fault : new Error(String(fault))));
    worker.on('exit', () => failAll(new Error('the press stopped before the document was set')));
    return worker;
  }
  return {
    print(sheet) {
      const worker = thread ?? start();
      thread = worker;
      number += 1;
      const order: PressOrder = { ...sheet, number };
      return new Promise((done, failed) => {
        waiting.set(order.number, { done, failed });
        worker.ref();
        worker.postMessage(order);
      });
    },
    async stop() {
      await thread?.terminate();
    },
  };
}
