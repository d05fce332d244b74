import { showYuan, type Text } from '#basics';
import type { Json, JsonObject } from '#engines/casework';
import { type TransferMessageType, transferMessages } from '../messages/catalogue.ts';
import { jsonSchemaOf } from '../messages/json-schema.ts';

/** One field of a letter in words, to be compared with the scan line by line. */
export interface ToldField {
  readonly path: string;
  readonly name: Text;
  readonly value: string;
}

/** What was keyed in, field by field as the message has them; whatever was typed beside them too. */
export function toldFields(type: TransferMessageType, body: Json): readonly ToldField[] {
  return fieldsIn(body, { schema: jsonSchemaOf(transferMessages[type]) as JsonObject, path: '', name: null });
}

/** What a field is called to people, by its path in the message (`receivingAccount.bankCode`); null for what no message has. */
export function fieldName(type: TransferMessageType, path: string): Text | null {
  let schema = jsonSchemaOf(transferMessages[type]) as JsonObject;
  for (const key of path.split('.'))
    schema = /^\d+$/.test(key)
      ? objectIn(shapeOf(schema, 'array').items)
      : objectIn(objectIn(shapeOf(schema, 'object').properties)[key]);
  return nameOf(schema);
}

/** The fields of a kind of letter, all of them empty, to be filled in. */
export function blankOf(type: TransferMessageType): Json {
  return emptied(JSON.parse(JSON.stringify(transferMessages[type].example)));
}

interface Place {
  readonly schema: JsonObject;
  readonly path: string;
  readonly name: Text | null;
}

function fieldsIn(value: Json, place: Place): readonly ToldField[] {
  const { schema, path, name } = place;
  if (isList(value))
    return value.flatMap((held, at) =>
      fieldsIn(held, {
        ...{ schema: objectIn(shapeOf(schema, 'array').items), path: `${path}.${at + 1}` },
        name: name && { zh: `${name.zh} ${at + 1}`, en: `${name.en} ${at + 1}` },
      }),
    );
  if (typeof value !== 'object' || value === null)
    return [{ path, name: name ?? { zh: path, en: path }, value: wordsOf(path, value) }];
  const properties = objectIn(shapeOf(schema, 'object').properties);
  // As the form has them, whatever order they were kept in; what no form has comes last.
  const keys = [...new Set([...Object.keys(properties), ...Object.keys(value)])].filter(
    (key) => key in value,
  );
  return keys.flatMap((key) => {
    const held = (value as JsonObject)[key] ?? null; // no list: told apart above
    const of = objectIn(properties[key]);
    return fieldsIn(held, {
      ...{ schema: of, path: path === '' ? key : `${path}.${key}`, name: nameOf(of) ?? { zh: key, en: key } },
    });
  });
}

/** A field that may be null has its form among others. */
function shapeOf(schema: JsonObject, type: string): JsonObject {
  const forms = isList(schema.anyOf) ? schema.anyOf : [];
  return [schema, ...forms.map(objectIn)].find((form) => form.type === type) ?? schema;
}

function nameOf({ description }: JsonObject): Text | null {
  if (typeof description !== 'string') return null;
  // What follows the first sentence explains it to implementers.
  const [zh = '', ...en] = description.split(' / ');
  return { zh, en: en.join(' / ').split(/[.;:] /)[0] ?? '' };
}

function wordsOf(path: string, value: string | number | boolean | null): string {
  if (value === null) return '—';
  if (path.endsWith('Fen') && typeof value === 'string' && /^\d+$/.test(value))
    return `${showYuan(BigInt(value))} 元`;
  return String(value);
}

function objectIn(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function emptied(value: Json): Json {
  if (isList(value)) return value.slice(0, 1).map(emptied);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, emptied(held)]));
  return typeof value === 'string' ? '' : null;
}
