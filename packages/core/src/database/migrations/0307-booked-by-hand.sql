-- Money at the bank that belongs to no invoice, wage or claim is booked by a person: contributions and VAT that were paid, the
-- bank's charges and interest, a share.
alter table samen.bank_match
  add column account text,
  add column words text check (length(words) between 1 and 300),
  drop constraint bank_match_purpose,
  add constraint bank_match_purpose
    check (num_nonnulls(invoice_id, payslip_id, late_payment_of, supplier_invoice_id, worker_claim_id, account) = 1),
  add constraint bank_match_words check ((account is null) = (words is null)),
  drop constraint bank_match_undone,
  add constraint bank_match_undone check (undoes is null or num_nonnulls(invoice_id, late_payment_of, account) = 1),
  add foreign key (office_id, account) references samen.ledger_account;

create or replace function samen.check_match_undone() returns trigger language plpgsql as $$
begin
  if not exists (
    select from samen.bank_match m
     where m.office_id = new.office_id and m.bank_match_id = new.undoes and m.undoes is null
       and m.bank_transaction_id = new.bank_transaction_id and m.amount = -new.amount
       and m.invoice_id is not distinct from new.invoice_id
       and m.late_payment_of is not distinct from new.late_payment_of
       and m.account is not distinct from new.account) then
    raise exception 'a match is taken back whole, as it was' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create index bank_match_booked on samen.bank_match (office_id, bank_match_id desc)
  where undoes is null and account is not null;
