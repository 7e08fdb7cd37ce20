import type { Consolidation, GroupReport } from '@samen/core/consolidation'
import type { GroupPaper } from './group-statement-document.ts'
import { NOTE_ROWS_MAX, type Note, saidNote } from './statement-tables.ts'

/** What stands behind the group's statements: who is in them, how, by which rates, and what the group did to them. Pure. */
export function groupNotes(report: GroupReport, paper: GroupPaper): Note[] {
  const { figures, joined, yearBefore } = report
  const { words } = paper
  const nameOf = namesOf(figures)
  return [
    saidNote(
      words('basis'),
      words('basis.signs'),
      words('basis.cash'),
      ...(yearBefore ? [] : [words('nothing-before')]),
      ...(joined.length > 0 ? [words('joined', { offices: joined.map(nameOf).join(', ') })] : []),
      ...restatements(figures, paper),
    ),
    officesNote(figures, paper),
    ratesNote(figures, paper),
    minorityNote(report, paper),
    eliminationsNote(figures, paper),
    adjustmentsNote(figures, paper),
    differencesNote(figures, paper),
  ]
}

const namesOf = ({ offices }: Consolidation) => {
  const names = new Map(offices.map(({ slug, name }) => [slug, name]))
  return (slug: string) => names.get(slug) ?? slug
}

const restatements = (figures: Consolidation, { words, formats }: GroupPaper): string[] =>
  figures.restated.map(({ office, packNo, supersedes, receivedAt }) =>
    words('restated', {
      office: namesOf(figures)(office),
      new: String(packNo),
      old: String(supersedes),
      moment: formats.moment(receivedAt),
    }),
  )

/** A note whose rows are a table; beyond what is printed the reader is sent to the workbook. */
function tableNote(
  { words, formats }: GroupPaper,
  heading: string,
  {
    said = [],
    columns,
    rows,
  }: { said?: string[]; columns: [head: string, numeric?: 'numeric'][]; rows: string[][] },
): Note {
  const more = rows.length - NOTE_ROWS_MAX
  return {
    heading,
    paragraphs: said,
    head: columns.map(([head]) => head),
    numeric: columns.map(([, numeric]) => numeric !== undefined),
    rows: rows.slice(0, NOTE_ROWS_MAX),
    after: more > 0 ? words('more', { count: formats.number(more) }) : '',
  }
}

function officesNote({ offices }: Consolidation, paper: GroupPaper): Note {
  const { words, formats } = paper
  return tableNote(paper, words('offices'), {
    columns: [
      [words('office')],
      [words('method')],
      [words('share'), 'numeric'],
      [words('currency'), 'numeric'],
      [words('pack'), 'numeric'],
    ],
    rows: offices.map(({ name, country, method, share, currency, packNo }) => [
      `${name} (${formats.country(country)})`,
      words(`method.${method}`),
      share,
      currency,
      String(packNo),
    ]),
  })
}

function ratesNote({ offices, currency }: Consolidation, paper: GroupPaper): Note {
  const { words, formats, entry } = paper
  const foreign = offices.flatMap(({ closingRate, averageRate, ...office }) =>
    closingRate && averageRate ? [{ ...office, closingRate, averageRate }] : [],
  )
  if (foreign.length === 0) return saidNote(words('rates'), words('rates.none', { currency }))
  return tableNote(paper, words('rates'), {
    said: [words('rates.rule')],
    columns: [
      [words('office')],
      [words('rates.closing', { currency }), 'numeric'],
      [words('rates.average'), 'numeric'],
      [words('rates.source')],
      [words('rates.difference'), 'numeric'],
    ],
    rows: foreign.map(({ name, currency: home, closingRate, averageRate, translationDifference }) => [
      name,
      `${formats.decimal(closingRate.perUnit)} ${home}`,
      formats.decimal(averageRate.perUnit),
      `${words(`source.${closingRate.source}`)}, ${formats.day(closingRate.day)}`,
      entry(translationDifference),
    ]),
  })
}

function minorityNote(
  { figures, statement, equity }: GroupReport,
  { words, entry, minor }: GroupPaper,
): Note {
  const partly = figures.offices.some(({ method, share }) => method === 'full' && share !== '1')
  const owned = equity.find(({ group }) => group === 'G3950')
  if (!partly && !owned) return saidNote(words('minority'), words('minority.none'))
  return saidNote(
    words('minority'),
    words('minority.owned', {
      amount: minor(owned?.closing ?? 0n),
      result: entry(statement.minorityResult.amount),
    }),
  )
}

function eliminationsNote(figures: Consolidation, paper: GroupPaper): Note {
  const { words, entry, account } = paper
  const { eliminations } = figures
  if (eliminations.length === 0) return saidNote(words('eliminations'), words('eliminations.none'))
  return tableNote(paper, words('eliminations'), {
    columns: [[words('what')], [words('account')], [words('amount'), 'numeric']],
    rows: eliminations.flatMap(({ kind, offices: [first = '', second = ''], lines }) =>
      lines.map(({ group, amount }) => [
        words(`pair.${kind}`, { first: namesOf(figures)(first), second: namesOf(figures)(second) }),
        `${group} ${account(group)}`,
        entry(amount),
      ]),
    ),
  })
}

function adjustmentsNote({ adjustments }: Consolidation, paper: GroupPaper): Note {
  const { words, formats, entry, account } = paper
  if (adjustments.length === 0) return saidNote(words('adjustments'), words('adjustments.none'))
  return tableNote(paper, words('adjustments'), {
    columns: [[words('what')], [words('account')], [words('amount'), 'numeric']],
    rows: adjustments.flatMap(({ period, title, reason, lines }) =>
      lines.map(({ group, amount }) => [
        `${title}, ${formats.month(period)}: ${reason}`,
        `${group} ${account(group)}`,
        entry(amount),
      ]),
    ),
  })
}

function differencesNote(figures: Consolidation, paper: GroupPaper): Note {
  const { words, formats, entry } = paper
  const { differences } = figures
  if (differences.length === 0) return saidNote(words('differences'), words('differences.none'))
  const nameOf = namesOf(figures)
  return tableNote(paper, words('differences'), {
    columns: [
      [words('between')],
      [words('first-says'), 'numeric'],
      [words('second-says'), 'numeric'],
      [words('difference'), 'numeric'],
      [words('since-when')],
    ],
    rows: differences.flatMap(({ kind, first, second, firstSays, secondSays, difference, state, since }) =>
      state === 'agrees'
        ? []
        : [
            [
              words(`pair.${kind}`, { first: nameOf(first), second: nameOf(second) }),
              entry(firstSays),
              entry(secondSays),
              entry(difference),
              [...(since ? [formats.month(since)] : []), words(`state.${state}`)].join(', '),
            ],
          ],
    ),
  })
}
