// sdk/tool/src/run/json_report.cpp: `stdb run --json`: one object a line, each with a "type".
//
//   {"type":"call","line":1,"reducer":"add","outcome":"ok","fuel":4321}
//   {"type":"call","line":2,"reducer":"add","outcome":"error","error":"name is empty","fuel":1234}
//   {"type":"call","line":3,"reducer":"add","outcome":"trap","error":"...","reason":"...","frames":["..."],
//    "out_of_fuel":false,"fuel":99}
//   {"type":"call","line":4,"reducer":"add","outcome":"refused","error":"...","fuel":0}   by client_connected
//   {"type":"call","line":5,"procedure":"ask","outcome":"ok","value":"why","fuel":12}
//   {"type":"call","line":6,"view":"mine","outcome":"ok","rows":[{"id":1}],"fuel":12}   of a query it stands
//    before the rows: "query":"SELECT ..."
//   {"type":"call","line":7,"request":"GET /greet","outcome":"ok","code":200,"headers":[["name","value"]],
//    "body":"hello","fuel":12}   a body that is not UTF-8 is "body_hex":"00ff"
//   {"type":"query","line":8,"query":"SELECT * FROM person","rows":[{"id":1,"name":"Ann","age":30}]}
//   {"type":"advance","line":9,"by":"10s","now":1769860810000000,"cut_off":false}   after the calls that it made
//   {"type":"log","line":1,"level":"info","message":"...","target":"...","filename":"...","line_number":12}
//   {"type":"lifecycle","reducer":"init","outcome":"ok","fuel":321}   and other calls that the database makes itself:
//    scheduled and queued ones too, with "procedure" where it is one
//   {"type":"table","table":"person","rows":2}   followed by its rows:
//   {"type":"row","table":"person","row":{"id":1,"name":"Ann","age":30}}
//   {"type":"summary","module":"...","module_bytes":9000,"imports":["..."],"calls":3,"ok":1,"errors":1,"traps":1,
//    "fuel":5654}
//
// The logs of a call follow it, under its line; those of a call of the database itself have no line.
#include "json_object.hpp"
#include "run/report.hpp"
#include "stdb/host/text.hpp"

namespace stdb::tool {
namespace {

std::string_view target_key(host::FunctionKind kind) {
  return kind == host::FunctionKind::http_handler ? "request" : host::function_kind_name(kind);
}

std::string hex_of(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) {
    digits.push_back("0123456789abcdef"[static_cast<unsigned char>(byte) >> 4]);
    digits.push_back("0123456789abcdef"[byte & 15]);
  }
  return digits;
}

class JsonReport : public Report {
 public:
  explicit JsonReport(Output& output) : output_(output) {}

  void call(const ToldCall& call) override {
    const host::CallOutcome& outcome = *call.outcome;
    JsonObject object = start(call);
    switch (outcome.status) {
      case host::CallStatus::committed:
        object.text("outcome", "ok");
        break;
      case host::CallStatus::failed:
        object.text("outcome", "error").text("error", outcome.error);
        break;
      case host::CallStatus::trapped:
        object.text("outcome", "trap").text("error", outcome.error).text("reason", outcome.trap_reason);
        object.texts("frames", outcome.trap_frames).boolean("out_of_fuel", outcome.is_out_of_fuel);
        break;
    }
    if (outcome.is_committed()) answer(call, object);
    if (call.http != nullptr) response(call.http->response, object);
    if (outcome.dropped_logs != 0) object.number("dropped_logs", outcome.dropped_logs);
    output_.write(object.number("fuel", outcome.fuel).line());
    for (const host::LogRecord& record : outcome.logs) log(call.line, record);
  }

  void refused_call(const ToldCall& call, std::string_view reason) override {
    output_.write(start(call).text("outcome", "refused").text("error", reason).number("fuel", 0).line());
  }

  void advanced(std::uint64_t line, std::string_view by, host::Timestamp now, bool is_cut_off) override {
    JsonObject object;
    object.text("type", "advance").number("line", line).text("by", by).raw("now", std::to_string(now.micros));
    output_.write(object.boolean("cut_off", is_cut_off).line());
  }

  void query(std::uint64_t line, std::string_view sql, const ToldRows& rows) override {
    JsonObject object;
    object.text("type", "query").number("line", line).text("query", sql).raw("rows", json_of(rows));
    output_.write(object.line());
  }

  void table(const std::string& name, const ToldRows& rows) override {
    output_.write(JsonObject().text("type", "table").text("table", name).number("rows", rows.rows.size()).line());
    for (const host::ByteView row : rows.rows) {
      output_.write(JsonObject().text("type", "row").text("table", name).raw("row", json_of(rows, row)).line());
    }
  }

  void summary(const Summary& summary) override {
    JsonObject object;
    object.text("type", "summary").text("module", summary.module_path).number("module_bytes", summary.module_bytes);
    object.texts("imports", summary.imports).number("calls", summary.calls).number("ok", summary.ok);
    object.number("errors", summary.errors).number("traps", summary.traps).number("fuel", summary.fuel);
    output_.write(object.line());
  }

 private:
  static JsonObject start(const ToldCall& call) {
    JsonObject object;
    object.text("type", call.line != 0 ? "call" : "lifecycle");
    if (call.line != 0) object.number("line", call.line);
    object.text(target_key(call.kind), call.target);
    return object;
  }

  static std::string json_of(const ToldRows& rows, host::ByteView row) {
    std::string json;
    host::append_json(*rows.row_type, *rows.space, row, json);
    return json;
  }

  static std::string json_of(const ToldRows& rows) {
    std::string json = "[";
    for (const host::ByteView row : rows.rows) {
      if (json.size() > 1) json.push_back(',');
      json += json_of(rows, row);
    }
    return json + "]";
  }

  static void answer(const ToldCall& call, JsonObject& object) {
    if (call.procedure != nullptr) object.raw("value", call.procedure->value_json);
    if (call.view == nullptr) return;
    if (call.view->query) object.text("query", *call.view->query);
    object.raw("rows", json_of(*call.view_rows));
  }

  static void response(const host::HttpResponse& response, JsonObject& object) {
    std::string headers = "[";
    for (const host::HttpHeader& header : response.headers) {
      if (headers.size() > 1) headers.push_back(',');
      headers.push_back('[');
      host::append_json_string(header.name, headers);
      headers.push_back(',');
      host::append_json_string(host::as_utf8_text(header.value), headers);
      headers.push_back(']');
    }
    object.number("code", response.code).raw("headers", headers + "]");
    if (host::is_utf8_text(response.body)) {
      object.text("body", response.body);
    } else {
      object.text("body_hex", hex_of(response.body));
    }
  }

  void log(std::uint64_t line, const host::LogRecord& record) {
    JsonObject object;
    object.text("type", "log");
    if (line != 0) object.number("line", line);
    object.text("level", host::level_name(record.level)).text("message", record.message);
    if (record.target) object.text("target", *record.target);
    if (record.filename) object.text("filename", *record.filename);
    if (record.line) object.number("line_number", *record.line);
    output_.write(object.line());
  }

  Output& output_;
};

}  // namespace

std::unique_ptr<Report> json_report(Output& output) { return std::make_unique<JsonReport>(output); }

}  // namespace stdb::tool
