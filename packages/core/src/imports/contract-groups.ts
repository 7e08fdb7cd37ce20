import { createHash } from 'node:crypto'
import { CONTRACT_COLUMNS } from './contract-columns.ts'
import type { ContractLine } from './contract-lines.ts'
import type { FaultAt } from './line-fault.ts'

/** The lines of one reference: one contract. */
export interface ContractGroup {
  readonly reference: string
  readonly lines: readonly [ContractLine, ...ContractLine[]]
  /** Of all that the lines say, whatever the order of lines and columns; hexadecimal. */
  readonly hash: string
  /** Where a line contradicts the first one about the contract. */
  readonly faults: readonly FaultAt[]
}

export interface ContractGroups {
  /** By reference, in the order of the file. */
  readonly contracts: ReadonlyMap<string, ContractGroup>
  /** Lines without a reference belong nowhere. */
  readonly nameless: readonly ContractLine[]
}

export function groupsOf(lines: readonly ContractLine[]): ContractGroups {
  const byReference = new Map<string, [ContractLine, ...ContractLine[]]>()
  const nameless: ContractLine[] = []
  for (const line of lines) {
    const group = byReference.get(line.reference)
    if (line.reference === '') nameless.push(line)
    else if (group) group.push(line)
    else byReference.set(line.reference, [line])
  }
  const contracts = new Map<string, ContractGroup>()
  for (const [reference, group] of byReference)
    contracts.set(reference, { reference, lines: group, hash: hashOf(group), faults: contradictions(group) })
  return { contracts, nameless }
}

function hashOf(lines: readonly ContractLine[]): string {
  const said = lines.map(({ cells }) => JSON.stringify([...cells].sort(([a], [b]) => (a < b ? -1 : 1))))
  return createHash('sha256').update(said.sort().join('\n')).digest('hex')
}

const COMMON = Object.keys(CONTRACT_COLUMNS)

/** What is said of the contract is said on its first line; the others may repeat it or leave it empty. */
function contradictions([first, ...others]: readonly [ContractLine, ...ContractLine[]]): FaultAt[] {
  return others.flatMap(({ line, cells }) =>
    COMMON.filter((column) => cells.has(column) && cells.get(column) !== first.cells.get(column)).map(
      (field) => ({
        line,
        field,
        reason: `Line ${first.line} of this contract says something else.`,
      }),
    ),
  )
}
