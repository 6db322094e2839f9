// sdk/tool/src/run.cpp: `stdb run`: publishes a module in an embedded database and makes the calls of a file.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <map>

#include "call_line.hpp"
#include "commands.hpp"
#include "exit_code.hpp"
#include "file.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "stdb/host/database.hpp"
#include "wasm_file.hpp"

namespace stdb::tool {
namespace {

host::DatabaseOptions database_options(const RunOptions& options) {
  host::DatabaseOptions given;
  given.profile = options.profile;
  given.limits = {options.fuel_per_call, options.memory_bytes};
  return given;
}

class Run {
 public:
  explicit Run(const RunOptions& options)
      : options_(options),
        database_(database_options(options)),
        report_(options.json ? json_report(output_) : text_report(output_)) {}

  int run() {
    if (const int code = publish(); code != all_was_run) return code;
    if (!check_tables()) return misuse;
    const bool all_read = make_calls();
    disconnect_all();
    for (const std::string& name : options_.tables) print(name);
    report_->summary(summary_);
    if (!output_.flush() || !all_read) return misuse;
    return trapped_ ? module_failed : all_was_run;
  }

 private:
  // The connection of one sender; refused ones are remembered with the reason.
  struct Connection {
    host::Caller caller;
    std::optional<std::string> refusal;
  };

  int publish() {
    const auto wasm = read_file(options_.module_path);
    if (!wasm) {
      complain(wasm.error());
      return misuse;
    }
    summary_.module_path = options_.module_path;
    summary_.module_bytes = wasm->size();
    const auto published = database_.publish(*wasm);
    if (!published) {
      complain(options_.module_path + ": " + published.error().text);
      const auto kind = published.error().kind;
      const bool it_ran = kind == host::ErrorKind::start_failed || kind == host::ErrorKind::init_failed;
      return it_ran ? module_failed : misuse;
    }
    if (const auto file = parse_wasm(*wasm)) {
      for (const WasmImport& import : file->imports) summary_.imports.push_back(import.module + "." + import.name);
    }
    note_what_does_not_run();
    if (*published) tell_own(**published);
    return all_was_run;
  }

  void note_what_does_not_run() const {
    const host::ModuleDef& module = database_.module();
    const auto is_scheduled = [](const host::TableDef& table) { return table.schedule.has_value(); };
    std::string kinds;
    const auto add = [&](bool declares, std::string_view kind) {
      if (declares) kinds += (kinds.empty() ? "" : ", ") + std::string(kind);
    };
    add(std::ranges::any_of(module.tables, is_scheduled), "schedules");
    add(!module.views.empty(), "views");
    add(!module.procedures.empty(), "procedures");
    add(!module.http_handlers.empty(), "HTTP handlers");
    if (!kinds.empty())
      complain("note: " + options_.module_path + " declares " + kinds + ", which this host does not run");
  }

  bool check_tables() {
    for (const std::string& name : options_.tables) {
      if (const auto rows = database_.row_count(name); !rows) {
        complain("--print: " + rows.error().text);
        return false;
      }
    }
    return true;
  }

  // Whether every line was a call. Stops at the first that is not, and when nobody reads the output any more.
  bool make_calls() {
    if (!options_.calls_path) return true;
    auto reader = LineReader::open(*options_.calls_path);
    if (!reader) {
      complain("--calls: " + reader.error());
      return false;
    }
    while (!output_.is_broken()) {
      if (!reader->has_line()) output_.flush();  // whoever feeds us a line at a time sees what it did
      const auto line = reader->next();
      if (!line) break;
      if (line->find_first_not_of(" \t") == std::string_view::npos) continue;
      if (auto made = make_call(*line, reader->line_number()); !made) return stop_at(*reader, made.error());
      progress_.advance(summary_.calls);
    }
    return reader->failure().empty() || stop_at(*reader, reader->failure());
  }

  bool stop_at(const LineReader& reader, const std::string& text) {
    progress_.clear();
    output_.flush();
    complain(reader.name() + ":" + std::to_string(reader.line_number()) + ": " + text);
    return false;
  }

  std::expected<void, std::string> make_call(std::string_view text, std::uint64_t number) {
    const auto line = parse_call_line(text);
    if (!line) return std::unexpected(line.error());
    const host::Identity sender = line->sender.value_or(host::default_owner());
    const auto encoded = database_.encode_arguments(line->reducer, line->arguments, sender);
    if (!encoded) return std::unexpected(encoded.error().text);
    last_time_ = line->at;
    const std::string arguments = options_.json ? std::string() : boost::json::serialize(line->arguments);
    ToldCall told{number, line->reducer, arguments, nullptr};
    const Connection& connection = connected(sender);
    ++summary_.calls;
    if (connection.refusal) {
      ++summary_.errors;
      report_->refused_call(told, *connection.refusal);
      return {};
    }
    const auto outcome = database_.call(line->reducer, *encoded, {connection.caller, line->at});
    if (!outcome) return std::unexpected(outcome.error().text);
    told.outcome = &*outcome;
    report_->call(told);
    count(*outcome);
    for (const host::CallOutcome& queued : outcome->queued) tell_own(queued);
    return {};
  }

  void count(const host::CallOutcome& outcome) {
    summary_.fuel += outcome.fuel;
    switch (outcome.status) {
      case host::CallStatus::committed:
        ++summary_.ok;
        break;
      case host::CallStatus::failed:
        ++summary_.errors;
        break;
      case host::CallStatus::trapped:
        ++summary_.traps;
        trapped_ = true;
        break;
    }
  }

  // A call that the database made itself, and what it queued.
  void tell_own(const host::CallOutcome& outcome) {
    ToldCall told;
    told.reducer = outcome.reducer;
    told.outcome = &outcome;
    report_->call(told);
    trapped_ = trapped_ || outcome.status == host::CallStatus::trapped;
    for (const host::CallOutcome& queued : outcome.queued) tell_own(queued);
  }

  // Each sender connects before its first call.
  const Connection& connected(const host::Identity& sender) {
    const auto known = connections_.find(sender);
    if (known != connections_.end()) return known->second;
    Connection& connection = connections_[sender];
    const auto made = database_.connect(sender, last_time_);
    if (!made) {
      connection.refusal = made.error().text;
      return connection;
    }
    connection.caller = made->caller;
    if (made->outcome) tell_own(*made->outcome);
    if (made->is_accepted()) {
      order_.push_back(sender);
    } else {
      connection.refusal = made->outcome->error;
    }
    return connection;
  }

  // And disconnects after the last call, the first to come first.
  void disconnect_all() {
    progress_.clear();
    for (const host::Identity& sender : order_) {
      const auto outcome = database_.disconnect(connections_[sender].caller, last_time_);
      if (outcome && *outcome) tell_own(**outcome);
    }
  }

  void print(const std::string& name) {
    const auto rows = database_.rows(name);
    if (rows) report_->table(*database_.module().find_table(name), database_.module().typespace, *rows);
  }

  const RunOptions& options_;
  Output output_;
  host::Database database_;
  std::unique_ptr<Report> report_;
  Progress progress_;
  Summary summary_;
  bool trapped_ = false;
  std::map<host::Identity, Connection> connections_;
  std::vector<host::Identity> order_;  // of those that were accepted
  std::optional<host::Timestamp> last_time_;
};

}  // namespace

int run(const RunOptions& options) { return Run(options).run(); }

}  // namespace stdb::tool
