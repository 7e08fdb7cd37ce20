export {
  checkMember,
  type Member,
  type MemberDraft,
  type Sex,
  SHARES_MAX,
  type Share,
  type WorkerFacts,
  workerFaults,
} from './member.ts'
export {
  addMember,
  addMembers,
  buyShares,
  listMembers,
  type MemberTables,
  memberById,
  membersById,
  membersByNumberOrEmail,
  setMemberIban,
  setWorkerFacts,
  shareRegister,
  takenFaults,
} from './member-store.ts'
