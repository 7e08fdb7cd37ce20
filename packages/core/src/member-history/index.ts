export { type KeptHistory, keepMemberHistory, keptHistories } from './keep-history.ts'
export {
  MEMBER_HISTORY_BYTES_MAX,
  type MemberHistory,
  readMemberHistory,
  type SignedMemberHistory,
} from './member-history.ts'
export { memberHistory } from './write-history.ts'
