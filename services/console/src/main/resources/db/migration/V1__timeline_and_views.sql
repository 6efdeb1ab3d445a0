-- One row, and the lock under which events are kept: commit order is cursor order.
create table log_head (
    cursor_value bigint not null
);
insert into log_head (cursor_value) values (0);

create table event (
    id          varchar primary key,
    log_cursor  bigint not null unique,
    type        varchar not null,
    topic       varchar not null,
    source      varchar not null,
    subject     varchar not null,
    event_time  timestamp(6) with time zone not null,
    delivery    varchar not null,
    cause       varchar not null,
    application varchar not null,
    summary     text not null
);
create index event_of_delivery on event (delivery);
create index event_of_application on event (application, log_cursor);

create table application (
    name       varchar primary key,
    updated_at timestamp(6) with time zone not null,
    standing   text not null
);

create table delivery (
    id          varchar primary key,
    application varchar not null,
    started_at  timestamp(6) with time zone not null,
    standing    text not null
);
create index delivery_of_application on delivery (application, started_at);

create table request_key (
    request_key  varchar primary key,
    fingerprint  varchar not null,
    commanded_at timestamp(6) with time zone not null,
    delivery     varchar not null,
    digest       varchar not null,
    revision     varchar not null
);
