import { z } from 'zod';
import type { MessageKind } from './message-kind.ts';

/** The form of a message’s body for implementers in other languages (JSON Schema, draft 2020-12). */
export function jsonSchemaOf({ type, name, says, body }: MessageKind): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(body, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: `urn:suixing:exchange:1:${type}`,
    title: `${name.zh} / ${name.en}`,
    ...schema,
    description: `${says.zh} / ${says.en}`,
  };
}
