import { datedValues, euro, type Minor } from '@samen/core/country'

/** One step of the provisional bases of artists: the base of a day while the day’s pay does not exceed `upTo`. */
export interface ArtistStep {
  /** Undefined: the last step. */
  readonly upTo: Minor | undefined
  readonly base: Minor
}

const steps = (...rows: readonly (readonly [upTo: string | undefined, base: string])[]) =>
  Object.freeze(
    rows.map(
      ([upTo, base]): ArtistStep =>
        Object.freeze({ upTo: upTo === undefined ? undefined : euro(upTo), base: euro(base) }),
    ),
  )

/** Artists in the general scheme (RD 2064/1995 art. 32), by the days worked. */
export const ARTISTS = {
  artistBases: datedValues<readonly ArtistStep[]>(
    'table',
    'Bases a cuenta: provisional base of a day of performance, by the day’s pay',
    [
      '2025-01-01',
      steps(['555', '327'], ['999', '412'], ['1672', '492'], [undefined, '653']),
      'Orden PJC/178/2025 art. 11.2',
      'The stored text of the Order lacks this table: taken back from 2026 by the rise of the ceiling, 5101.20 / 4909.50, to whole euros.',
    ],
    [
      '2026-01-01',
      steps(['577', '340'], ['1038', '428'], ['1737', '511'], [undefined, '678.60']),
      'Orden PJC/297/2026 art. 11.2',
    ],
  ),
}
