-- Free texts beside the ledger, which refers to them by id and digest. No projection: what is here is nowhere else, and
-- what is erased is gone for good.
create table texts.text (
  id uuid primary key,
  -- SHA-256 of the content's UTF-8, in hex. It stays when the content is erased.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  language text not null check (language in ('fi', 'sv', 'en')),
  -- null: erased.
  content text
);
