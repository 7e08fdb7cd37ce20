export { type ArchiveSource, checkOfficeArchive } from './check-archive.ts'
export type { ArchiveManifest, SignedManifest } from './manifest.ts'
export { restoreOffice } from './restore-office.ts'
export { type Sink, writeOfficeArchive } from './write-archive.ts'
