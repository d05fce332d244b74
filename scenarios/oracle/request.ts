/**
 * The request of the assessment contract as the contract writes it: every key, in its order, what may stand there, which
 * keys are required and where null is allowed. Second reading: shares nothing with the product's own schema.
 */
export type Kind =
  | 'date'
  | 'region'
  | 'other-region'
  | 'country'
  | 'purpose'
  | 'status'
  | 'balance'
  | 'fen'
  | 'months'
  | 'boolean'
  | 'object';

export interface Key {
  readonly name: string;
  readonly kind: Kind;
  /** Required wherever the object that holds it is there. */
  readonly required?: true;
  /** Null is allowed: has not happened, or does not exist. */
  readonly nullable?: true;
  readonly keys?: readonly Key[];
}

export const purposes = ['settle', 'return-home'] as const;
export const statuses = ['active', 'suspended', 'transferred', 'terminated'] as const;
export const balances = ['pending', 'accepted', 'refused', 'no-account-information'] as const;

export const requestKeys: readonly Key[] = [
  { name: 'onDate', kind: 'date', required: true },
  { name: 'region', kind: 'region', required: true },
  {
    name: 'person',
    kind: 'object',
    keys: [
      { name: 'nationality', kind: 'country' },
      { name: 'retiredOn', kind: 'date', nullable: true },
      { name: 'diedOn', kind: 'date', nullable: true },
      { name: 'nationalityLostOn', kind: 'date', nullable: true },
      {
        name: 'leftCountry',
        kind: 'object',
        nullable: true,
        keys: [
          { name: 'on', kind: 'date', required: true },
          { name: 'to', kind: 'country', required: true },
          { name: 'purpose', kind: 'purpose', required: true },
        ],
      },
      {
        name: 'treatmentElsewhere',
        kind: 'object',
        nullable: true,
        keys: [
          { name: 'region', kind: 'other-region', required: true },
          { name: 'confirmedOn', kind: 'date', nullable: true },
        ],
      },
    ],
  },
  {
    name: 'relationship',
    kind: 'object',
    nullable: true,
    keys: [
      { name: 'status', kind: 'status' },
      { name: 'onEmployerRoster', kind: 'boolean' },
      { name: 'stoppedOn', kind: 'date', nullable: true },
      { name: 'paidMonths', kind: 'months' },
    ],
  },
  {
    name: 'account',
    kind: 'object',
    nullable: true,
    keys: [
      { name: 'exists', kind: 'boolean' },
      { name: 'balanceFen', kind: 'fen' },
    ],
  },
  {
    name: 'transfer',
    kind: 'object',
    nullable: true,
    keys: [
      { name: 'to', kind: 'other-region', required: true },
      { name: 'appliedOn', kind: 'date', nullable: true },
      { name: 'balance', kind: 'balance', nullable: true },
      { name: 'evidenceOn', kind: 'date', nullable: true },
    ],
  },
  { name: 'succession', kind: 'object', nullable: true, keys: [{ name: 'established', kind: 'boolean' }] },
  {
    name: 'open',
    kind: 'object',
    keys: [
      { name: 'claims', kind: 'boolean' },
      { name: 'recoveries', kind: 'boolean' },
      { name: 'investigation', kind: 'boolean' },
      { name: 'competingCase', kind: 'boolean' },
    ],
  },
];

/** Every path of the request, objects before their keys: the request's key order. */
export const pathsInOrder: readonly string[] = pathsOf(requestKeys, '');

function pathsOf(keys: readonly Key[], parent: string): readonly string[] {
  return keys.flatMap((key) => {
    const path = joinPath(parent, key.name);
    return [path, ...pathsOf(key.keys ?? [], path)];
  });
}

export function joinPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

export type Held = Readonly<Record<string, unknown>>;

export function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a dotted path; `undefined` where the key, or an object on the way, is absent or null. */
export function valueAt(request: unknown, path: string): unknown {
  let value = request;
  for (const name of path.split('.')) {
    value = isHeld(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** A copy of the request with a value at a dotted path; missing objects on the way are made. */
export function withValueAt(request: Held, path: string, value: unknown): Held {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...request, [name]: value };
  const inner = request[name];
  return { ...request, [name]: withValueAt(isHeld(inner) ? inner : {}, rest.join('.'), value) };
}

/** A copy of the request without the key at a dotted path. */
export function withoutKeyAt(request: Held, path: string): Held {
  const [name = '', ...rest] = path.split('.');
  const inner = request[name];
  if (rest.length === 0) return Object.fromEntries(Object.entries(request).filter(([key]) => key !== name));
  return isHeld(inner) ? { ...request, [name]: withoutKeyAt(inner, rest.join('.')) } : request;
}
