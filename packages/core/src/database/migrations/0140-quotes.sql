-- Before the order: what a price is made of, how long it is offered, the link a client answers by, and the answer's evidence.

-- The last day a quote may be accepted; null: no last day was set.
alter table samen.contract add column valid_until date;

create table samen.quote (
  office_id       uuid not null,
  contract_id     uuid not null,
  -- Counts the revisions: a link shows one version and dies with it.
  version         integer not null default 1 check (version between 1 and 10000),
  -- On all work together: hundredths of a percent, or minor units.
  discount_kind   text check (discount_kind in ('percent', 'amount')),
  discount_value  bigint check (discount_value > 0),
  -- Professional expenses that the price pays and no line passes on.
  own_expenses    bigint not null default 0 check (own_expenses >= 0),
  -- What else is agreed, in the client's language.
  conditions      text check (length(conditions) between 1 and 5000),
  primary key (office_id, contract_id),
  check ((discount_kind is null) = (discount_value is null)),
  check (discount_kind <> 'percent' or discount_value <= 10000),
  foreign key (office_id, contract_id) references samen.contract
);

create table samen.contract_line (
  office_id       uuid not null,
  contract_id     uuid not null,
  line_no         integer not null check (line_no between 1 and 100),
  kind            text not null check (kind in ('work', 'expense')),
  description     text not null check (length(description) between 1 and 300),
  supply          text not null check (supply in ('performance', 'copyright', 'event-admission', 'training', 'service')),
  -- Thousandths of a unit.
  quantity        bigint not null check (quantity > 0),
  unit            text not null check (unit in ('piece', 'hour', 'day', 'km')),
  unit_price      bigint not null check (unit_price >= 0),
  discount_kind   text check (discount_kind in ('percent', 'amount')),
  discount_value  bigint check (discount_value > 0),
  -- The client may take it or leave it.
  optional        boolean not null,
  chosen          boolean not null,
  primary key (office_id, contract_id, line_no),
  check (optional or chosen),
  check ((discount_kind is null) = (discount_value is null)),
  check (discount_kind <> 'percent' or discount_value <= 10000),
  foreign key (office_id, contract_id) references samen.contract
);

-- What was agreed is never rewritten: lines change only while their contract is a quote.
create function samen.guard_contract_line() returns trigger language plpgsql as $$
declare
  changed samen.contract_line := case when tg_op = 'DELETE' then old else new end;
begin
  perform from samen.contract
    where office_id = changed.office_id and contract_id = changed.contract_id and state = 'quote';
  if not found then
    raise exception 'the lines of a contract change only while it is a quote' using errcode = 'restrict_violation';
  end if;
  return changed;
end
$$;
create trigger guard_contract_line after insert or update or delete on samen.contract_line
  for each row execute function samen.guard_contract_line();

-- A link to one version of a quote. The token itself is nowhere: only its SHA-256.
create table samen.quote_link (
  office_id     uuid not null,
  link_id       uuid not null,
  contract_id   uuid not null,
  version       integer not null,
  token_hash    bytea not null check (length(token_hash) = 32),
  language      text not null,
  -- What the page shows, as canonical JSON (RFC 8785), and the same on paper.
  shown         text not null,
  shown_sha256  text not null check (shown_sha256 ~ '^[0-9a-f]{64}$'),
  pdf           bytea not null,
  pdf_sha256    text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  expires_at    timestamptz not null,
  created_at    timestamptz not null,
  created_by    text not null,
  opened_at     timestamptz,
  revoked_at    timestamptz,
  primary key (office_id, link_id),
  unique (office_id, token_hash),
  foreign key (office_id, contract_id) references samen.contract
);
create index quote_link_contract on samen.quote_link (office_id, contract_id);

create function samen.guard_quote_link() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{opened_at,revoked_at}'::text[]) <> (to_jsonb(old) - '{opened_at,revoked_at}'::text[])
     or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
    raise exception 'what a link shows is never changed; revoke it and make another' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_quote_link before update on samen.quote_link
  for each row execute function samen.guard_quote_link();

-- A client's answer and its evidence: a signed statement, each naming the hash of the office's one before.
create table samen.quote_answer (
  office_id      uuid not null,
  answer_no      bigint not null check (answer_no > 0),
  contract_id    uuid not null,
  link_id        uuid not null,
  decision       text not null check (decision in ('accepted', 'declined')),
  answered_by    text not null check (length(answered_by) between 1 and 200),
  answered_at    timestamptz not null,
  -- Canonical JSON, format samen-answer-1; its SHA-256; and an Ed25519 signature by the office's key.
  statement      text not null,
  hash           text not null check (hash ~ '^[0-9a-f]{64}$'),
  key_no         integer not null,
  signature      text not null,
  primary key (office_id, answer_no),
  unique (office_id, link_id),
  foreign key (office_id, contract_id) references samen.contract,
  foreign key (office_id, link_id) references samen.quote_link
);
create index quote_answer_contract on samen.quote_answer (office_id, contract_id);

select samen.secure_office_table(t) from unnest(array[
  'samen.quote', 'samen.contract_line', 'samen.quote_link', 'samen.quote_answer']::regclass[]) t;
select samen.make_append_only('samen.quote_answer');
revoke delete, truncate on samen.quote_link from samen_server;
