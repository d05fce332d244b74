import type { RefusalList } from '#basics';
import type { Declared } from './operation.ts';

export interface OperationRules {
  /** The roles that exist. */
  readonly roles: readonly string[];
  /** Every refusal that is worded. */
  readonly catalogue: RefusalList;
}

/**
 * What is wrong with a table of operations, in sentences; none is registered unless this is empty. Deny by default: an
 * operation that does not say who may use it is wrong, whatever else it says.
 */
export function operationFaults(operations: readonly Declared[], rules: OperationRules): readonly string[] {
  return [
    ...operations.flatMap((operation) =>
      faultsOf(operation, rules).map((fault) => `${operation.id}: ${fault}`),
    ),
    ...doubled(operations.map(({ id }) => id)).map((id) => `${id}: two operations have this id`),
    ...doubled(operations.map(shapeOf)).map((shape) => `${shape}: two operations have this method and path`),
  ];
}

function faultsOf(operation: Declared, { roles, catalogue }: OperationRules): readonly string[] {
  const faults: string[] = [];
  const declared: unknown = operation.roles; // what the type promises, a cast or plain JavaScript may have broken
  if (declared !== 'anyone' && !(Array.isArray(declared) && declared.length > 0))
    faults.push('declares no role, so nobody may use it');
  if (Array.isArray(declared))
    faults.push(
      ...declared.filter((role) => !roles.includes(role)).map((role) => `no role is called ${role}`),
    );
  if (!/^[a-z][A-Za-z0-9]+$/.test(operation.id)) faults.push('the id is not lower camel case');
  if (!/^[a-z][a-z-]*$/.test(operation.tag)) faults.push('the tag is not small letters and hyphens');
  if (!/^(\/(?:[a-z0-9-]+|\{[a-zA-Z]+\}))+$/.test(operation.path)) faults.push('the path is not well formed');
  if (/\{/.test(operation.path) !== (operation.params !== undefined))
    faults.push('path and params do not fit');
  if (operation.method === 'GET' && operation.body) faults.push('a GET has no body');
  const unknown = operation.refusals.filter((code) => !Object.hasOwn(catalogue, code));
  faults.push(...unknown.map((code) => `the refusal ${code} is not worded anywhere`));
  return faults;
}

function shapeOf({ method, path }: Declared): string {
  return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

function doubled(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, at) => texts.indexOf(text) < at))];
}
