// sdk/tool/src/text_report.cpp: `stdb run` told for people.
#include "cell.hpp"
#include "printable.hpp"
#include "report.hpp"

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
        output_.write("ok\n");
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

  void table(const host::TableDef& table, const host::Typespace& space,
             const std::vector<host::ByteView>& rows) override {
    output_.write("\n");
    print_table(table, space, rows, output_);
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
    output_.write(call.reducer);
    if (call.line != 0) output_.write(" " + shortened(printable(call.arguments)));
    output_.write(": ");
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
