/** A file that can be read more than once, from its beginning each time, without lying in memory whole. */
export interface FileSource {
  /** As people call it; shown in reports and kept with an import. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Bytes that are in memory already: what came over HTTP. */
export function bytesSource(name: string, bytes: Uint8Array): FileSource {
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}
