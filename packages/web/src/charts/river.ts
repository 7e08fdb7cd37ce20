/** Geometry of the river: a price as layers lying on each other, each leaving in turn until the net wage is left. */

/** What leaves the river, in the order it leaves; sizes in any unit, not negative. */
export interface Leaving {
  readonly code: string
  readonly size: number
}

export interface Band {
  readonly code: string
  readonly path: string
  /** Where the band ends: middle of its mouth, in the picture's coordinates. */
  readonly mouth: { readonly x: number; readonly y: number }
  readonly thickness: number
}

export interface River {
  readonly bands: readonly Band[]
  /** Along-flow position just after each leaving, for the marks of the totals in between. */
  readonly after: readonly number[]
  readonly staying: Band
}

export interface RiverShape {
  /** Length along the flow and thickness of the whole price. */
  readonly length: number
  readonly thickness: number
  /** How far across, from the far bank of the staying water, the leaving bands end. */
  readonly reach: number
  /** Radius of the inner bend. */
  readonly bend: number
  /** `down`: the river runs from top to bottom and bands leave to the right, for a phone. */
  readonly direction: 'right' | 'down'
  /** Length before the first band leaves. */
  readonly head: number
}

/** Circle by cubic curve. */
const KAPPA = 0.5523
/** Radius of the river's outer corners, and of the bands' mouths. */
const CORNER = 16
const MOUTH = 7

/** Lays out the river. Layers: what stays lies at the far bank, what leaves first at the near one, so no band crosses another. */
export function river(staying: number, leaving: readonly Leaving[], shape: RiverShape): River {
  const total = staying + leaving.reduce((sum, { size }) => sum + size, 0)
  const scale = total > 0 ? shape.thickness / total : 0
  const at = (u: number, v: number) =>
    shape.direction === 'right' ? `${round(u)} ${round(v)}` : `${round(v)} ${round(u)}`
  const place = (u: number, v: number) =>
    shape.direction === 'right' ? { x: round(u), y: round(v) } : { x: round(v), y: round(u) }

  const taken = leaving.map(({ size }) => size * scale)
  const free =
    shape.length - shape.head - taken.reduce((sum, width) => sum + width, 0) - shape.bend * leaving.length
  const gap = Math.max(0, free / (leaving.length + 0.6))

  const bands: Band[] = []
  const after: number[] = []
  let near = total * scale
  let u = shape.head
  leaving.forEach(({ code }, index) => {
    const width = taken[index] as number
    const top = near - width
    const inner = shape.bend
    const outer = shape.bend + width
    const mouthFrom = u + inner
    const mouthTo = u + outer
    const mouthRound = Math.min(MOUTH, width / 2)
    const corner = index === 0 ? Math.min(CORNER, width) : 0
    const path = [
      `M${at(0, top)}`,
      `L${at(u, top)}`,
      `C${at(u + outer * KAPPA, top)} ${at(mouthTo, top + outer * (1 - KAPPA))} ${at(mouthTo, top + outer)}`,
      `L${at(mouthTo, shape.reach - mouthRound)}`,
      `Q${at(mouthTo, shape.reach)} ${at(mouthTo - mouthRound, shape.reach)}`,
      `L${at(mouthFrom + mouthRound, shape.reach)}`,
      `Q${at(mouthFrom, shape.reach)} ${at(mouthFrom, shape.reach - mouthRound)}`,
      `L${at(mouthFrom, near + inner)}`,
      `C${at(mouthFrom, near + inner * (1 - KAPPA))} ${at(u + inner * KAPPA, near)} ${at(u, near)}`,
      `L${at(corner, near)}`,
      `Q${at(0, near)} ${at(0, near - corner)}`,
      'Z',
    ].join('')
    bands.push({ code, path, mouth: place((mouthFrom + mouthTo) / 2, shape.reach), thickness: width })
    near = top
    u = mouthTo + gap
    after.push(mouthTo + gap / 2)
  })
  const end = Math.min(CORNER, near / 2)
  const path = [
    `M${at(0, end)}`,
    `Q${at(0, 0)} ${at(end, 0)}`,
    `L${at(shape.length - end, 0)}`,
    `Q${at(shape.length, 0)} ${at(shape.length, end)}`,
    `L${at(shape.length, near - end)}`,
    `Q${at(shape.length, near)} ${at(shape.length - end, near)}`,
    `L${at(0, near)}`,
    'Z',
  ].join('')
  return {
    bands,
    after,
    staying: { code: 'net', path, mouth: place(shape.length, near / 2), thickness: near },
  }
}

const round = (value: number) => Math.round(value * 10) / 10
