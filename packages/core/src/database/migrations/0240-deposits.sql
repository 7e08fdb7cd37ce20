-- A deposit on an order: an invoice of its own kind before the job, taken off the job's invoice when that is issued.

alter table samen.invoice drop constraint invoice_kind_check;
alter table samen.invoice add constraint invoice_kind_check check (kind in ('invoice', 'deposit', 'credit-note'));

-- What a quote asks for once it is agreed: hundredths of a percent of the fee, or minor units without VAT.
alter table samen.quote
  add column deposit_kind text check (deposit_kind in ('percent', 'amount')),
  add column deposit_value bigint check (deposit_value > 0),
  add constraint quote_deposit check ((deposit_kind is null) = (deposit_value is null)),
  add constraint quote_deposit_percent check (deposit_kind <> 'percent' or deposit_value < 10000);

-- What a job's deposits ask for and no credit note took back, without VAT.
create function samen.standing_deposit(office uuid, contract uuid) returns bigint language sql stable as $$
  select coalesce(sum(d.net - coalesce((select sum(n.net) from samen.invoice n
                                         where n.office_id = office and n.credits = d.invoice_id), 0)), 0)::bigint
    from samen.invoice d where d.office_id = office and d.contract_id = contract and d.kind = 'deposit'
$$;

-- Whatever writes deposits: one stands at a time, it is less than the job, and it comes before the job's invoice.
create function samen.check_deposit() returns trigger language plpgsql as $$
declare
  whole bigint;
begin
  select fee into whole from samen.contract where office_id = new.office_id and contract_id = new.contract_id;
  if samen.standing_deposit(new.office_id, new.contract_id) <> new.net or new.net >= whole then
    raise exception 'a job has one deposit at a time, of less than its fee of %', whole using errcode = 'check_violation';
  end if;
  perform from samen.invoice
    where office_id = new.office_id and contract_id = new.contract_id and kind = 'invoice';
  if found then
    raise exception 'a job that is invoiced asks for no deposit' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger deposit_is_part_of_the_job after insert on samen.invoice
  for each row when (new.kind = 'deposit') execute function samen.check_deposit();

-- Nobody keeps the deposit of a job that will not be done, and a split order has no invoice of its own to take it off.
create function samen.check_deposit_returned() returns trigger language plpgsql as $$
begin
  if samen.standing_deposit(new.office_id, new.contract_id) > 0 then
    raise exception 'a deposit stands on this order: it is credited before the order is %', new.state
      using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger deposit_is_returned after update of state on samen.contract
  for each row when (new.state in ('cancelled', 'split') and old.state <> new.state)
  execute function samen.check_deposit_returned();
