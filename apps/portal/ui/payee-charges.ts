import type { Text } from '#basics';

export const charges: Text = { zh: '手续费由谁承担', en: 'Who bears the banks’ charges' };

/** By the words of `Charges`. */
export const bearers: readonly { readonly id: string; readonly label: Text }[] = [
  { id: 'SHAR', label: { zh: '双方各付各的（常见）', en: 'Each side its own (usual)' } },
  { id: 'DEBT', label: { zh: '由付款方承担', en: 'The payer' } },
  { id: 'CRED', label: { zh: '由我承担，从汇款里扣', en: 'I do; they are taken from the amount sent' } },
];
