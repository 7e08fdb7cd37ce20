-- What a worker was paid too much may be kept back from later wages: with the worker's consent, up to what the law lets.

-- A worker agreed, or took it back. The latest word counts.
create table samen.worker_claim_consent (
  office_id        uuid not null,
  worker_claim_id  uuid not null,
  consent_no       integer not null check (consent_no > 0),
  agreed           boolean not null,
  -- How it was said: the member's own click, or the paper that staff saw.
  words            text not null check (length(words) between 1 and 300),
  recorded_by      text not null,
  recorded_on      date not null,
  primary key (office_id, worker_claim_id, consent_no),
  foreign key (office_id, worker_claim_id) references samen.worker_claim
);

-- What a payslip keeps back, as its run was computed; it goes with the payslip when the run is thrown away.
create table samen.worker_claim_set_off (
  office_id        uuid not null,
  payslip_id       uuid not null,
  worker_claim_id  uuid not null,
  amount           bigint not null check (amount > 0),
  -- The most that all claims together may take of the payslip: a part of its net, by the law of the day of payment.
  most             bigint not null,
  rate_numerator   bigint not null check (rate_numerator > 0),
  rate_denominator bigint not null check (rate_denominator > rate_numerator),
  source           text not null,
  primary key (office_id, payslip_id, worker_claim_id),
  check (amount <= most),
  foreign key (office_id, payslip_id) references samen.payslip on delete cascade,
  foreign key (office_id, worker_claim_id) references samen.worker_claim
);
create index worker_claim_set_off_claim on samen.worker_claim_set_off (office_id, worker_claim_id);

create function samen.guard_worker_claim_set_off() returns trigger language plpgsql as $$
begin
  if exists (select from added a join samen.payslip p using (office_id, payslip_id)
               join samen.pay_run r on r.office_id = p.office_id and r.pay_run_id = p.pay_run_id
              where r.state <> 'computed' or r.kind <> 'wages') then
    raise exception 'only a computed run of wages keeps something back' using errcode = 'restrict_violation';
  end if;
  if exists (select from samen.worker_claim_set_off s join samen.payslip p using (office_id, payslip_id)
              where (s.office_id, s.payslip_id) in (select office_id, payslip_id from added)
              group by s.office_id, s.payslip_id, p.net
             having sum(s.amount) > min(s.most)
                 or min(s.most) > min(floor(p.net::numeric * s.rate_numerator / s.rate_denominator))) then
    raise exception 'a wage is kept back beyond what the law lets' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger guard_worker_claim_set_off after insert on samen.worker_claim_set_off
  referencing new table as added for each statement execute function samen.guard_worker_claim_set_off();

alter table samen.worker_claim_decision
  drop constraint worker_claim_decision_kind,
  drop constraint worker_claim_decision_by_whom,
  add column payslip_id uuid,
  add constraint worker_claim_decision_kind check (decision in ('forgone', 'paid-back', 'set-off')),
  add constraint worker_claim_decision_by_whom check
    ((decision = 'forgone') = (fund_id is not null) and (decision = 'paid-back') = (bank_match_id is not null)
     and (decision = 'set-off') = (payslip_id is not null)),
  add foreign key (office_id, payslip_id, worker_claim_id) references samen.worker_claim_set_off;
-- Last guard against keeping the same back twice.
create unique index worker_claim_decision_set_off
  on samen.worker_claim_decision (office_id, worker_claim_id, payslip_id) where payslip_id is not null;

select samen.secure_office_table(t) from unnest(array[
  'samen.worker_claim_consent', 'samen.worker_claim_set_off']::regclass[]) t;
select samen.make_append_only('samen.worker_claim_consent');
revoke update, delete, truncate on samen.worker_claim_set_off from samen_server;
