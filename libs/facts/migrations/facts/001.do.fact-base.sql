-- The tables of the fact base, version 1 (projection facts@1). A rebuild makes the same tables in a schema of their own
-- beside these and moves them here; so they are made by a function.
--
-- Days are civil days counted from 1970-01-01; -2147483648 and 2147483647 stand for the infinite ones. Events are
-- numbered 1, 2, 3 ... in ledger order (seq), whatever the store's positions look like.

create function facts_1.create_tables(target text) returns void language plpgsql as $$
begin
  execute format($ddl$
    -- How far the ledger has been read. Rows and checkpoint change in one transaction, which begins by locking this row.
    create table %1$I.checkpoint (
      only_row boolean primary key default true check (only_row),
      seq integer not null default 0,
      position text,
      recorded integer not null default -2147483648,
      -- Why the projection stopped; null while it is well.
      stopped text
    );
    insert into %1$I.checkpoint default values;

    -- Who runs the projection; for liveness only. What keeps two owners from harm is the checkpoint.
    create table %1$I.lease (
      only_row boolean primary key default true check (only_row),
      owner text,
      until timestamptz not null default '-infinity'
    );
    insert into %1$I.lease default values;

    -- The events of the ledger as the fact base reads them; body is the envelope's text.
    create table %1$I.event (
      seq integer primary key,
      position text not null,
      major numeric(20) not null,
      minor numeric(20) not null,
      id uuid not null,
      stream text not null,
      type text not null,
      nature text,
      target uuid,
      recorded integer not null,
      learned integer not null,
      body text not null
    );
    create index event_position on %1$I.event (major, minor);
    create index event_id on %1$I.event (id);
    create index event_stream on %1$I.event (stream, seq);
    create index event_type on %1$I.event (type, seq);
    create index event_target on %1$I.event (target) where target is not null;
    create index event_retraction on %1$I.event (stream, seq) where nature = 'retraction';
    create index event_recorded on %1$I.event (recorded, seq);

    create table %1$I.entity (
      no integer generated always as identity primary key,
      id text not null unique,
      kind text not null,
      -- The last event that bears upon it, corrections and retractions included.
      last_seq integer not null
    );
    create index entity_kind on %1$I.entity (kind);

    -- Every pair that any statement about the entity gives as its `within`; what holds at a moment is in the rows.
    create table %1$I.entity_within (
      key text not null,
      value text not null,
      entity integer not null,
      primary key (key, value, entity)
    );

    -- Which facts bear upon which entity by any of their statements; seq is the original's.
    create table %1$I.touch (
      entity integer not null,
      seq integer not null,
      primary key (entity, seq)
    );

    -- The texts that rows of states name: withins and full states, each once per entity, by a hash of the text.
    create table %1$I.part (
      entity integer not null,
      hash bigint not null,
      body text not null,
      primary key (entity, hash)
    );

    -- State(D, K): from a day on (until the next row's), for knowledge from one place up to, not including, another.
    -- parts: the hash of the within, then of each possible state in order; null: nothing has happened yet.
    create table %1$I.state_ledger (
      entity integer not null,
      on_from integer not null,
      known_from integer not null,
      known_to integer not null,
      parts bigint[] not null,
      primary key (entity, on_from, known_from)
    );
    create table %1$I.state_source (like %1$I.state_ledger including all);

    -- Steering states over all days, as JSON.
    create table %1$I.course_ledger (
      entity integer not null,
      known_from integer not null,
      known_to integer not null,
      body text not null,
      primary key (entity, known_from)
    );
    create table %1$I.course_source (like %1$I.course_ledger including all);
  $ddl$, target);
end
$$;

select facts_1.create_tables('facts_1');
