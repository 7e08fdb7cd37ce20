import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  head: ReactNode
  /** Plain text of the head where `head` is not text: the label of a folded row on a phone. */
  label?: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end, digits under digits. */
  end?: boolean
}

interface DataTableProps<Row> {
  caption: string
  captionUnseen?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  foot?: ReactNode
  /** Wide figures (a statement by office) scroll in their box; lists fold into cards on a phone. */
  wide?: boolean
}

/** A real table: caption, heads with scope, first cell of a row naming it. On a phone each row folds into a card. */
export function DataTable<Row>({
  caption,
  captionUnseen = false,
  columns,
  rows,
  rowKey,
  foot,
  wide = false,
}: DataTableProps<Row>) {
  return (
    <section className="table-box" aria-label={caption} {...(wide && { tabIndex: 0 })}>
      <table className={`table ${wide ? 'wide' : 'folds'}`}>
        <caption className={captionUnseen ? 'unseen' : ''}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.end ? 'end' : ''}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <Cell key={column.id} column={column} content={column.cell(row)} />
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  )
}

function Cell<Row>({ column, content }: { column: Column<Row>; content: ReactNode }) {
  const label = column.label ?? (typeof column.head === 'string' ? column.head : undefined)
  const empty = content === null || content === undefined || content === ''
  return (
    <td className={column.end ? 'end' : ''} data-label={label} {...(empty && { 'data-empty': '' })}>
      {content}
    </td>
  )
}
