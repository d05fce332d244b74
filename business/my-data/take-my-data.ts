import { ok, type Refusal, type Result, refuse } from '#basics';
import { proveAgain } from '#business/access';
import type { Caller } from '#business/access/public';
import { refused } from '#platform/http';
import { inSnapshot } from '#platform/postgres';
import { fewAtOnce } from '#platform/turns';
import type { MyDataContext } from './context.ts';
import { gather } from './gather.ts';
import { type MyData, signMyData } from './my-data.ts';

/**
 * Everything on record of a person as one signed file, for that person alone and after a second look at who they are. It is one
 * picture: all of it as it stood at one instant. Refuses `my-data.not-yours`, and what proving oneself is refused for.
 */
export async function takeMyData(asked: {
  readonly context: MyDataContext;
  readonly caller: Caller;
  readonly owner: string;
  readonly proof: { readonly password: string; readonly totp?: string | undefined };
}): Promise<Result<MyData, Refusal>> {
  const { context, caller, owner, proof } = asked;
  if (caller.kind !== 'insured' || !caller.personIds.includes(owner))
    return refuse({ code: 'my-data.not-yours' });
  const proven = await proveAgain(context, caller, proof);
  if (!proven.ok) return proven;
  return putTogether(asked);
}

/** The signed file, of whoever has shown who they are. */
export function putTogether({
  context,
  caller,
  owner,
}: {
  readonly context: MyDataContext;
  readonly caller: Caller;
  readonly owner: string;
}): Promise<Result<MyData, Refusal>> {
  return gathering(async () => {
    await context.writeViewings?.();
    const at = context.clock.now();
    const parts = await inSnapshot(context.database, (reader) =>
      gather(reader, { context, caller, owner, at }),
    );
    if (!parts.ok) return parts;
    const signer = context.signingKeys.signer();
    const data = { region: context.region, madeAt: at.toISOString(), personId: owner, parts: parts.value };
    return ok(signMyData(data, { signer: signer.ok ? signer.value : null, at }));
  });
}

/**
 * Forty years of a person are some hundred kilobytes of text, and several times that while they are put together. However many take
 * theirs at once, two are at work; and nobody waits behind more than can be served before they give up.
 */
const gathering = fewAtOnce(2, { mostWaiting: 50, full: () => refused({ code: 'http.unavailable' }) });
