-- Two names of one client are found by what is left of them without case, accents, signs and legal form.
create function samen.name_key(name text) returns text
  language sql immutable parallel safe
  return regexp_replace(
    regexp_replace(
      regexp_replace(
        translate(lower(name), 'àáâãäåçèéêëìíîïñòóôõöøőùúûüűýÿ', 'aaaaaaceeeeiiiinooooooouuuuuyy'),
        '[^a-z0-9]+', ' ', 'g'),
      '\m(asbl|vzw|aisbl|ivzw|sprl|srl|bvba|bv|nv|sa|sas|sasu|sarl|scop|scic|scrl|sc|cv|cvba|gmbh|ggmbh|ag|ug|kg|ohg|gbr|ev|eg|ab|hb|kft|zrt|nyrt|bt|kkt|sl|slu|slne|spa|snc|ltd|llc|inc|the|de|la|le|les|het|der|die|das)\M',
      ' ', 'g'),
    '\s+', '', 'g');

create index client_name_key on samen.client (office_id, left(samen.name_key(name), 4));
create index client_email on samen.client (office_id, lower(email)) where email is not null;
