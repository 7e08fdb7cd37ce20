-- A supplier invoice on paper is entered by hand: there is no file to hold against it, so somebody else approves it.
alter table samen.supplier_invoice
  add constraint supplier_invoice_second_person
    check (arrived_by <> 'hand' or state <> 'approved' or decided_by <> received_by);

-- Equipment enters the register by the approval of a supplier invoice; what was bought before has none.
alter table samen.fixed_asset
  add column supplier_invoice_id uuid,
  add foreign key (office_id, supplier_invoice_id) references samen.supplier_invoice,
  add unique (office_id, supplier_invoice_id);
