export { CSV_BYTES_MAX, CSV_COLUMNS_MAX, CSV_LINES_MAX, type CsvFile, type CsvLine, readCsv } from './csv.ts'
export { type ContractsImport, type ImportFile, importContracts } from './import-contracts.ts'
export {
  type ImportedFile,
  type ImportKind,
  type ImportTables,
  listImports,
  lockImports,
  recordFile,
  reportOfFile,
} from './import-store.ts'
export type { LineFault } from './line-fault.ts'
