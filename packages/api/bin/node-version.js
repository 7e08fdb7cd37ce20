/**
 * Says in one sentence that this Node is too old, and ends the program. Plain JavaScript in old syntax: an old Node
 * cannot even read the TypeScript behind it.
 */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return
  console.error(
    'Samen needs Node 24, but this is Node ' +
      process.versions.node +
      ': start it with "npx -y pnpm@12.21.0 start", which brings the right one, or install Node 24.',
  )
  process.exit(1)
}
