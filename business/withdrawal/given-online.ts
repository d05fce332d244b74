/** What an application online gives by itself, so that nobody hands it in beside it. */
const givenInIt: ReadonlySet<string> = new Set(['application-form', 'payee-bank-account']);

/**
 * Whether somebody who applies online can be told beforehand that a paper need not be handed in. The insured were identified when
 * their login was activated; of a successor that holds only where officers have compared the paper, so that nobody is promised it.
 */
export function givenOnline(material: string, ground: string): boolean {
  return givenInIt.has(material) || (material === 'identity-document' && ground !== 'death');
}
