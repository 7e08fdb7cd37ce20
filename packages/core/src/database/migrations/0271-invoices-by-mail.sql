-- Invoices leave by e-mail too, where no network is prescribed. A rule says so; the message is one of samen.mail.

alter table samen.delivery_rule
  drop constraint delivery_rule_channel_check,
  add constraint delivery_rule_channel_check check (channel in ('peppol', 'sdi', 'pdp', 'nav', 'email', 'none'));
alter table samen.invoice_delivery
  drop constraint invoice_delivery_channel_check,
  add constraint invoice_delivery_channel_check check (channel in ('peppol', 'sdi', 'pdp', 'nav', 'email'));
