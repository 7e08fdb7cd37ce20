export { declarationCalendar, unfiledBy } from './calendar.ts'
export type { Declaration, DeclarationState, FiledDeclaration } from './declaration.ts'
export { type Filed, fileDeclaration } from './file.ts'
