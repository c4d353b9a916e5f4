-- The ledger: every event once, in one order, for good.

-- The role of the running product. It belongs to the server and not to a database, so another database may have made it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'vaihe_app') then
    create role vaihe_app nologin;
  end if;
  if not pg_has_role(current_user, 'vaihe_app', 'set') then
    execute format('grant vaihe_app to %I', current_user);
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

create table ledger.events (
  -- 1, 2, 3 ... in the order of commit, without a gap.
  position bigint primary key,
  stream text not null,
  -- 1, 2, 3 ... within the stream.
  version integer not null,
  id uuid not null,
  type text not null,
  recorded_at timestamptz not null,
  -- The event itself: canonical JSON, byte for byte. Never jsonb, which would keep other bytes.
  text text not null,
  constraint events_stream_version unique (stream, version),
  constraint events_id unique (id)
);

-- The last position. A row of its own, so that the loss of the newest events would show as a gap.
create table ledger.head (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
insert into ledger.head (position) values (0);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is never changed: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'VA002';
end
$$;

create trigger refuse_change before update or delete or truncate on ledger.events
  for each statement execute function ledger.refuse_change();
create trigger refuse_change before delete or truncate on ledger.head
  for each statement execute function ledger.refuse_change();

-- Appends items, each to one stream at exactly the version that it expects, all of an item's events or none. Gives per
-- item the version that its stream had: the item is appended where that is the one expected, and in conflict otherwise;
-- one loser never aborts the others. `first_position` is that of the first event written, the rest follow in order.
--
-- Why positions are dense and in the order of commit: the lock is held from before the head is read until after the
-- commit, so positions are given by one transaction at a time, and one that rolls back gives its positions back. Each
-- statement of a volatile function sees what was committed before it began, that is: all that held the lock before.
--
-- item, step, ids, types, recorded, texts: one entry per event; `item` is the number (from 1) of the item it belongs to,
-- `step` its own number (from 1) within it. No stream may stand in two items. An event id that is in the ledger already
-- fails the whole call (events_id). Few plain statements, since starting one costs more than what it does.
create function ledger.append(
  process_clock timestamptz,
  streams text[],
  expected integer[],
  item integer[],
  step integer[],
  ids uuid[],
  types text[],
  recorded timestamptz[],
  texts text[],
  out actual integer[],
  out first_position bigint
)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  -- Milliseconds between the two clocks; an event's recorded moment is only worth as much as the clock that stamped it.
  skew bigint := round(extract(epoch from clock_timestamp() - process_clock) * 1000);
  last bigint;
begin
  if abs(skew) > 60000 then
    raise exception 'the clock of the process and that of the database are % ms apart', abs(skew) using errcode = 'VA001';
  end if;
  perform pg_advisory_xact_lock(7231000004);
  actual := array(
    select coalesce((select e.version from ledger.events e where e.stream = s.stream order by e.version desc limit 1), 0)
    from unnest(streams) with ordinality as s (stream, number)
    order by s.number
  );
  if actual <> expected then
    -- Only the winners go on.
    select array_agg(e.item order by e.n), array_agg(e.step order by e.n), array_agg(e.id order by e.n),
      array_agg(e.type order by e.n), array_agg(e.at order by e.n), array_agg(e.text order by e.n)
    into item, step, ids, types, recorded, texts
    from unnest(item, step, ids, types, recorded, texts) with ordinality as e (item, step, id, type, at, text, n)
    where actual[e.item] = expected[e.item];
    if ids is null then
      return;
    end if;
  end if;
  update ledger.head h set position = h.position + cardinality(ids) returning h.position - cardinality(ids) into last;
  insert into ledger.events (position, stream, version, id, type, recorded_at, text)
  select last + e.n, streams[e.item], expected[e.item] + e.step, e.id, e.type, e.at, e.text
  from unnest(item, step, ids, types, recorded, texts) with ordinality as e (item, step, id, type, at, text, n);
  first_position := last + 1;
end
$$;

revoke all on all tables in schema ledger from public;
revoke all on all functions in schema ledger from public;
grant usage on schema ledger to vaihe_app;
grant select on ledger.events, ledger.head to vaihe_app;
grant execute on function ledger.append to vaihe_app;
