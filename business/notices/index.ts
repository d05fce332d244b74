export { byChannel, logCarrier } from './choose-carrier.ts';
export { type Delivery, deliverNotices, type NoticesContext, readLatestNotices } from './deliver-notices.ts';
export { folderCarrier } from './folder-carrier.ts';
export { listNotices, type NoticePage, retryNotice } from './list-notices.ts';
export { mailCarrier } from './mail-carrier.ts';
export type { Carrier, Notice } from './notice.ts';
export {
  chooseNoticeLanguage,
  forgetNotices,
  type NoticeSettings,
  type OwnNotice,
  readNoticeSettings,
  readNotices,
  readOwnNotices,
} from './own-notices.ts';
export { languageFor, queueNotice } from './queue-notice.ts';
export { noticesRefusals } from './refusals.ts';
export { noticesOperations } from './routes.ts';
