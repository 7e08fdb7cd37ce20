-- A receipt that was given to the wrong invoice is taken back: the match stays, and a second one with the opposite amount
-- stands beside it, so that every sum of matches is right by itself.

alter table samen.bank_match
  -- The match that this one takes back.
  add column undoes uuid,
  add column reason text,
  drop constraint bank_match_amount_check,
  add constraint bank_match_amount check (case when undoes is null then amount > 0 else amount < 0 end),
  -- Only money that came in is given to something by a person or by its reference; what was paid out comes back by the bank.
  add constraint bank_match_undone check (undoes is null or num_nonnulls(invoice_id, late_payment_of) = 1),
  add constraint bank_match_reason check
    ((undoes is null) = (reason is null) and length(reason) between 1 and 500),
  add foreign key (office_id, undoes) references samen.bank_match;
create unique index bank_match_undoes on samen.bank_match (office_id, undoes) where undoes is not null;
-- The work of people lately, to be looked at and taken back.
create index bank_match_latest on samen.bank_match (office_id, bank_match_id desc)
  where undoes is null and (invoice_id is not null or late_payment_of is not null);

create function samen.check_match_undone() returns trigger language plpgsql as $$
begin
  if not exists (
    select from samen.bank_match m
     where m.office_id = new.office_id and m.bank_match_id = new.undoes and m.undoes is null
       and m.bank_transaction_id = new.bank_transaction_id and m.amount = -new.amount
       and m.invoice_id is not distinct from new.invoice_id
       and m.late_payment_of is not distinct from new.late_payment_of) then
    raise exception 'a match is taken back whole, as it was' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger check_match_undone after insert on samen.bank_match
  for each row when (new.undoes is not null) execute function samen.check_match_undone();

-- What a fund got back by a receipt leaves it again when the receipt is taken back.
alter table samen.fund_movement
  drop constraint fund_movement_amount,
  add constraint fund_movement_amount check
    (amount > 0 or (amount < 0 and kind in ('contribution', 'transfer', 'spending', 'repayment', 'recovery')));
