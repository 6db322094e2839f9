// sdk/tool/src/run/text_report.cpp: `stdb run` told for people.
#include "cell.hpp"
#include "printable.hpp"
#include "run/report.hpp"
#include "stdb/host/text.hpp"

namespace stdb::tool {
namespace {

constexpr std::size_t most_arguments = 100;  // characters shown
constexpr std::size_t most_frames = 8;

std::string shortened(std::string_view text) {
  if (text.size() <= most_arguments) return std::string(text);
  std::size_t end = most_arguments;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;  // not within a character
  return std::string(text.substr(0, end)) + "...";
}

// A module's text for a terminal, its continuation lines under the first.
std::string indented(std::string_view text, std::string_view indent) {
  std::string out;
  for (const char c : printable(text)) {
    out.push_back(c);
    if (c == '\n') out += indent;
  }
  return out;
}

class TextReport : public Report {
 public:
  explicit TextReport(Output& output) : output_(output) {}

  void call(const ToldCall& call) override {
    const host::CallOutcome& outcome = *call.outcome;
    start(call);
    switch (outcome.status) {
      case host::CallStatus::committed:
        answer(call);
        break;
      case host::CallStatus::failed:
        output_.write("error: " + indented(outcome.error, "    ") + "\n");
        break;
      case host::CallStatus::trapped:
        output_.write("trapped: " + indented(outcome.trap_reason, "    ") + "\n");
        break;
    }
    for (const host::LogRecord& record : outcome.logs) log(record);
    if (outcome.dropped_logs != 0) output_.write("  (" + grouped(outcome.dropped_logs) + " more log lines dropped)\n");
    for (std::size_t at = 0; at < outcome.trap_frames.size() && at < most_frames; ++at) {
      output_.write("    in " + printable(outcome.trap_frames[at]) + "\n");
    }
  }

  void refused_call(const ToldCall& call, std::string_view reason) override {
    start(call);
    output_.write("not made, client_connected refused the sender: " + indented(reason, "    ") + "\n");
  }

  void advanced(std::uint64_t, std::string_view by, host::Timestamp now, bool is_cut_off) override {
    output_.write("advance " + std::string(by) + ": " + now.to_text() + "\n");
    if (is_cut_off) output_.write("  (more calls were due; an interval of zero is always due)\n");
  }

  void query(std::uint64_t, std::string_view sql, const ToldRows& rows) override {
    output_.write(indented(sql, "    ") + ": ");
    print_table(counted(rows.rows.size(), "row"), *rows.row_type, *rows.space, rows.rows, output_);
  }

  void table(const std::string& name, const ToldRows& rows) override {
    output_.write("\n");
    print_table(name + " (" + counted(rows.rows.size(), "row") + ")", *rows.row_type, *rows.space, rows.rows, output_);
  }

  void summary(const Summary& summary) override {
    output_.write("\n" + counted(summary.calls, "call") + ": " + grouped(summary.ok) + " ok, " +
                  counted(summary.errors, "error") + ", " + counted(summary.traps, "trap") + "; " +
                  grouped(summary.fuel) + " fuel\n");
    output_.write(summary.module_path + ": " + counted(summary.module_bytes, "byte") + ", " +
                  counted(summary.imports.size(), "import") + "\n");
    for (const std::string& name : summary.imports) output_.write("  " + printable(name) + "\n");
  }

 private:
  void start(const ToldCall& call) {
    output_.write(printable(call.target));
    if (!call.arguments.empty()) output_.write(" " + shortened(printable(call.arguments)));
    output_.write(": ");
  }

  // What a call that went well answered.
  void answer(const ToldCall& call) {
    if (call.procedure != nullptr && call.procedure->value_json != "[]") {
      output_.write("ok, " + printable(call.procedure->value_json) + "\n");
    } else if (call.view != nullptr) {
      view(call);
    } else if (call.http != nullptr) {
      response(call.http->response);
    } else {
      output_.write("ok\n");
    }
  }

  void view(const ToldCall& call) {
    const ToldRows& rows = *call.view_rows;
    std::string heading = "ok, " + counted(rows.rows.size(), "row");
    if (call.view->query) heading += " of " + indented(*call.view->query, "    ");
    print_table(heading, *rows.row_type, *rows.space, rows.rows, output_);
  }

  void response(const host::HttpResponse& response) {
    output_.write(std::to_string(response.code) + "\n");
    for (const host::HttpHeader& header : response.headers) {
      output_.write("  " + printable(header.name) + ": " + printable(host::as_utf8_text(header.value)) + "\n");
    }
    if (!response.body.empty()) output_.write("    " + indented(host::as_utf8_text(response.body), "    ") + "\n");
  }

  void log(const host::LogRecord& record) {
    std::string line = "  ";
    line += host::level_name(record.level);
    line.resize(8, ' ');
    line += indented(record.message, "        ");
    if (record.filename) {
      line += "  (" + printable(*record.filename);
      if (record.line) line += ":" + std::to_string(*record.line);
      line += ")";
    }
    output_.write(line + "\n");
  }

  Output& output_;
};

}  // namespace

std::unique_ptr<Report> text_report(Output& output) { return std::make_unique<TextReport>(output); }

}  // namespace stdb::tool
