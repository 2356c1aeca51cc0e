-- The same on SQLite and PostgreSQL; placeholders stand for the types that the two call differently.
-- docs/dashboard.md describes tables and columns.

create table source_topics (
  topic text not null primary key,
  topic_id text not null,
  cluster_id text not null,
  read_at ${instant} not null
);

create table source_offsets (
  topic text not null,
  partition_number integer not null,
  next_offset bigint not null,
  primary key (topic, partition_number)
);

create table avro_schemas (
  fingerprint bigint not null primary key,
  definition text not null
);

create table recommendations (
  proposal_id text ${binary} not null primary key,
  portfolio text ${binary} not null,
  title text not null,
  title_key text ${binary} not null,
  stage text not null,
  decision text ${binary} not null,
  leaf text not null,
  verdict text ${binary} not null,
  segment smallint not null,
  previous_verdict text,
  verdict_since ${instant} not null,
  data_band text not null,
  missing_examples integer not null,
  baseline_model text ${binary},
  reference_model text ${binary},
  requests_per_month bigint not null,
  usage_source text,
  usage_window_end ${instant},
  best_alternative text ${binary},
  switch_savings double precision,
  decision_upfront_cost double precision,
  decision_monthly_cost double precision,
  best_model text ${binary},
  best_provider text,
  best_status text,
  upfront_cost double precision,
  monthly_savings double precision,
  payback_months double precision,
  breakeven_requests bigint,
  net_benefit double precision,
  roi double precision,
  minimum_monthly_requests bigint,
  baseline_price_margin double precision,
  worst_net_benefit double precision,
  best_net_benefit double precision,
  warnings text not null,
  signals text not null,
  candidate_models text not null,
  alternative_models text not null,
  evaluated_at ${instant} not null,
  valid_until ${instant},
  policy_version text not null,
  rules_version text not null,
  triggered_by text not null,
  trigger_key text not null,
  avro_value ${bytes} not null
);

create index recommendations_title on recommendations (title_key, proposal_id);
create index recommendations_portfolio on recommendations (portfolio, proposal_id);
create index recommendations_decision on recommendations (decision, proposal_id);
create index recommendations_verdict on recommendations (verdict, proposal_id);
create index recommendations_best_model on recommendations (best_model);
create index recommendations_upfront_cost on recommendations (upfront_cost, segment);
create index recommendations_decision_monthly_cost
  on recommendations (decision_monthly_cost, segment);
create index recommendations_switch_savings on recommendations (switch_savings, segment);
create index recommendations_monthly_savings on recommendations (monthly_savings, segment);
create index recommendations_payback_months on recommendations (payback_months, segment);
create index recommendations_net_benefit on recommendations (net_benefit, segment);
create index recommendations_roi on recommendations (roi, segment);
create index recommendations_evaluated_at on recommendations (evaluated_at, proposal_id, segment);
create index recommendations_valid_until on recommendations (valid_until, proposal_id);
create index recommendations_verdict_since on recommendations (verdict_since, proposal_id, segment);

create table recommendation_counts (
  portfolio text ${binary} not null,
  decision text ${binary} not null,
  verdict text ${binary} not null,
  best_model text ${binary} not null,
  proposals bigint not null,
  primary key (portfolio, decision, verdict, best_model)
);

create table model_dependants (
  model_id text ${binary} not null primary key,
  proposals bigint not null,
  as_candidate bigint not null,
  as_alternative bigint not null,
  as_baseline bigint not null
);

create table recommendation_changes (
  topic_partition integer not null,
  topic_offset bigint not null,
  proposal_id text ${binary} not null,
  portfolio text ${binary} not null,
  title text not null,
  changed_at ${instant} not null,
  kind text ${binary} not null,
  triggered_by text not null,
  trigger_key text not null,
  best_model text,
  from_decision text,
  to_decision text,
  from_verdict text,
  to_verdict text,
  from_monthly_savings double precision,
  to_monthly_savings double precision,
  from_upfront_cost double precision,
  to_upfront_cost double precision,
  from_net_benefit double precision,
  to_net_benefit double precision,
  primary key (topic_partition, topic_offset)
);

create index recommendation_changes_time on recommendation_changes (changed_at);
create index recommendation_changes_kind on recommendation_changes (kind, changed_at);
create index recommendation_changes_proposal on recommendation_changes (proposal_id, changed_at);

create table measured_usage (
  proposal_id text ${binary} not null primary key,
  window_start ${instant} not null,
  window_end ${instant} not null,
  requests bigint not null,
  input_tokens bigint not null,
  cached_input_tokens bigint not null,
  cache_write_tokens bigint not null,
  output_tokens bigint not null,
  tuned smallint,
  source text not null
);

create table stated_volumes (
  proposal_id text ${binary} not null primary key,
  requests_per_month bigint not null,
  prompt_tokens bigint not null,
  output_tokens bigint not null,
  tuned_output_tokens bigint
);

create table portfolio_summaries (
  portfolio text ${binary} not null primary key,
  proposals bigint not null,
  monthly_savings ${amount} not null,
  upfront_cost ${amount} not null,
  net_benefit ${amount} not null,
  decision_monthly_cost ${amount} not null,
  switch_savings ${amount} not null
);

create table portfolio_counts (
  portfolio text ${binary} not null,
  kind text ${binary} not null,
  symbol text ${binary} not null,
  proposals bigint not null,
  primary key (portfolio, kind, symbol)
);

create table prices (
  model_id text ${binary} not null primary key,
  provider text ${binary} not null,
  tuning_closes_at ${instant},
  retires_at ${instant},
  tuned_retires_at ${instant},
  replacement text,
  token_factor double precision not null,
  source text not null,
  observed_at ${instant},
  confidence text not null,
  periods integer not null,
  document text not null
);

create table price_periods (
  model_id text ${binary} not null,
  effective_from ${instant} not null,
  input_per_mtok double precision,
  cached_input_per_mtok double precision,
  cache_write_per_mtok double precision,
  output_per_mtok double precision,
  batch_input_per_mtok double precision,
  batch_output_per_mtok double precision,
  tiers integer not null,
  tunable smallint not null,
  tuning_training_per_mtok double precision,
  tuning_training_per_hour double precision,
  tuning_minimum_charge double precision,
  tuning_input_per_mtok double precision,
  tuning_cached_input_per_mtok double precision,
  tuning_output_per_mtok double precision,
  tuning_batch_input_per_mtok double precision,
  tuning_batch_output_per_mtok double precision,
  tuning_hosting_per_hour double precision,
  tuning_storage_per_month double precision,
  tuning_adapters_per_deployment integer,
  primary key (model_id, effective_from)
);

create table price_reviews (
  model_id text ${binary} not null primary key,
  held_at ${instant} not null,
  findings integer not null,
  in_force text,
  document text not null
);

create table price_review_dates (
  model_id text ${binary} not null,
  kind text not null,
  at ${instant} not null,
  primary key (model_id, kind, at)
);

create table price_impacts (
  change_id text ${binary} not null primary key,
  kind text not null,
  changed_key text not null,
  state text ${binary} not null,
  dependants bigint not null,
  rescored bigint not null,
  monthly_savings_change ${amount} not null,
  started_at ${instant} not null,
  completed_at ${instant},
  document text not null
);

create index price_impacts_started on price_impacts (started_at);
create index price_impacts_state on price_impacts (state, started_at);

create table price_impact_transitions (
  change_id text ${binary} not null,
  from_verdict text not null,
  to_verdict text not null,
  proposals bigint not null,
  primary key (change_id, from_verdict, to_verdict)
);
