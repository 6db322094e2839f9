// sdk/tool/src/json_report.cpp: `stdb run --json`: one object a line, each with a "type".
//
//   {"type":"call","line":1,"reducer":"add","outcome":"ok","fuel":4321}
//   {"type":"call","line":2,"reducer":"add","outcome":"error","error":"name is empty","fuel":1234}
//   {"type":"call","line":3,"reducer":"add","outcome":"trap","error":"...","reason":"...","frames":["..."],
//    "out_of_fuel":false,"fuel":99}
//   {"type":"call","line":4,"reducer":"add","outcome":"refused","error":"...","fuel":0}   by client_connected
//   {"type":"log","line":1,"level":"info","message":"...","target":"...","filename":"...","line_number":12}
//   {"type":"lifecycle","reducer":"init","outcome":"ok","fuel":321}   and other calls that the database makes itself
//   {"type":"table","table":"person","rows":2}   followed by its rows:
//   {"type":"row","table":"person","row":{"id":1,"name":"Ann","age":30}}
//   {"type":"summary","module":"...","module_bytes":9000,"imports":["..."],"calls":3,"ok":1,"errors":1,"traps":1,
//    "fuel":5654}
//
// The logs of a call follow it, under its line; those of a lifecycle call have no line.
#include "json_object.hpp"
#include "report.hpp"

namespace stdb::tool {
namespace {

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
    if (outcome.dropped_logs != 0) object.number("dropped_logs", outcome.dropped_logs);
    output_.write(object.number("fuel", outcome.fuel).line());
    for (const host::LogRecord& record : outcome.logs) log(call.line, record);
  }

  void refused_call(const ToldCall& call, std::string_view reason) override {
    output_.write(start(call).text("outcome", "refused").text("error", reason).number("fuel", 0).line());
  }

  void table(const host::TableDef& table, const host::Typespace& space,
             const std::vector<host::ByteView>& rows) override {
    output_.write(JsonObject().text("type", "table").text("table", table.name).number("rows", rows.size()).line());
    for (const host::ByteView row : rows) {
      std::string json;
      host::append_json(space.types()[table.row_type], space, row, json);
      output_.write(JsonObject().text("type", "row").text("table", table.name).raw("row", json).line());
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
    object.text("reducer", call.reducer);
    return object;
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
