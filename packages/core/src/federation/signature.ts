import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { canonicalJson, type Json } from '../canonical/index.ts'

/** Ed25519 (RFC 8032). Public keys are 32 bytes, signatures 64; both travel in base64. */
export interface KeyPair {
  readonly publicKey: Buffer
  /** PKCS #8, DER. */
  readonly privateKey: Buffer
}

/** What stands before the 32 bytes of a public key in its DER form (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(SPKI_HEAD.length),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

/** Signs the canonical text (RFC 8785) of a document. The same document and key give the same signature. */
export function signDocument(document: Json, privateKey: Buffer): string {
  const key = createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' })
  return sign(null, Buffer.from(canonicalJson(document)), key).toString('base64')
}

/** Whether a signature, in the one base64 form it has, is of this document by this key. */
export function isSignedBy(document: Json, signature: string, publicKey: Buffer): boolean {
  const bytes = Buffer.from(signature, 'base64')
  if (bytes.length !== 64 || bytes.toString('base64') !== signature) return false
  return verify(null, Buffer.from(canonicalJson(document)), keyOf(publicKey), bytes)
}

const keyOf = (publicKey: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), type: 'spki', format: 'der' })

/** One key in an office's chain: each is announced by a signature of the one before. */
export interface KeyAnnouncement {
  readonly keyNo: number
  /** Base64. */
  readonly publicKey: string
  /** The first pack it signs; which key a pack needs follows from its number, not from a clock. */
  readonly fromPack: number
  /** By the key before, in base64; null for the first. */
  readonly signature: string | null
}

/** What the key before signs when a new one takes its place. */
export const keyStatement = (
  office: string,
  { keyNo, publicKey, fromPack }: Omit<KeyAnnouncement, 'signature'>,
): Json => ({
  format: 'samen-key-1',
  office,
  keyNo,
  publicKey,
  fromPack,
})

/**
 * Follows announcements on from keys that are known: the keys that are new, in order; undefined when one is not signed by
 * the one before, is out of order, or is not the key known under its number.
 */
export function followKeys(
  office: string,
  known: readonly KeyAnnouncement[],
  offered: readonly KeyAnnouncement[],
): KeyAnnouncement[] | undefined {
  const chain = [...known]
  for (const key of [...offered].sort((a, b) => a.keyNo - b.keyNo)) {
    const standing = chain.find(({ keyNo }) => keyNo === key.keyNo)
    if (standing) {
      if (standing.publicKey !== key.publicKey || standing.fromPack !== key.fromPack) return undefined
      continue
    }
    const before = chain.at(-1)
    if (
      !before ||
      key.keyNo !== before.keyNo + 1 ||
      key.fromPack <= before.fromPack ||
      key.signature === null
    )
      return undefined
    if (!isSignedBy(keyStatement(office, key), key.signature, Buffer.from(before.publicKey, 'base64')))
      return undefined
    chain.push(key)
  }
  return chain.slice(known.length)
}

/** The key that signs a pack: the last one whose first pack is not after it. */
export const keyForPack = (keys: readonly KeyAnnouncement[], packNo: number): KeyAnnouncement | undefined =>
  keys.findLast(({ fromPack }) => fromPack <= packNo)

/** A public key as two people read it to each other: hexadecimal in groups of four. */
export const fingerprint = (publicKey: string): string =>
  (Buffer.from(publicKey, 'base64').toString('hex').match(/.{4}/g) ?? []).join(' ')
