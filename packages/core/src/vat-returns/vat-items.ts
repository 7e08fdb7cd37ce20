import { type RawBuilder, sql } from 'kysely'
import { addDays, type IsoDate, ONE_STOP_SHOP_CODE, type VatLatest } from '../country/index.ts'
import type { VatFormKind } from './vat-return-store.ts'

/** Which part of which documents is asked. */
export interface ItemsQuestion {
  readonly officeId: string
  readonly legalEntityId: string
  readonly form: VatFormKind
  readonly from: IsoDate
  readonly to: IsoDate
  /** The first day of the first period ever filed; of this one where none was. What lies before was declared elsewhere. */
  readonly origin: IsoDate
  /** The period follows the last one filed: what changed in filed periods since is added, as late. */
  readonly follows: boolean
  /** When VAT is due where nobody chose, and until when it may wait for a payment. */
  readonly rule: 'invoice' | 'payment'
  readonly latest: VatLatest
}

/**
 * What each document adds to a period, a row per VAT rate: `document_id, line_no, kind, code, category, rate, base, vat,
 * late_base, late_vat`, minor units, credit notes negative.
 *
 * An invoice counts on its day. Where its VAT waits for the payment, it counts in proportion to what the client has paid by
 * then: the parts of an invoice are rounded cumulatively, so that they sum to its VAT exactly however it is paid, and base
 * and VAT of a payment together are the payment. Credit notes of such an invoice lower what is due on it. Everything is a
 * state on a day; a period adds the state on its last day less that before its first day, and what filed periods would now
 * say beyond what was filed.
 */
export function itemsSql(question: ItemsQuestion): RawBuilder<unknown> {
  const { form, from, to, origin, follows } = question
  const states = {
    return: sql`select * from at_issue union all select * from on_payment union all select * from relief
                union all select * from bought`,
    'sales-list': sql`select * from at_issue where category = 'AE'`,
    'one-stop-shop': sql`select * from at_issue union all select * from relief`,
  }[form]
  const before = addDays(from, -1)
  return sql`
    with ${documentsSql(question)},
    at_issue as (
      select l.invoice_id as document_id, l.line_no, l.kind, l.code, l.category, l.rate, d.day,
             case when l.kind = 'invoice' then l.base else -l.base end as base,
             case when l.kind = 'invoice' then l.vat else -l.vat end as vat
        from line l join day d on l.issued_on <= d.day
       where l.issued_on >= ${origin}::date ${form === 'return' ? sql`and not (l.waits and l.category = 'S')` : sql``}),
    ${form === 'return' ? sql`${paidSql(question)}, ${reliefSql(question)}, ${boughtSql(question)},` : sql``}
    ${form === 'one-stop-shop' ? sql`${reliefSql({ ...question, latest: 'never' })},` : sql``}
    state as (
      select document_id, line_no, kind, min(code) as code, min(category) as category, min(rate) as rate,
             coalesce(sum(base) filter (where day = ${to}::date), 0) - coalesce(sum(base) filter (where day = ${before}::date), 0) as base,
             coalesce(sum(vat) filter (where day = ${to}::date), 0) - coalesce(sum(vat) filter (where day = ${before}::date), 0) as vat,
             coalesce(sum(base) filter (where day = ${before}::date), 0)
               - coalesce(sum(base) filter (where day = ${addDays(origin, -1)}::date), 0) as earlier_base,
             coalesce(sum(vat) filter (where day = ${before}::date), 0)
               - coalesce(sum(vat) filter (where day = ${addDays(origin, -1)}::date), 0) as earlier_vat
        from (${states}) s group by document_id, line_no, kind),
    filed as (
      select f.document_id, f.line_no, f.kind, sum(f.base) as base, sum(f.vat) as vat
        from samen.vat_return_item f
        join samen.vat_return r on r.office_id = f.office_id and r.vat_return_id = f.vat_return_id
       where f.office_id = ${question.officeId} and r.legal_entity_id = ${question.legalEntityId} and r.form = ${form}
       group by f.document_id, f.line_no, f.kind),
    item as (
      select s.document_id, s.line_no, s.kind, s.code, s.category, s.rate, s.base, s.vat,
             case when ${follows}::boolean then s.earlier_base - coalesce(f.base, 0) else 0 end as late_base,
             case when ${follows}::boolean then s.earlier_vat - coalesce(f.vat, 0) else 0 end as late_vat
        from state s left join filed f using (document_id, line_no, kind))
    select document_id, line_no::int as line_no, kind, code, category, rate, (base + late_base)::int8 as base,
           (vat + late_vat)::int8 as vat, late_base::int8 as late_base, late_vat::int8 as late_vat
      from item where base + late_base <> 0 or vat + late_vat <> 0`
}

/** The invoices that may have changed something, with their VAT lines; `waits`: VAT at a rate waits for the payment. */
function documentsSql(question: ItemsQuestion) {
  const { officeId, legalEntityId, form, from, to, origin, follows, rule } = question
  return sql`
    day (day) as (select ${to}::date union select ${addDays(from, -1)}::date union select ${addDays(origin, -1)}::date),
    invoice_of as (
      select i.invoice_id, case i.kind when 'deposit' then 'invoice' else i.kind end as kind, i.kind = 'deposit' as is_deposit,
             i.credits, i.issued_on, i.document,
             coalesce(s.due_on, ${rule}) = 'payment' or i.document -> 'vat' @> '[{"dueOnPayment": true}]'
               or i.document -> 'vat' @> '[{"dueWhenReceived": true}]' as waits
        from samen.invoice i
        left join samen.invoice o on o.office_id = i.office_id and o.invoice_id = i.credits
        left join lateral (
          select v.due_on from samen.vat_setting v
           where v.office_id = i.office_id and v.legal_entity_id = i.legal_entity_id
             and v.from_on <= coalesce(o.issued_on, i.issued_on)
           order by v.from_on desc limit 1) s on true
       where i.office_id = ${officeId} and i.legal_entity_id = ${legalEntityId} and i.issued_on <= ${to}::date
         and (i.issued_on >= ${from}::date or coalesce(s.due_on, ${rule}) = 'payment'
              or i.document -> 'vat' @> '[{"dueOnPayment": true}]'
              or i.document -> 'vat' @> '[{"dueWhenReceived": true}]'
              or exists (select from samen.invoice_write_off w
                          where w.office_id = i.office_id and w.invoice_id = i.invoice_id)
              or (${follows}::boolean and i.issued_on >= ${origin}::date and not exists (
                    select from samen.vat_return_item f
                      join samen.vat_return r on r.office_id = f.office_id and r.vat_return_id = f.vat_return_id
                     where f.office_id = i.office_id and f.document_id = i.invoice_id and r.form = ${form})))),
    line as materialized (
      select i.invoice_id, i.kind, i.is_deposit, i.credits, i.issued_on, v.no as line_no, -- In the one-stop shop nothing waits.
             ${form !== 'one-stop-shop'}::boolean and i.waits as waits,
             v.line ->> 'code' as code, v.line ->> 'category' as category, v.line ->> 'rate' as rate,
             round((v.line ->> 'base')::numeric * 100) as base, -- A public client pays the VAT of split payment to the state itself.
             case when v.line ->> 'category' = 'B' then 0 else round((v.line ->> 'amount')::numeric * 100) end as vat
        from invoice_of i
       cross join lateral jsonb_array_elements(i.document -> 'vat') with ordinality v (line, no)
       where starts_with(v.line ->> 'code', ${ONE_STOP_SHOP_CODE}) = (${form} = 'one-stop-shop'))`
}

/**
 * What of an invoice's VAT is due by its payments. Every line of the invoice takes its part of what was paid; only lines
 * with VAT are asked here, the others counted when it was issued.
 */
function paidSql({ officeId, latest }: ItemsQuestion) {
  const lastDay = {
    'same-year-end': sql`make_date(extract(year from l.issued_on)::int, 12, 31)`,
    'next-year-end': sql`make_date(extract(year from l.issued_on)::int + 1, 12, 31)`,
    'one-year': sql`(l.issued_on + interval '1 year')::date`,
    never: sql`'infinity'::date`,
  }[latest]
  return sql`
    waiting as (
      -- What is not paid of a deposit is credited when the job is invoiced: it becomes due by no other day.
      select l.*, case when l.is_deposit then 'infinity'::date else ${lastDay} end as last_day, w.written_off_on
        from line l
        left join samen.invoice_write_off w on w.office_id = ${officeId} and w.invoice_id = l.invoice_id
       where l.waits and l.kind = 'invoice'),
    kept as (
      select l.invoice_id, l.line_no, l.code, l.category, l.rate, d.day, l.last_day, l.written_off_on,
             l.base - coalesce(n.base, 0) as base, l.vat - coalesce(n.vat, 0) as vat
        from waiting l
       cross join day d
        left join lateral (
          select sum(c.base) as base, sum(c.vat) as vat from line c
           where c.credits = l.invoice_id and c.code = l.code and c.rate = l.rate and c.issued_on <= d.day) n on true
       where l.issued_on <= d.day),
    so_far as (
      select k.*, sum(k.base + k.vat) over whole as total,
             sum(k.base + k.vat) over (whole order by k.line_no) as upto,
             coalesce((select sum(b.amount) from samen.bank_match b
                         join samen.bank_transaction t
                           on t.office_id = b.office_id and t.bank_transaction_id = b.bank_transaction_id
                        where b.office_id = ${officeId} and b.invoice_id = k.invoice_id and t.booked_on <= k.day), 0) as received
        from kept k window whole as (partition by k.invoice_id, k.day)),
    paid as (
      select *, case when day >= last_day and (written_off_on is null or written_off_on > last_day) then total
                     else least(received, total) end as reached
        from so_far where total > 0),
    on_payment as (
      select invoice_id as document_id, line_no, 'invoice' as kind, code, category, rate, day,
             ${parts(sql`upto`, sql`base + vat`, sql`reached`, sql`total`)}
               - ${parts(sql`vat`, sql`vat`, sql`reached`, sql`total`)} as base,
             ${parts(sql`vat`, sql`vat`, sql`reached`, sql`total`)} as vat
        from paid where category = 'S')`
}

/**
 * A line's part of an amount: `line / whole` of it, rounded half up so that the lines up to any one sum to their part of the
 * amount. In whole numbers, since a quotient may have no end.
 */
const parts = (
  upto: RawBuilder<unknown>,
  line: RawBuilder<unknown>,
  amount: RawBuilder<unknown>,
  whole: RawBuilder<unknown>,
) =>
  sql`(div(2 * (${upto}) * (${amount}) + ${whole}, 2 * ${whole})
       - div(2 * ((${upto}) - (${line})) * (${amount}) + ${whole}, 2 * ${whole}))`

/**
 * The relief of a debt that was written off: its VAT as it was written off, less what is in later payments. It is only for
 * VAT that had been declared, so none where the VAT still waited for the payment.
 */
function reliefSql({ officeId, latest }: ItemsQuestion) {
  const wasDue =
    latest === 'never'
      ? sql`not l.waits`
      : sql`(not l.waits or exists (select from waiting x where x.invoice_id = l.invoice_id and x.written_off_on > x.last_day))`
  return sql`
    lost as (
      select l.invoice_id, l.line_no, l.code, l.category, l.rate, d.day, w.vat_relief,
             w.unspent_budget + w.vat_relief + w.fund_loss + w.uncovered as open,
             sum(l.base) over whole as whole_base, sum(l.base) over (whole order by l.line_no) as upto_base,
             sum(l.vat) over whole as whole_vat, sum(l.vat) over (whole order by l.line_no) as upto_vat, l.base, l.vat
        from samen.invoice_write_off w
        join line l on l.invoice_id = w.invoice_id
        join day d on w.written_off_on <= d.day
       where w.office_id = ${officeId} and w.vat_relief > 0 and l.kind = 'invoice' and ${wasDue}
      window whole as (partition by l.invoice_id, d.day)),
    still_lost as (
      select k.*, k.vat_relief - r.vat as vat_left, k.open - r.amount as open_left
        from lost k
       cross join lateral (
          -- What came after the write-off: the payments beyond those that had come before it.
          select coalesce(sum(m.amount), 0) as amount, coalesce(sum(div(m.amount * k.vat_relief, k.open)), 0) as vat
            from (select b.amount, t.booked_on,
                         sum(b.amount) over (order by b.matched_at desc, b.bank_match_id desc) as back
                    from samen.bank_match b
                    join samen.bank_transaction t
                      on t.office_id = b.office_id and t.bank_transaction_id = b.bank_transaction_id
                   where b.office_id = ${officeId} and b.invoice_id = k.invoice_id and b.undoes is null
                     and not exists (select from samen.bank_match u
                                      where u.office_id = b.office_id and u.undoes = b.bank_match_id)) m
           where m.booked_on <= k.day and m.back <= (
             select sum(b.amount) from samen.bank_match b where b.office_id = ${officeId} and b.invoice_id = k.invoice_id)
               - (select i.total - k.open - coalesce((select sum(n.total) from samen.invoice n
                     where n.office_id = ${officeId} and n.credits = k.invoice_id), 0)
                    from samen.invoice i where i.office_id = ${officeId} and i.invoice_id = k.invoice_id)) r),
    relief as (
      select invoice_id as document_id, line_no, 'relief' as kind, code, category, rate, day,
             -${parts(sql`upto_base`, sql`base`, sql`open_left - vat_left`, sql`whole_base`)} as base,
             -${parts(sql`upto_vat`, sql`vat`, sql`vat_left`, sql`whole_vat`)} as vat
        from still_lost)`
}

/** Deductible VAT as the ledger has it, with what was bought or invested in the same transaction as its base. */
function boughtSql({ officeId, legalEntityId, to, origin }: ItemsQuestion) {
  return sql`
    bought as (
      select b.transaction_id as document_id, 1 as line_no,
             case when b.vat < 0 then 'purchase-credit' else 'purchase' end as kind,
             'purchase' as code, 'S' as category, '' as rate, d.day, b.base, b.vat
        from (select t.transaction_id, t.effective_on,
                     sum(e.amount) filter (where e.account = 'vat-deductible') as vat,
                     coalesce(sum(e.amount) filter (where e.account in ('purchases', 'fixed-assets')), 0) as base
                from samen.ledger_transaction t
                join samen.ledger_entry e on e.office_id = t.office_id and e.transaction_id = t.transaction_id
               where t.office_id = ${officeId} and t.legal_entity_id = ${legalEntityId}
                 and t.effective_on between ${origin}::date and ${to}::date
                 and t.transaction_id in (select x.transaction_id from samen.ledger_entry x
                                           where x.office_id = ${officeId} and x.account = 'vat-deductible')
               group by t.transaction_id, t.effective_on) b
        join day d on b.effective_on <= d.day)`
}
