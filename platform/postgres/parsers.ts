import pg from 'pg';

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;
const asBigint: Parse = (text) => BigInt(text);
const textArray = 1009;

/**
 * How values that come from PostgreSQL are read where the library's own way would lose something: int8 and numeric do not
 * fit a `number`, and a date is a calendar day, not an instant of the machine's time zone. By the type's fixed oid.
 */
const ownParsers: ReadonlyMap<number, Parse> = new Map([
  [20, asBigint], // int8
  [1016, eachOf(asBigint)], // int8[]
  [1082, asText], // date
  [1182, eachOf(asText)], // date[]
  [1700, asText], // numeric
  [1231, eachOf(asText)], // numeric[]
  [1114, asText], // timestamp without a zone: not used, and not to be guessed at
]);

/** The `types` setting of a connection. */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parse {
    return ownParsers.get(oid) ?? parserOf(oid, format);
  },
};

function eachOf(parse: Parse): Parse {
  return (text) => {
    const parts = parserOf(textArray)(text) as readonly (string | null)[]; // a text[] is read so
    return parts.map((part) => (part === null ? null : parse(part)));
  };
}

/** The library's own parser; its type for oids lists only the well-known ones. */
function parserOf(oid: number, format: 'text' | 'binary' = 'text'): Parse {
  return (pg.types.getTypeParser as (oid: number, format: string) => Parse)(oid, format); // takes any oid
}
