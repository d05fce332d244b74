import type { AssessmentRequest } from '#business/registry/public';
import type { Channel } from '#engines/casework';

/**
 * Materials that are not asked for because what they would prove is on record already, confirmed by two officers, or was
 * given in the application itself.
 */
export function onRecord(
  situation: AssessmentRequest,
  applied: {
    readonly channel: Channel;
    readonly payeeNamed: boolean;
    /** By whom the agency knows: the insured, or a successor whose paper officers have seen. */
    readonly identified: boolean;
    readonly followsUp: boolean;
  },
): readonly string[] {
  const { person, transfer, succession } = situation;
  const evidence = transfer?.evidenceOn ?? null;
  // A case that follows another was applied for there, by somebody who was identified there.
  const online = applied.followsUp || applied.channel === 'online' || applied.channel === 'integrator';
  const held: readonly (readonly [string, boolean])[] = [
    ['treatment-elsewhere-filing', (person?.treatmentElsewhere ?? null) !== null],
    ['death-proof', (person?.diedOn ?? null) !== null],
    ['succession-proof', succession?.established === true],
    ['refusal-statement', evidence !== null && transfer?.balance === 'refused'],
    ['receiving-account-request', evidence !== null && transfer?.balance === 'no-account-information'],
    ['application-form', online],
    // The insured were identified when their login was activated, successors where officers compared their paper with a code or a question.
    ['identity-document', online && (applied.identified || applied.followsUp)],
    ['payee-bank-account', applied.payeeNamed && online],
  ];
  return held.filter(([, holds]) => holds).map(([id]) => id);
}
