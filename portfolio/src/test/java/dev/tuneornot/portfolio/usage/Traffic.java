package dev.tuneornot.portfolio.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Made-up calls of some applications, written as each source exports them, so that all seven tell
 * of the same traffic.
 */
record Traffic(List<Call> calls) {

  /** A call; input holds all prompt tokens. One that failed has none. */
  record Call(
      String application,
      String provider,
      String model,
      Instant at,
      int input,
      int cached,
      int written,
      int output,
      boolean failed) {

    LocalDate day() {
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    int uncached() {
      return input - cached - written;
    }

    Instant end() {
      return at.plusMillis(1_850);
    }
  }

  /** What a day's calls of an application with a model add up to. */
  record Daily(
      LocalDate day,
      String application,
      String provider,
      String model,
      long answered,
      long failed,
      long input,
      long cached,
      long written,
      long output) {

    long uncached() {
      return input - cached - written;
    }

    String next() {
      return day.plusDays(1).toString();
    }

    long startSeconds() {
      return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
  }

  List<Daily> daily() {
    Map<String, List<Call>> groups =
        calls.stream()
            .collect(
                Collectors.groupingBy(
                    call -> call.day() + call.application() + call.model(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Daily> days = new ArrayList<>();
    for (List<Call> group : groups.values()) {
      Call first = group.get(0);
      days.add(
          new Daily(
              first.day(),
              first.application(),
              first.provider(),
              first.model(),
              group.stream().filter(call -> !call.failed()).count(),
              group.stream().filter(Call::failed).count(),
              group.stream().mapToLong(Call::input).sum(),
              group.stream().mapToLong(Call::cached).sum(),
              group.stream().mapToLong(Call::written).sum(),
              group.stream().mapToLong(Call::output).sum()));
    }
    return days;
  }

  String liteLlmDaily() {
    return lines(
        "id,team_id,date,api_key,model,model_group,custom_llm_provider,mcp_namespaced_tool_name,"
            + "prompt_tokens,completion_tokens,cache_read_input_tokens,"
            + "cache_creation_input_tokens,spend,api_requests,successful_requests,failed_requests,"
            + "created_at,updated_at",
        daily(),
        day ->
            format(
                "%s,%s,%s,%s,%s,%s,%s,,%d,%d,%d,%d,%.6f,%d,%d,%d,%sT00:04:10.120Z,%sT00:00:02.511Z",
                id(day.day() + day.application() + day.model()),
                day.application(),
                day.day(),
                "88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b",
                day.model(),
                day.model(),
                day.provider(),
                day.input(),
                day.output(),
                day.cached(),
                day.written(),
                day.input() * 1.2e-6,
                day.answered() + day.failed(),
                day.answered(),
                day.failed(),
                day.day(),
                day.next()));
  }

  String liteLlmSpend() {
    return lines(
        "",
        calls,
        call ->
            format(
                """
                {"request_id":"chatcmpl-%s","call_type":"acompletion","api_key":"88dc28d0f030c55e",\
                "spend":%s,"total_tokens":%d,"prompt_tokens":%d,"completion_tokens":%d,\
                "startTime":"%s","endTime":"%s","model":"%s","model_id":"%s","model_group":"%s",\
                "custom_llm_provider":"%s","user":"default_user_id","metadata":{"status":"%s",\
                "user_api_key_team_alias":"%s","additional_usage_values":{\
                "cache_read_input_tokens":%d,"cache_creation_input_tokens":%d,\
                "prompt_tokens_details":{"cached_tokens":%d}}},"cache_hit":"False",\
                "request_tags":["app:%s","env:production"],"team_id":"%s","organization_id":null,\
                "end_user":"","session_id":"%s","status":"%s"}""",
                id(call),
                call.failed() ? "0" : "0.0123",
                call.input() + call.output(),
                call.input(),
                call.output(),
                call.at(),
                call.end(),
                call.model(),
                id(call.model()),
                call.model(),
                call.provider(),
                call.failed() ? "failure" : "success",
                call.application(),
                call.cached(),
                call.written(),
                call.cached(),
                call.application(),
                call.application(),
                id(call.at()),
                call.failed() ? "failure" : "success"));
  }

  String liteLlmSpendAsCsv() {
    return lines(
        "request_id,call_type,spend,prompt_tokens,completion_tokens,startTime,endTime,model,"
            + "custom_llm_provider,metadata,cache_hit,request_tags,team_id,status",
        calls,
        call ->
            format(
                "%s,acompletion,0.01,%d,%d,%s,%s,%s,%s,"
                    + "\"{\"\"additional_usage_values\"\": {\"\"cache_read_input_tokens\"\": %d,"
                    + " \"\"cache_creation_input_tokens\"\": %d}}\",False,"
                    + "\"[\"\"app:%s\"\", \"\"env:production\"\"]\",%s,%s",
                id(call),
                call.input(),
                call.output(),
                call.at().toString().replace('T', ' ').replace("Z", ""),
                call.end().toString().replace('T', ' ').replace("Z", ""),
                call.model(),
                call.provider(),
                call.cached(),
                call.written(),
                call.application(),
                call.application(),
                call.failed() ? "failure" : "success"));
  }

  String langfuse() {
    return lines(
        "",
        calls,
        call ->
            format(
                """
                {"id":"%s","trace_id":"%s","project_id":"cm8x1project","environment":"production",\
                "type":"SPAN","start_time":"%s","end_time":"%s","name":"retrieve","metadata":{},\
                "provided_model_name":null,"model_id":null,"usage_details":{}}
                {"id":"%s","trace_id":"%s","project_id":"cm8x1project","environment":"production",\
                "type":"GENERATION","start_time":"%s","end_time":"%s","name":"%s",\
                "metadata":{"app":"%s"},"level":"%s","provided_model_name":"%s","model_id":null,\
                "usage_details":%s,"prompt_name":"%s","prompt_version":7}""",
                id("span" + call),
                id("trace" + call),
                call.at(),
                call.at(),
                id(call),
                id("trace" + call),
                call.at(),
                call.end(),
                call.application(),
                call.application(),
                call.failed() ? "ERROR" : "DEFAULT",
                call.model(),
                call.failed()
                    ? "{}"
                    : format(
                        "{\"input\":%d,\"input_cached_tokens\":%d,"
                            + "\"cache_creation_input_tokens\":%d,\"output\":%d,\"total\":%d}",
                        call.uncached(),
                        call.cached(),
                        call.written(),
                        call.output(),
                        call.input() + call.output()),
                call.application()));
  }

  String openAi() {
    return page(
        day ->
            format(
                "{\"object\":\"bucket\",\"start_time\":%d,\"end_time\":%d,\"results\":[",
                day.startSeconds(), day.startSeconds() + 86_400),
        day ->
            format(
                """
                {"object":"organization.usage.completions.result","input_tokens":%d,\
                "output_tokens":%d,"input_cached_tokens":%d,"input_audio_tokens":0,\
                "output_audio_tokens":0,"num_model_requests":%d,"project_id":"proj_%s",\
                "user_id":null,"api_key_id":null,"model":"%s","batch":false}""",
                day.input(),
                day.output(),
                day.cached(),
                day.answered(),
                day.application(),
                day.model()));
  }

  String anthropic() {
    return page(
        day ->
            format(
                "{\"starting_at\":\"%sT00:00:00Z\",\"ending_at\":\"%sT00:00:00Z\",\"results\":[",
                day.day(), day.next()),
        day ->
            format(
                """
                {"uncached_input_tokens":%d,"cache_creation":{"ephemeral_1h_input_tokens":%d,\
                "ephemeral_5m_input_tokens":%d},"cache_read_input_tokens":%d,"output_tokens":%d,\
                "server_tool_use":{"web_search_requests":0},"api_key_id":null,\
                "workspace_id":"wrkspc_%s","model":"%s","service_tier":"standard",\
                "context_window":"0-200k"}""",
                day.uncached(),
                day.written() / 4,
                day.written() - day.written() / 4,
                day.cached(),
                day.output(),
                day.application(),
                day.model()));
  }

  String otel() {
    return lines(
        "",
        calls,
        call ->
            format(
                """
                {"resourceSpans":[{"resource":{"attributes":[%s]},"scopeSpans":[{"scope":\
                {"name":"opentelemetry.instrumentation.openai_v2"},"spans":[{"traceId":"%s",\
                "spanId":"%s","name":"chat %s","kind":3,"startTimeUnixNano":"%d",\
                "endTimeUnixNano":"%d","attributes":[%s],"status":{%s}}]}]}]}""",
                text("service.name", call.application()),
                id("trace" + call) + id(call),
                id(call),
                call.model(),
                call.at().toEpochMilli() * 1_000_000,
                call.end().toEpochMilli() * 1_000_000,
                String.join(
                    ",",
                    text("gen_ai.operation.name", "chat"),
                    text("gen_ai.provider.name", call.provider()),
                    text("gen_ai.request.model", call.model()),
                    number("gen_ai.usage.input_tokens", call.input()),
                    number("gen_ai.usage.cache_read.input_tokens", call.cached()),
                    number("gen_ai.usage.cache_creation.input_tokens", call.written()),
                    number("gen_ai.usage.output_tokens", call.output())),
                call.failed() ? "\"code\":2" : ""));
  }

  /** A row for each kind of token; quantities in millions. */
  String focus() {
    StringBuilder rows =
        new StringBuilder(
            "BillingCurrency,BilledCost,EffectiveCost,ChargeCategory,ChargeClass,"
                + "ChargePeriodStart,ChargePeriodEnd,ServiceName,SubAccountId,SkuId,SkuMeter,"
                + "ConsumedQuantity,ConsumedUnit,PricingUnit,x_Model,Tags\n");
    for (Daily day : daily()) {
      charge(day, "input tokens", day.uncached(), rows);
      charge(day, "cache read input tokens", day.cached(), rows);
      charge(day, "cache write input tokens", day.written(), rows);
      charge(day, "output tokens", day.output(), rows);
    }
    return rows.toString();
  }

  /** Requests of each application, for sources that do not count them. */
  String requests() {
    Map<String, Long> answered = new TreeMap<>();
    for (Call call : calls) {
      answered.merge(call.application(), call.failed() ? 0L : 1L, Long::sum);
    }
    StringBuilder rows = new StringBuilder("proposalId,requests\n");
    answered.forEach((application, count) -> rows.append(application + "," + count + "\n"));
    return rows.toString();
  }

  private static void charge(Daily day, String meter, long tokens, StringBuilder rows) {
    if (tokens > 0) {
      rows.append(
          format(
              "USD,0.5,0.5,Usage,,%sT00:00:00Z,%sT00:00:00Z,%s API,acct-1,%s-%s,%s,%s,MTok,"
                  + "MTok,%s,\"{\"\"app\"\": \"\"%s\"\"}\"%n",
              day.day(),
              day.next(),
              day.provider(),
              day.model(),
              meter.replace(' ', '-'),
              meter,
              BigDecimal.valueOf(tokens).movePointLeft(6).toPlainString(),
              day.model(),
              day.application()));
    }
  }

  private String page(Function<Daily, String> opening, Function<Daily, String> result) {
    Map<LocalDate, List<Daily>> buckets =
        daily().stream()
            .collect(Collectors.groupingBy(Daily::day, TreeMap::new, Collectors.toList()));
    return buckets.values().stream()
        .map(
            bucket ->
                opening.apply(bucket.get(0))
                    + bucket.stream().map(result).collect(Collectors.joining(",\n   ", "\n   ", ""))
                    + "]}")
        .collect(
            Collectors.joining(
                ",\n  ",
                "{\"object\":\"page\",\"data\":[\n  ",
                "],\n \"has_more\":false,\"next_page\":null}\n"));
  }

  private static <T> String lines(String header, List<T> elements, Function<T, String> line) {
    String rows = elements.stream().map(line).collect(Collectors.joining("\n", "", "\n"));
    return header.isEmpty() ? rows : header + "\n" + rows;
  }

  private static String text(String key, String value) {
    return format("{\"key\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}", key, value);
  }

  private static String number(String key, long value) {
    return format("{\"key\":\"%s\",\"value\":{\"intValue\":\"%d\"}}", key, value);
  }

  private static String id(Object of) {
    return format("%016x", of.toString().hashCode() * 0x9E3779B97F4A7C15L);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
  }
}
