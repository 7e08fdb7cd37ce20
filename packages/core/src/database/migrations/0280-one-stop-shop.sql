-- What is sold over the network to private people elsewhere in the Union, and where its VAT is declared.

alter table samen.contract drop constraint contract_supply_check;
alter table samen.contract add constraint contract_supply_check check (
  supply in ('performance', 'copyright', 'event-admission', 'training', 'service', 'electronic-service'));
alter table samen.contract_line drop constraint contract_line_supply_check;
alter table samen.contract_line add constraint contract_line_supply_check check (
  supply in ('performance', 'copyright', 'event-admission', 'training', 'service', 'electronic-service'));

alter table samen.vat_return drop constraint vat_return_form_check;
alter table samen.vat_return add constraint vat_return_form_check check (form in ('return', 'sales-list', 'one-stop-shop'));

-- Registered from a day on, or no longer; not registered before the first row.
create table samen.one_stop_shop_step (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  from_on          date not null check (extract(day from from_on) = 1),
  registered       boolean not null,
  recorded_by      text not null,
  recorded_at      timestamptz not null default now(),
  primary key (office_id, legal_entity_id, from_on),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
select samen.secure_office_table('samen.one_stop_shop_step'::regclass);
select samen.make_append_only('samen.one_stop_shop_step'::regclass);
