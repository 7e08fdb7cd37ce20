-- How invoices leave: by which network in which format, what was sent byte for byte, and what the network said of it.

-- From a day on: invoices for one client, for clients of one country, or for all others. The narrowest that is in force
-- counts; a new rule begins, none is changed. Format `none`: the invoice leaves by hand.
create table samen.delivery_rule (
  office_id         uuid not null,
  delivery_rule_id  uuid not null,
  valid_from        date not null,
  client_id         uuid,
  client_country    char(2),
  channel           text not null check (channel in ('peppol', 'sdi', 'pdp', 'nav', 'none')),
  format            text not null check (length(format) between 1 and 40),
  -- What the format asks of this client or of us: a recipient code, DIR3 centres, a contact.
  details           jsonb not null default '{}',
  set_by            text not null,
  set_at            timestamptz not null,
  primary key (office_id, delivery_rule_id),
  check (client_id is null or client_country is null),
  foreign key (office_id, client_id) references samen.client
);
create index delivery_rule_scope on samen.delivery_rule (office_id, valid_from desc);

-- Where a network's door stands, and the key to it, which is never shown again. The latest version counts.
create table samen.delivery_connection (
  office_id   uuid not null,
  channel     text not null check (channel in ('peppol', 'sdi', 'pdp', 'nav')),
  version     integer not null check (version > 0),
  url         text not null check (length(url) between 1 and 500),
  secrets     jsonb not null,
  set_by      text not null,
  set_at      timestamptz not null,
  primary key (office_id, channel, version),
  foreign key (office_id) references samen.office
);

-- How far the network has been listened to.
create table samen.delivery_cursor (
  office_id  uuid not null,
  channel    text not null,
  kind       text not null check (kind in ('responses', 'incoming')),
  cursor     text not null check (length(cursor) <= 500),
  primary key (office_id, channel, kind)
);

create table samen.invoice_delivery (
  office_id            uuid not null,
  invoice_delivery_id  uuid not null,
  invoice_id           uuid not null,
  channel              text not null check (channel in ('peppol', 'sdi', 'pdp', 'nav')),
  format               text not null,
  file_name            text not null check (length(file_name) between 1 and 200),
  receiver             text check (length(receiver) <= 200),
  -- What the channel wants to know beside the file.
  instructions         jsonb not null default '{}',
  content              text not null,
  sha256               bytea not null check (length(sha256) = 32),
  state                text not null check (state in ('queued', 'sent', 'accepted', 'delivered', 'buyer-accepted',
                                                      'buyer-rejected', 'failed')),
  next_step            text not null check (length(next_step) between 1 and 40),
  remote_id            text check (length(remote_id) <= 200),
  code                 text check (length(code) <= 40),
  detail               text check (length(detail) <= 1000),
  queued_by            text not null,
  queued_at            timestamptz not null,
  changed_at           timestamptz not null,
  primary key (office_id, invoice_delivery_id),
  check ((state = 'queued') <= (remote_id is null)),
  foreign key (office_id, invoice_id) references samen.invoice
);
-- One delivery of an invoice is under way on a channel; after a failure there can be another.
create unique index invoice_delivery_once on samen.invoice_delivery (office_id, invoice_id, channel) where state <> 'failed';
create unique index invoice_delivery_remote on samen.invoice_delivery (office_id, channel, remote_id)
  where remote_id is not null;
create index invoice_delivery_state on samen.invoice_delivery (office_id, state, invoice_delivery_id);

-- An invoice that a rule would send and that cannot be written so: somebody completes what is missing and sends it.
create table samen.delivery_problem (
  office_id   uuid not null,
  invoice_id  uuid not null,
  noticed_at  timestamptz not null,
  detail      text not null check (length(detail) between 1 and 1000),
  primary key (office_id, invoice_id, noticed_at),
  foreign key (office_id, invoice_id) references samen.invoice
);

-- What the network said, once each.
create table samen.invoice_delivery_event (
  office_id            uuid not null,
  channel              text not null,
  response_id          text not null check (length(response_id) between 1 and 200),
  invoice_delivery_id  uuid not null,
  state                text not null,
  code                 text not null check (length(code) between 1 and 40),
  detail               text check (length(detail) <= 1000),
  heard_at             timestamptz not null,
  primary key (office_id, channel, response_id),
  foreign key (office_id, invoice_delivery_id) references samen.invoice_delivery
);
create index invoice_delivery_event_of on samen.invoice_delivery_event (office_id, invoice_delivery_id, heard_at);

-- What came in over a network, once each: it became a supplier invoice, or was refused and why.
create table samen.delivery_arrival (
  office_id            uuid not null,
  channel              text not null,
  document_id          text not null check (length(document_id) between 1 and 200),
  name                 text not null check (length(name) between 1 and 200),
  supplier_invoice_id  uuid,
  problem              text check (length(problem) <= 1000),
  content              bytea,
  arrived_at           timestamptz not null,
  primary key (office_id, channel, document_id),
  check ((supplier_invoice_id is null) = (problem is not null)),
  foreign key (office_id, supplier_invoice_id) references samen.supplier_invoice
);

create function samen.guard_invoice_delivery() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{state,next_step,remote_id,code,detail,changed_at}'::text[])
     <> (to_jsonb(old) - '{state,next_step,remote_id,code,detail,changed_at}'::text[]) then
    raise exception 'what was sent is never changed' using errcode = 'restrict_violation';
  end if;
  if old.remote_id is not null and new.remote_id is distinct from old.remote_id then
    raise exception 'a delivery keeps the number the network gave it' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'queued' and new.state = 'queued' then
    raise exception 'what was sent is not queued again' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_invoice_delivery before update on samen.invoice_delivery
  for each row execute function samen.guard_invoice_delivery();

select samen.secure_office_table(t) from unnest(array[
  'samen.delivery_rule', 'samen.delivery_connection', 'samen.delivery_cursor', 'samen.invoice_delivery',
  'samen.invoice_delivery_event', 'samen.delivery_arrival', 'samen.delivery_problem']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.delivery_rule', 'samen.delivery_connection', 'samen.invoice_delivery_event',
  'samen.delivery_arrival', 'samen.delivery_problem']::regclass[]) t;
revoke delete, truncate on samen.invoice_delivery from samen_server;
