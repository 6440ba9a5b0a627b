-- A lease in PostgreSQL for scheduled work: SCHEDULED_EVENTS=true says which container may try, the lease says which one is
-- the scheduler. To be run with the migrations of the app; it can be run again.
--
-- The time of a lease decides only when another container may take over. What keeps the work of two apart is the token, which
-- no clock has a part in: each takeover raises it, and a transaction with an old one fails.

create table if not exists scheduler_lease (
    name    text primary key,
    holder  text,
    token   bigint      not null default 0,
    expires timestamptz not null default '-infinity'
);
insert into scheduler_lease (name) values ('scheduled-events') on conflict do nothing;

-- Takes the lease if it is free or its time is over, and gives the token to work with; null while somebody else has it.
create or replace function take_scheduler_lease(who text, lasting interval) returns bigint language sql as $$
    update scheduler_lease
       set holder = who, token = token + 1, expires = clock_timestamp() + lasting
     where name = 'scheduled-events' and expires < clock_timestamp()
 returning token
$$;

-- Keeps the lease, to be called a few times while it lasts; false once it is somebody else's.
create or replace function renew_scheduler_lease(mine bigint, lasting interval) returns boolean language sql as $$
    with renewed as (
        update scheduler_lease
           set expires = clock_timestamp() + lasting
         where name = 'scheduled-events' and token = mine and holder is not null
     returning token
    )
    select exists (select from renewed)
$$;

-- Comes first in each transaction that does scheduled work. It fails once the lease is somebody else's; until the transaction
-- ends, it keeps anybody else from taking it, by a lock on the row. Renewals wait for it as well, so keep it shorter than the lease.
create or replace function hold_scheduler_lease(mine bigint) returns void language plpgsql as $$
begin
    perform from scheduler_lease where name = 'scheduled-events' and token = mine for share;
    if not found then
        raise exception 'The lease with the token % is over, and somebody else has one', mine
            using errcode = 'object_not_in_prerequisite_state';
    end if;
end
$$;

-- Gives the lease back when the container is told to stop, so that the next one need not wait.
create or replace function release_scheduler_lease(mine bigint) returns void language sql as $$
    update scheduler_lease
       set holder = null, expires = '-infinity'
     where name = 'scheduled-events' and token = mine
$$;
