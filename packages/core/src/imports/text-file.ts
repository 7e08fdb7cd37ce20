import { invalid, type Problem } from '../problem/index.ts'

export const unreadable = (detail: string): Problem => invalid('file', `This file cannot be read: ${detail}`)

/**
 * The text of an uploaded file: UTF-8, with or without byte order mark.
 *
 * @throws Problem `invalid-field` that says in one sentence what the file is instead.
 */
export function textOf(bytes: Uint8Array, bytesMax: number): string {
  if (bytes.length === 0) throw unreadable('it is empty.')
  if (bytes.length > bytesMax)
    throw unreadable(`it is larger than ${bytesMax / (1024 * 1024)} MB; cut it into several files.`)
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16) throw unreadable('it is written in UTF-16; save it as "CSV UTF-8".')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03)
    throw unreadable('it is a spreadsheet or ZIP file; save the sheet as "CSV UTF-8".')
  if (bytes.includes(0)) throw unreadable('it holds binary data, not text.')
  const text = decoded(bytes)
  if (text.trim() === '') throw unreadable('it is empty.')
  return text
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const line = firstWrongLine(bytes)
    throw unreadable(`line ${line} is not written in UTF-8; save it as "CSV UTF-8".`)
  }
}

function firstWrongLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; ; line++) {
    const next = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, next === -1 ? undefined : next))
    } catch {
      return line
    }
    if (next === -1) return line
    start = next + 1
  }
}
