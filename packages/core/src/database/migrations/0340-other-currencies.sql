-- A client may be offered and invoiced a price in another currency than the office's. Books, budget, levy and returns stay in the
-- office's: the quote fixes the rate that the worker's budget is reckoned at, the invoice the one of its day that the law wants.
alter table samen.quote
  add column currency text check (currency ~ '^[A-Z]{3}$'),
  add column rate_numerator int8 check (rate_numerator > 0),
  add column rate_denominator int8 check (rate_denominator > 0),
  add column rate_on date,
  add column rate_source text,
  add constraint quote_conversion
    check (num_nonnulls(currency, rate_numerator, rate_denominator, rate_on, rate_source) in (0, 5)),
  -- A deposit is taken off at another rate than it was asked for at: not offered yet.
  add constraint quote_conversion_deposit check (currency is null or deposit_kind is null);

-- What the activity has of an invoice in another currency: its net amount at the rate of the quote. The amounts beside are those
-- of the invoice's day in the office's currency, and the client owes `billed_total`.
alter table samen.invoice
  add column agreed_net int8,
  add column billed_currency text check (billed_currency ~ '^[A-Z]{3}$'),
  add column billed_total int8,
  add constraint invoice_billed check (num_nonnulls(agreed_net, billed_currency, billed_total) in (0, 3)),
  add constraint invoice_billed_kind check (billed_currency is null or kind <> 'deposit');

-- What the payer's bank was told to pay, where that was in another currency.
alter table samen.bank_transaction
  add column instructed_currency text check (instructed_currency ~ '^[A-Z]{3}$'),
  add column instructed_amount int8,
  add constraint bank_transaction_instructed check ((instructed_currency is null) = (instructed_amount is null));

-- What a receipt pays of an invoice in its currency; `amount` is what the books had it at. What came in beyond or below that
-- is an exchange difference, a part of the receipt of its own.
alter table samen.bank_match
  add column billed_amount int8,
  add column exchange_of uuid,
  add constraint bank_match_billed check (billed_amount is null or invoice_id is not null and billed_amount * amount >= 0),
  add constraint bank_match_exchange check (exchange_of is null or account in ('exchange-gain', 'exchange-loss')),
  add foreign key (office_id, exchange_of) references samen.bank_match,
  drop constraint bank_match_amount,
  add constraint bank_match_amount
    check (exchange_of is not null or case when undoes is null then amount > 0 else amount < 0 end);
create unique index bank_match_exchange_of on samen.bank_match (office_id, exchange_of) where exchange_of is not null and undoes is null;
