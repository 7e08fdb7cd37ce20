/** Why a line of a file was not accepted. */
export interface LineFault {
  /** The file's name, as it was given. */
  readonly file: string
  /** 1 is the first line of the file, the header included. */
  readonly line: number
  /** The column at fault; `line` where the line as a whole cannot be read. */
  readonly field: string
  /** A sentence for the person who must correct the file. */
  readonly reason: string
}

/** The same before the file's name is put to it. */
export type FaultAt = Omit<LineFault, 'file'>
