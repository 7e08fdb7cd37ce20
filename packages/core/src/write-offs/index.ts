export {
  type ClientWrittenOff,
  type WriteOffTables,
  type WrittenOff,
  writeOffClient,
} from './write-off-client.ts'
