export {
  type Attempt,
  afterAttempt,
  isReserved,
  MAIL_KINDS,
  MAIL_STATES,
  type Mail,
  type MailDraft,
  type MailKind,
  type MailSetting,
  type MailState,
  oneLine,
  PERSONAL_KINDS,
} from './mail.ts'
export { mailSetting, setMailSetting } from './mail-settings.ts'
export {
  claimMail,
  isMailAddress,
  mailById,
  mails,
  queueMail,
  recordAttempt,
  sendAgain,
  settleMail,
  settleStale,
} from './mail-store.ts'
export { chooseWageNews, queueWageNews, wantsWageNews } from './wage-news.ts'
