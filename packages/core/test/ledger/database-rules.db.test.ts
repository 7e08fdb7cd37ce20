import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inOffice, newId, serverConnection } from '../../src/database/index.ts'
import { openAccounts } from '../../src/ledger/index.ts'
import { asOwner, type TestDatabase, testDatabase } from '../support/database.ts'
import { accounts, legalEntityId } from './office.ts'

/** Everything here is raw SQL of the server's role: the database refuses without any help of ours. */
let database: TestDatabase
const office = newId()
const fund = newId()
let open: pg.Client[] = []

beforeAll(async () => {
  database = await testDatabase()
  await inOffice(database.db, office, (trx) => openAccounts(trx, office, accounts))
})
afterAll(() => database.drop())
let one: pg.Client
let two: pg.Client
beforeEach(async () => {
  one = await server()
  two = await server()
})
afterEach(async () => {
  await Promise.all(open.map((client) => client.end()))
  open = []
})

async function server(): Promise<pg.Client> {
  const client = new pg.Client(serverConnection(database.url))
  await client.connect()
  open.push(client)
  return client
}

async function begin(client: pg.Client, isolation = 'read committed'): Promise<void> {
  await client.query(`begin isolation level ${isolation}`)
  await client.query(`select set_config('samen.office_id', $1, true)`, [office])
}

const batch = (client: pg.Client, batchId: string, ids: readonly string[], count = ids.length) =>
  client.query(
    `insert into samen.ledger_batch (office_id, batch_id, transaction_count, first_id, last_id, hash)
     values ($1, $2, $3, $4, $5, sha256('x'))`,
    [office, batchId, count, ids[0], ids.at(-1)],
  )

const transaction = (client: pg.Client, batchId: string, id: string, day = '2026-10-15', entries = 2) =>
  client.query(
    `insert into samen.ledger_transaction (office_id, transaction_id, batch_id, legal_entity_id, entry_count,
       effective_on, period, idempotency_key, kind, hash)
     values ($1, $2::uuid, $3, $4, $5, $6::date, date_trunc('month', $6::date)::date, $2::uuid::text, 'test', sha256('x'))`,
    [office, id, batchId, legalEntityId, entries, day],
  )

type Line = [account: string, amount: number, subject?: string | undefined, currency?: string | undefined]

const entries = (client: pg.Client, id: string, lines: readonly Line[], from = 1) =>
  client.query(
    `insert into samen.ledger_entry (office_id, transaction_id, entry_no, account, amount, subject, currency)
     select $1, $2, l.no + $7 - 1, l.account, l.amount, l.subject, l.currency
       from unnest($3::text[], $4::int8[], $5::uuid[], $6::text[])
            with ordinality l (account, amount, subject, currency, no)`,
    [
      office,
      id,
      lines.map(([account]) => account),
      lines.map(([, amount]) => amount),
      lines.map(([, , subject]) => subject ?? null),
      lines.map(([, , , currency]) => currency ?? 'EUR'),
      from,
    ],
  )

/** One transaction in a batch of its own, not committed. */
async function write(client: pg.Client, lines: readonly Line[], day?: string): Promise<string> {
  const id = newId()
  const batchId = newId()
  await batch(client, batchId, [id])
  await transaction(client, batchId, id, day, lines.length)
  await entries(client, id, lines)
  return id
}

const pair = (debit: string, credit: string, amount: number): Line[] => [
  [debit, amount],
  [credit, -amount],
]
const intoFund = (amount: number): Line[] => [
  ['bank', amount],
  ['fund-available', -amount, fund],
]
const outOfFund = (amount: number): Line[] => [
  ['fund-available', amount, fund],
  ['fund-advanced', -amount, fund],
]

async function committed(lines: readonly Line[], day?: string): Promise<string> {
  await begin(one)
  const id = await write(one, lines, day)
  await one.query('commit')
  return id
}

/** How work that runs meanwhile ended: with its error, or with nothing. */
function meanwhile(work: Promise<unknown>): { ended: boolean; outcome: Promise<unknown> } {
  const running = { ended: false, outcome: Promise.resolve<unknown>(undefined) }
  running.outcome = work
    .then(
      () => undefined,
      (error: unknown) => error,
    )
    .finally(() => {
      running.ended = true
    })
  return running
}

/** Whether the work is kept waiting by a lock, rather than done. */
async function waits(client: pg.Client, work: { ended: boolean }): Promise<boolean> {
  const { processID } = client as unknown as { processID: number }
  while (!work.ended) {
    const { rows } = await asOwner(database.url, (owner) =>
      owner.query('select wait_event_type from pg_stat_activity where pid = $1', [processID]),
    )
    if (rows[0]?.wait_event_type === 'Lock') return true
  }
  return false
}

describe('a transaction', () => {
  test('of two entries that balance is taken, and its accounts move', async () => {
    await committed(pair('bank', 'client-receivable', 7))
    await begin(one)
    const { rows } = await one.query(
      `select account, sum(debit) as debit, sum(credit) as credit from samen.ledger_balance
        where account in ('bank', 'client-receivable') group by account order by account`,
    )
    expect(rows).toEqual([
      { account: 'bank', debit: '7', credit: '0' },
      { account: 'client-receivable', debit: '0', credit: '7' },
    ])
  })

  test.each<[string, Line[]]>([
    [
      'a cent too much',
      [
        ['bank', 7],
        ['client-receivable', -6],
      ],
    ],
    [
      'balance over two currencies only',
      [
        ['bank', 7, undefined, 'EUR'],
        ['client-receivable', -7, undefined, 'SEK'],
      ],
    ],
  ])('that has %s is refused', async (_, lines) => {
    await begin(one)
    await expect(write(one, lines)).rejects.toMatchObject({ constraint: 'ledger_balanced' })
  })

  test('on an account the office has not opened is refused', async () => {
    await begin(one)
    await expect(write(one, pair('bank', 'coffee', 7))).rejects.toMatchObject({
      constraint: 'ledger_account_exists',
    })
  })

  test('without entries is refused when it commits', async () => {
    await begin(one)
    const [batchId, id] = [newId(), newId()]
    await batch(one, batchId, [id])
    await transaction(one, batchId, id)
    await expect(one.query('commit')).rejects.toMatchObject({ constraint: 'ledger_batch_whole' })
  })

  test('a batch without transactions is refused when it commits', async () => {
    await begin(one)
    await batch(one, newId(), [newId()])
    await expect(one.query('commit')).rejects.toMatchObject({ constraint: 'ledger_batch_whole' })
  })

  test('that has fewer entries than it declares is refused, though they balance', async () => {
    await begin(one)
    const [batchId, id] = [newId(), newId()]
    await batch(one, batchId, [id])
    await transaction(one, batchId, id, undefined, 4)
    await expect(entries(one, id, pair('bank', 'client-receivable', 7))).rejects.toMatchObject({
      constraint: 'ledger_batch_whole',
    })
  })

  test('gets no further entries, neither in the same breath nor later', async () => {
    const id = await committed(pair('bank', 'client-receivable', 7))
    await begin(one)
    await expect(entries(one, id, pair('bank', 'client-receivable', 1), 3)).rejects.toMatchObject({
      constraint: 'ledger_batch_whole',
    })
    await one.query('rollback')
    await begin(one)
    const again = await write(one, pair('bank', 'client-receivable', 7))
    await expect(entries(one, again, pair('bank', 'client-receivable', 1), 3)).rejects.toThrow()
  })

  test('cannot slip into a batch that is there already', async () => {
    await begin(one)
    const [batchId, first, second, last] = [newId(), newId(), newId(), newId()]
    await batch(one, batchId, [first, last], 1)
    await transaction(one, batchId, first)
    await entries(one, first, pair('bank', 'client-receivable', 7))
    await transaction(one, batchId, second)
    await expect(entries(one, second, pair('bank', 'client-receivable', 7))).rejects.toThrow(/arrive whole/)
  })

  test('that slips in with no entries at all is found at commit', async () => {
    await begin(one)
    const [batchId, first, second] = [newId(), newId(), newId()]
    await batch(one, batchId, [first, second], 1)
    await transaction(one, batchId, first)
    await entries(one, first, pair('bank', 'client-receivable', 7))
    await transaction(one, batchId, second)
    await expect(one.query('commit')).rejects.toMatchObject({ constraint: 'ledger_batch_whole' })
  })

  test('outside the range of ids its batch declares is found at the latest at commit', async () => {
    await begin(one)
    const [batchId, outside, inside] = [newId(), newId(), newId()]
    await batch(one, batchId, [inside], 1)
    await transaction(one, batchId, outside)
    await expect(entries(one, outside, pair('bank', 'client-receivable', 7))).rejects.toMatchObject({
      constraint: 'ledger_batch_whole',
    })
  })

  test('entries of no transaction are refused', async () => {
    await begin(one)
    await expect(entries(one, newId(), pair('bank', 'client-receivable', 7))).rejects.toMatchObject({
      constraint: 'ledger_batch_whole',
    })
  })

  test('cannot be recorded at another time than now', async () => {
    await begin(one)
    const [batchId, id] = [newId(), newId()]
    await one.query(
      `insert into samen.ledger_batch (office_id, batch_id, transaction_count, first_id, last_id, hash, recorded_at)
       values ($1, $2, 1, $3, $3, sha256('x'), '2020-01-01')`,
      [office, batchId, id],
    )
    await expect(transaction(one, batchId, id)).rejects.toMatchObject({ constraint: 'ledger_batch_whole' })
  })

  test('of another office is no place for our entries', async () => {
    await begin(one)
    await one.query(`select set_config('samen.office_id', $1, true)`, [newId()])
    await expect(write(one, pair('bank', 'client-receivable', 7))).rejects.toThrow(/row-level security/)
  })

  test('cannot be written where an older snapshot would hide what others did', async () => {
    await begin(one, 'repeatable read')
    await expect(write(one, pair('bank', 'client-receivable', 7))).rejects.toThrow(/read committed/)
  })
})

describe('what is recorded', () => {
  const tables = ['ledger_batch', 'ledger_transaction', 'ledger_entry', 'ledger_seal', 'ledger_seal_batch']
  const rewrites = tables.flatMap((table) => [
    `update samen.${table} set office_id = office_id`,
    `delete from samen.${table}`,
    `truncate samen.${table} cascade`,
  ])

  test.each([
    ...rewrites,
    'update samen.ledger_balance set debit = 0',
    'delete from samen.ledger_balance',
    'insert into samen.ledger_balance select * from samen.ledger_balance',
    'delete from samen.ledger_period',
    `update samen.ledger_account set type = 'asset'`,
  ])('the server cannot: %s', async (statement) => {
    await begin(one)
    await expect(one.query(statement)).rejects.toThrow(/permission denied/)
  })

  test.each(rewrites)('nor can the owner: %s', async (statement) => {
    await asOwner(database.url, async (owner) => {
      await expect(owner.query(statement)).rejects.toThrow(/append-only/)
    })
  })

  test('the owner is held to a balanced transaction too', async () => {
    await asOwner(database.url, async (owner) => {
      await owner.query('begin')
      await expect(
        write(owner, [
          ['bank', 7],
          ['client-receivable', -6],
        ]),
      ).rejects.toMatchObject({
        constraint: 'ledger_balanced',
      })
    })
  })
})

describe('a fund', () => {
  test('never lends more than it has, and lends its last cent', async () => {
    await committed(intoFund(100))
    await begin(one)
    await expect(write(one, outOfFund(101))).rejects.toMatchObject({
      constraint: 'ledger_fund_not_overdrawn',
    })
    await one.query('rollback')
    await committed(outOfFund(100))
    await begin(one)
    await expect(write(one, outOfFund(1))).rejects.toMatchObject({ constraint: 'ledger_fund_not_overdrawn' })
  })

  test('cannot be overdrawn in another currency than it has', async () => {
    await committed(intoFund(100))
    await begin(one)
    const lines = outOfFund(1).map(([account, amount, subject]): Line => [account, amount, subject, 'SEK'])
    await expect(write(one, lines)).rejects.toMatchObject({ constraint: 'ledger_fund_not_overdrawn' })
    await one.query('rollback')
    await committed(outOfFund(100))
  })

  test('gives its last euro to one of two who ask at once', async () => {
    await committed(intoFund(100))
    await begin(one)
    await begin(two)
    await write(one, outOfFund(100))
    const second = meanwhile(write(two, outOfFund(100)))
    expect(await waits(two, second)).toBe(true)
    await one.query('commit')
    expect(await second.outcome).toMatchObject({ constraint: 'ledger_fund_not_overdrawn' })
  })

  test('gives it to the second when the first changes his mind', async () => {
    await committed(intoFund(100))
    await begin(one)
    await begin(two)
    await write(one, outOfFund(100))
    const second = meanwhile(write(two, outOfFund(100)))
    expect(await waits(two, second)).toBe(true)
    await one.query('rollback')
    expect(await second.outcome).toBeUndefined()
    await two.query('commit')
  })

  test('takes money from many at once: who gives waits for nobody', async () => {
    await committed(intoFund(50))
    await begin(one)
    await begin(two)
    const three = await server()
    await begin(three)
    await write(one, outOfFund(50))
    await write(two, intoFund(10))
    await write(three, intoFund(10))
    await three.query('commit')
    await two.query('commit')
    await one.query('commit')
    await committed(outOfFund(20))
  })

  test('does not lend what another has not yet committed', async () => {
    await begin(one)
    await begin(two)
    await write(one, intoFund(100))
    await expect(write(two, outOfFund(100))).rejects.toMatchObject({
      constraint: 'ledger_fund_not_overdrawn',
    })
    await one.query('rollback')
  })
})

describe('a month', () => {
  const close = (client: pg.Client, period: string) =>
    client.query(
      `insert into samen.ledger_period (office_id, period, state, closed_at) values ($1, $2, 'closed', now())`,
      [office, period],
    )

  test('does not close while an earlier one with entries is open', async () => {
    await committed(pair('bank', 'client-receivable', 1), '2020-01-31')
    await committed(pair('bank', 'client-receivable', 1), '2020-02-01')
    await begin(one)
    await expect(close(one, '2020-02-01')).rejects.toMatchObject({
      constraint: 'ledger_periods_close_in_order',
      detail: '2020-01',
    })
  })

  test('once closed takes no entry, nor do the months before it, and never opens again', async () => {
    await begin(one)
    await close(one, '2020-01-01')
    await one.query('commit')
    for (const day of ['2020-01-01', '2020-01-31', '2019-12-31']) {
      await begin(one)
      await expect(write(one, pair('bank', 'client-receivable', 1), day)).rejects.toMatchObject({
        constraint: 'ledger_period_open',
      })
      await one.query('rollback')
    }
    await begin(one)
    await expect(
      one.query(
        `update samen.ledger_period set state = 'open', closed_at = null where period = '2020-01-01'`,
      ),
    ).rejects.toMatchObject({ constraint: 'ledger_period_open' })
    await one.query('rollback')
    await committed(pair('bank', 'client-receivable', 1), '2020-02-29')
  })

  test('waits for the posting in flight before it closes', async () => {
    await begin(one)
    await begin(two)
    await write(one, pair('bank', 'client-receivable', 1), '2020-02-29')
    const closing = meanwhile(close(two, '2020-02-01'))
    expect(await waits(two, closing)).toBe(true)
    await one.query('commit')
    expect(await closing.outcome).toBeUndefined()
    await two.query('commit')
  })

  test('in the middle of closing keeps a posting waiting, and then refuses it', async () => {
    await begin(one)
    await begin(two)
    await close(one, '2020-03-01')
    const posting = meanwhile(write(two, pair('bank', 'client-receivable', 1), '2020-03-31'))
    expect(await waits(two, posting)).toBe(true)
    await one.query('commit')
    expect(await posting.outcome).toMatchObject({ constraint: 'ledger_period_open' })
  })
})
