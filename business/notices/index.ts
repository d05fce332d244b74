export { type Delivery, deliverNotices, type NoticesContext, readLatestNotices } from './deliver-notices.ts';
export { folderCarrier } from './folder-carrier.ts';
export type { Carrier, Notice } from './notice.ts';
export { queueNotice } from './queue-notice.ts';
