export { type BooksFile, EXPORT_FORMATS, type ExportFormat, exportBooks, exportFormatsOf } from './export.ts'
