import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'

/** The bytes of a file named on the command line. @throws {Refusal} when it is not there, not readable or too large. */
export async function readUpload(path: string, bytesMax: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > bytesMax)
      throw new Refusal(`${path} is larger than ${bytesMax / 1024 ** 2} MB: cut it in two.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message
    throw new Refusal(`${path} cannot be read: ${reason}.`)
  }
}
