export { checkJoin, type GroupLink, groupLink, hasGroup, recordJoin, recordLeave } from './group-link.ts'
export {
  acceptJoin,
  acceptLeave,
  type Invitation,
  invite,
  isSignedByChain,
  joinDocument,
  leaveDocument,
  readInvitation,
} from './invitation.ts'
export {
  type FederationOffice,
  federationOffices,
  learnKeys,
  memberOffice,
  pairOffice,
  partWith,
} from './members.ts'
export { ownKeyChain, rotateKey, type Signed, signAs } from './own-keys.ts'
export {
  fingerprint,
  followKeys,
  isSignedBy,
  type KeyAnnouncement,
  keyForPack,
  keyStatement,
  makeKeyPair,
  signDocument,
} from './signature.ts'
export { signedBy } from './signed-document.ts'
