import { kitRegions } from '../kit-keys.ts';
import { type Check, first, type Kit, receipted, say, turnedAway } from './check.ts';

const section = 'README.md#signing';
const [minute, day] = [60_000, 86_400_000];
const sentAfter = (milliseconds: number) => ({ sentAt: new Date(Date.now() + milliseconds).toISOString() });

/** Keys and their validity, partners and their standing, clocks. */
export const keyChecks: readonly Check[] = [
  {
    ...{ id: 'key-rotated', section },
    says: {
      zh: '换钥期间新旧两把有效的公钥都认',
      en: 'While a key is being replaced, the old one and the new one both hold',
    },
    run: async (kit) =>
      first(
        receipted(await say(kit), 'taken'),
        receipted(await say(kit, {}, kit.signers.partnerNext), 'taken'),
      ),
  },
  {
    ...{ id: 'key-expired', section },
    says: { zh: '有效期已过的公钥签的报文被拒绝', en: 'A key whose validity is over at `sentAt` is refused' },
    run: async (kit) => turnedAway((await say(kit, {}, kit.signers.partnerExpired)).answer, 401, 403),
  },
  {
    ...{ id: 'key-of-then', section },
    says: {
      zh: '发出时公钥还有效的迟到报文照收',
      en: 'A message that comes late is taken if its key was valid at `sentAt`',
    },
    run: async (kit) => receipted(await say(kit, sentAfter(-3 * day), kit.signers.partnerExpired), 'taken'),
  },
  {
    ...{ id: 'key-of-another', section },
    says: { zh: '一家机构不能用另一家的公钥', en: 'An agency does not speak with another one’s key' },
    run: async (kit) => turnedAway((await say(kit, {}, kit.signers.other)).answer, 401, 403),
  },
  {
    ...{ id: 'unknown-agency', section: 'README.md#receipts' },
    says: { zh: '未登记的机构被拒绝', en: 'An agency that is not in the directory is refused' },
    run: async (kit) =>
      turnedAway((await say(kit, { from: '899009', transferId: '899009-nobodyknows' })).answer, 401, 403),
  },
  {
    ...{ id: 'suspended', section: 'README.md#receipts' },
    says: { zh: '已暂停往来的机构被拒绝', en: 'An agency with which exchange is suspended is refused' },
    async run(kit: Kit) {
      const { suspended: from } = kitRegions;
      const said = { from, transferId: `${from}-suspended0001` };
      return turnedAway((await say(kit, said, kit.signers.suspended)).answer, 401, 403);
    },
  },
  {
    ...{ id: 'clock-ahead', section: 'README.md#receipts' },
    says: { zh: '时间超前五分钟以上的报文被拒绝', en: 'More than five minutes ahead is refused' },
    run: async (kit) => turnedAway((await say(kit, sentAfter(8 * minute))).answer, 401, 403),
  },
  {
    ...{ id: 'clock-tolerance', section: 'README.md#receipts' },
    says: { zh: '时间超前五分钟以内的报文照收', en: 'Less than five minutes ahead is taken' },
    run: async (kit) => receipted(await say(kit, sentAfter(3 * minute)), 'taken'),
  },
  {
    ...{ id: 'clock-late', section: 'README.md#receipts' },
    says: { zh: '九十天以内的迟到报文照收', en: 'Late by less than ninety days is taken' },
    run: async (kit) => receipted(await say(kit, sentAfter(-80 * day)), 'taken'),
  },
  {
    ...{ id: 'clock-too-late', section: 'README.md#receipts' },
    says: { zh: '超过九十天的报文被拒绝', en: 'More than ninety days back is refused' },
    run: async (kit) => turnedAway((await say(kit, sentAfter(-91 * day))).answer, 401, 403),
  },
];
