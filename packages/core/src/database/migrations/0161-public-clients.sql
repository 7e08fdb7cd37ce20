-- Clients that are public bodies: in some countries their VAT takes another way. An invoice keeps what held when it was issued.
alter table samen.client add column public_body boolean not null default false;
