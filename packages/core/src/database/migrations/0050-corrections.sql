-- Retroactive law: a correction is a pay run whose payslips hold the differences to payslips that were paid.

alter table samen.pay_run
  add column kind text not null default 'wages' check (kind in ('wages', 'correction')),
  -- What a correction looked at: payslips for days from here on, of everybody or of one worker.
  add column corrects_from date,
  add column corrects_member uuid,
  -- What mutualised funds bear of its employer cost; negative where it gives them something back.
  add column borne bigint not null default 0,
  add constraint correction_says_what check ((kind = 'correction') = (corrects_from is not null)),
  add constraint correction_of_member check (corrects_member is null or kind = 'correction');

alter table samen.payslip
  -- The payslip whose figures this one changes: its own are signed differences, its gross is zero.
  add column corrects uuid,
  -- The part of the employer cost that funds bear instead of the job's budget, in all and by fund (minor units as text).
  add column borne bigint not null default 0,
  add column borne_by jsonb not null default '{}',
  drop constraint payslip_office_id_engagement_id_period_from_key,
  drop constraint payslip_net_check,
  add constraint payslip_net_paid check (corrects is not null or net >= 0),
  add constraint payslip_gross_kept check (corrects is null or (gross = 0 and fee = 0 and levy = 0 and budget = 0)),
  add constraint payslip_borne_by_correction check (corrects is not null or (borne = 0 and borne_by = '{}')),
  add foreign key (office_id, corrects) references samen.payslip;
-- One wage per engagement and month, ever: still the last guard against paying twice.
create unique index payslip_wage on samen.payslip (office_id, engagement_id, period_from) where corrects is null;
-- One difference per payslip and correction: the last guard against correcting twice.
create unique index payslip_correction on samen.payslip (office_id, corrects, pay_run_id) where corrects is not null;
-- A worker's wages with an employer in the order in which each started from the totals of the one before.
create index payslip_chain on samen.payslip (office_id, member_id, legal_entity_id, payslip_id) where corrects is null;

-- What a correction found paid too much. Never withheld by itself: it stands until somebody decides.
create table samen.worker_claim (
  office_id        uuid not null,
  worker_claim_id  uuid not null,
  pay_run_id       uuid not null,
  legal_entity_id  uuid not null,
  member_id        uuid not null,
  arose_on         date not null,
  currency         char(3) not null,
  amount           bigint not null check (amount > 0),
  primary key (office_id, worker_claim_id),
  unique (office_id, pay_run_id, legal_entity_id, member_id),
  foreign key (office_id, pay_run_id) references samen.pay_run,
  foreign key (office_id, member_id) references samen.member
);
create index worker_claim_member on samen.worker_claim (office_id, member_id);

-- What a human decided about a claim. Forgone: a fund bears it. The parts never exceed the claim.
create table samen.worker_claim_decision (
  office_id           uuid not null,
  worker_claim_id     uuid not null,
  decision_no         integer not null check (decision_no > 0),
  decision            text not null check (decision = 'forgone'),
  fund_id             uuid not null,
  amount              bigint not null check (amount > 0),
  reason              text not null check (length(reason) between 1 and 300),
  decided_by          text not null,
  decided_on          date not null,
  primary key (office_id, worker_claim_id, decision_no),
  foreign key (office_id, worker_claim_id) references samen.worker_claim,
  foreign key (office_id, fund_id) references samen.fund
);

select samen.secure_office_table(t) from unnest(array[
  'samen.worker_claim', 'samen.worker_claim_decision']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.worker_claim', 'samen.worker_claim_decision']::regclass[]) t;

-- Money a fund spent may come back to it: what it bore of a cost that a later correction lowers.
alter table samen.fund_movement
  drop constraint fund_movement_check,
  add constraint fund_movement_amount check
    (amount > 0 or (amount < 0 and kind in ('contribution', 'transfer', 'spending')));
