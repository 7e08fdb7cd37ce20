-- An order that is done and billed in parts: each part is a contract of its own; the order stays as it was agreed.

alter table samen.contract drop constraint contract_state_check;
alter table samen.contract add constraint contract_state_check
  check (state in ('quote', 'order', 'split', 'started', 'done', 'invoiced', 'closed', 'cancelled'));

create table samen.order_part (
  office_id    uuid not null,
  -- The order as it was agreed: its contract is in the state split.
  order_id     uuid not null,
  part_no      integer not null check (part_no between 1 and 60),
  contract_id  uuid not null,
  label        text not null check (length(label) between 1 and 100),
  -- Of the order: hundredths of a percent, or equal weights for a part a month.
  weight       bigint not null check (weight > 0),
  fee          bigint not null check (fee > 0),
  expenses     bigint not null check (expenses >= 0),
  -- Said to be done, and invoiced, when its last day is over.
  automatic    boolean not null,
  primary key (office_id, order_id, part_no),
  unique (office_id, contract_id),
  foreign key (office_id, order_id) references samen.contract,
  foreign key (office_id, contract_id) references samen.contract
);
create index order_part_automatic on samen.order_part (office_id, contract_id) where automatic;

-- Whatever writes parts, they come to the order to the cent.
create function samen.check_order_parts() returns trigger language plpgsql as $$
declare
  parts record;
  whole record;
begin
  select sum(fee) as fee, sum(expenses) as expenses into parts from samen.order_part
   where office_id = new.office_id and order_id = new.order_id;
  select fee, expenses into whole from samen.contract
   where office_id = new.office_id and contract_id = new.order_id;
  if parts.fee <> whole.fee or parts.expenses <> whole.expenses then
    raise exception 'the parts of an order come to % and % of expenses, the order to % and %',
      parts.fee, parts.expenses, whole.fee, whole.expenses using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger order_parts_are_the_order after insert on samen.order_part
  deferrable initially deferred for each row execute function samen.check_order_parts();

select samen.secure_office_table('samen.order_part');
select samen.make_append_only('samen.order_part');
