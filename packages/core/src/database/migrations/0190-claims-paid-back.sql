-- A worker pays back what was paid too much: a receipt is given to the claim, wholly or in part.

alter table samen.worker_claim_decision
  drop constraint worker_claim_decision_decision_check,
  alter column fund_id drop not null,
  add column bank_match_id uuid,
  add constraint worker_claim_decision_kind check (decision in ('forgone', 'paid-back')),
  add constraint worker_claim_decision_by_whom check
    ((decision = 'forgone') = (fund_id is not null) and (decision = 'paid-back') = (bank_match_id is not null)),
  add foreign key (office_id, bank_match_id) references samen.bank_match;

alter table samen.bank_match
  add column worker_claim_id uuid,
  add foreign key (office_id, worker_claim_id) references samen.worker_claim,
  drop constraint bank_match_purpose,
  add constraint bank_match_purpose
    check (num_nonnulls(invoice_id, payslip_id, late_payment_of, supplier_invoice_id, worker_claim_id) = 1);
create index bank_match_worker_claim on samen.bank_match (office_id, worker_claim_id) where worker_claim_id is not null;
