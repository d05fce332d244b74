import { z } from 'zod';
import type { RefusalList, Text } from '#basics';
import type { Declared, Operation } from './operation.ts';
import { inputSchemas } from './parse-input.ts';
import { statusOfKind } from './problems.ts';

export interface ApiAbout {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** What each tag is about. */
  readonly tags: Readonly<Record<string, Text>>;
  readonly catalogue: RefusalList;
}

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of a table of operations, made of the very schemas that check the requests. */
export function openApiDocument<Context, Who>(
  operations: readonly Operation<Context, Who>[],
  { title, version, description, tags, catalogue }: ApiAbout,
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = `/api/v1${operation.path}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation, catalogue) };
  }
  const used = [...new Set(operations.map(({ tag }) => tag))];
  return {
    openapi: '3.1.0',
    info: { title, version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: used.map((name) => ({ name, description: both(tagText(tags, name)) })),
    paths,
    components: { schemas: { Problem: problemSchema }, securitySchemes },
  };
}

function tagText(tags: ApiAbout['tags'], name: string): Text {
  const text = tags[name];
  if (!text) throw new Error(`nobody has said what the tag ${name} is about`);
  return text;
}

function describe<Context, Who>(operation: Operation<Context, Who>, catalogue: RefusalList): Json {
  const body = bodyOf(operation);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: both(operation.summary),
    description: whoMay(operation),
    ...(operation.roles === 'anyone' ? { security: [] } : { security: [{ session: [] }, { bearer: [] }] }),
    parameters: parametersOf(operation),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { ...success(operation), ...refusalsOf(operation, catalogue) },
  };
}

function whoMay({ roles }: Declared): string {
  if (roles === 'anyone') return '无需登录。\n\nNo login needed.';
  return `可用角色：${roles.join('、')}。\n\nFor the roles ${roles.join(', ')}.`;
}

function bodyOf<Context, Who>(operation: Operation<Context, Who>): Json | null {
  if (operation.kind === 'upload')
    return Object.fromEntries(operation.consumes.map((type) => [type, { schema: file }]));
  if (operation.kind !== 'text') {
    const { body } = inputSchemas(operation);
    return body ? { 'application/json': { schema: jsonSchema(body, 'input') } } : null;
  }
  const schema = operation.body ? jsonSchema(operation.body, 'input') : { type: 'string' };
  return Object.fromEntries(
    operation.consumes.map((type) => [type, { schema: type.endsWith('ndjson') ? lines : schema }]),
  );
}

const file = { type: 'string', format: 'binary' };

const lines = { type: 'string', description: 'One JSON object a line' };

function parametersOf<Context, Who>(operation: Operation<Context, Who>): readonly Json[] {
  const { params, query } = inputSchemas({ params: operation.params, query: operation.query });
  const found = [
    ...parametersIn('path', jsonSchema(params, 'input')),
    ...parametersIn('query', jsonSchema(query, 'input')),
  ];
  if (operation.kind === 'write') return [...found, idempotencyKey];
  if (operation.kind === 'upload' && operation.secretIn)
    return [...found, { ...secretHeader, name: operation.secretIn }];
  const reads = operation.kind === 'read' || operation.kind === 'download';
  const noted = reads && operation.roles !== 'anyone' && operation.shows !== 'nobody';
  return noted ? [...found, purpose] : found;
}

const secretHeader = {
  in: 'header',
  required: true,
  description: '证明是谁寄来的口令 / the secret that shows who sends it',
  schema: { type: 'string', maxLength: 100 },
};

function parametersIn(place: 'path' | 'query', schema: Json): readonly Json[] {
  const properties = (schema.properties ?? {}) as Record<string, Json>; // params and query are objects
  const required = (schema.required ?? []) as readonly string[]; // as JSON Schema has it
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '同一操作重试时用同一个值。 / The same value when the same operation is tried again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const purpose = {
  name: 'Purpose',
  in: 'header',
  required: false,
  description:
    '查阅目的，记入查阅记录：业务办理编号或固定用语。 / Why somebody looks, for the access log: a case number or a word of the list.',
  schema: { type: 'string', maxLength: 40 },
};

function success<Context, Who>(operation: Operation<Context, Who>): Json {
  const status = String(operation.status ?? 200);
  if (status === '204') return { 204: { description: '已完成 / Done' } };
  const schema = operation.kind === 'download' ? file : jsonSchema(operation.answer, 'output');
  const types = 'produces' in operation ? operation.produces : ['application/json'];
  const content = types.map((type) => [type, { schema: type.endsWith('ndjson') ? lines : schema }]);
  return { [status]: { description: '成功 / Success', content: Object.fromEntries(content) } };
}

/** Refusals by status, each with its codes and what they mean. */
function refusalsOf(operation: Declared & { readonly kind: string }, catalogue: RefusalList): Json {
  const codes = [...new Set([...doorCodes(operation), ...operation.refusals])];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const wording = catalogue[code];
    if (!wording) continue;
    const status = statusOfKind[wording.kind];
    byStatus.set(status, [
      ...(byStatus.get(status) ?? []),
      `- \`${code}\` ${wording.text.zh} ${wording.text.en}`,
    ]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const entries = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    entries.map(([status, told]) => [status, { description: told.join('\n'), content }]),
  );
}

function doorCodes({ roles, kind }: Declared & { readonly kind: string }): readonly string[] {
  return [
    'http.bad-input',
    ...(kind === 'write' ? ['http.idempotency-key-missing', 'http.idempotency-key-reused'] : []),
    ...(roles === 'anyone' ? ['http.too-many'] : ['http.not-signed-in', 'http.not-allowed']),
  ];
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json; // a plain object
  return rest;
}

function both({ zh, en }: Text): string {
  return `${zh} / ${en}`;
}

const textSchema = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; texts may be reworded.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string' },
    code: { type: 'string' },
    detail: textSchema,
    next: textSchema,
    figures: { type: 'object' },
    problems: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, detail: textSchema } },
    },
  },
  required: ['type', 'title', 'status'],
};

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'suixing',
    description:
      'Set by login; with it, writes need the header `X-Suixing: 1`. In production its name is `__Host-suixing`.',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'A session token, or the key of an integrator (`sxk_…`).',
  },
};
