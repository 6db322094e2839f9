// sdk/tool/src/run/run.cpp: `stdb run`: publishes a module in an embedded database and makes the calls of a file.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <filesystem>

#include "commands.hpp"
#include "exit_code.hpp"
#include "file.hpp"
#include "output.hpp"
#include "run/call_line.hpp"
#include "run/progress.hpp"
#include "run/report.hpp"
#include "run/senders.hpp"
#include "stdb/host/database.hpp"
#include "stdb/host/network.hpp"
#include "wasm_file.hpp"

namespace stdb::tool {
namespace {

host::DatabaseOptions database_options(const RunOptions& options) {
  host::DatabaseOptions given;
  given.profile = options.profile;
  given.limits = {options.fuel_per_call, options.memory_bytes};
  given.environment = options.environment;
  if (options.http) given.http = host::network_client({.allows_loopback = options.http_loopback});
  return given;
}

class Run {
 public:
  explicit Run(const RunOptions& options)
      : options_(options),
        database_(database_options(options)),
        senders_(database_),
        report_(options.json ? json_report(output_) : text_report(output_)) {}

  int run() {
    if (const int code = publish(); code != all_was_run) return code;
    if (!check_tables()) return misuse;
    const bool all_read = make_calls();
    progress_.clear();
    for (const host::CallOutcome& outcome : senders_.disconnect_all()) tell_own(outcome);
    for (const std::string& name : options_.tables) print(name);
    const bool is_saved = save();
    report_->summary(summary_);
    if (!output_.flush() || !all_read || !is_saved) return misuse;
    return trapped_ ? module_failed : all_was_run;
  }

 private:
  using Made = std::expected<void, std::string>;

  int publish() {
    const auto wasm = read_file(options_.module_path);
    if (!wasm) {
      complain(wasm.error());
      return misuse;
    }
    summary_.module_path = options_.module_path;
    summary_.module_bytes = wasm->size();
    const auto published = begin(*wasm);
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

  // Goes on from the data of an earlier run, or begins anew.
  host::Expected<std::optional<host::CallOutcome>> begin(const std::vector<std::uint8_t>& wasm) {
    if (!options_.data_path || !std::filesystem::exists(*options_.data_path)) return database_.publish(wasm);
    const auto data = read_file(*options_.data_path);
    if (!data) return host::refuse(host::ErrorKind::bad_snapshot, data.error());
    auto restored = database_.restore(*data, wasm);
    if (restored) return std::nullopt;
    const bool is_about_file = restored.error().kind == host::ErrorKind::bad_snapshot;
    return host::refuse(restored.error().kind,
                        (is_about_file ? *options_.data_path + ": " : std::string()) + restored.error().text);
  }

  bool save() {
    if (!options_.data_path) return true;
    const auto written = write_file(*options_.data_path, *database_.save());
    if (!written) complain("--data: " + written.error());
    return written.has_value();
  }

  void note_what_does_not_run() const {
    const host::ModuleDef& module = database_.module();
    const auto has_outbox = [](const host::TableDef& table) { return table.outbox.has_value(); };
    if (!std::ranges::any_of(module.tables, has_outbox)) return;
    complain("note: " + options_.module_path + " declares outboxes, which this host does not deliver");
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

  Made make_call(std::string_view text, std::uint64_t number) {
    const auto line = parse_call_line(text);
    if (!line) return std::unexpected(line.error());
    if (line->advance) return advance(*line, number);
    if (line->is_query) return query(*line, number);
    if (*line->kind == host::FunctionKind::http_handler) return request(*line, number);
    return call_function(*line, number);
  }

  Made advance(const CallLine& line, std::uint64_t number) {
    const auto due = database_.advance(*line.advance);
    if (!due) return std::unexpected(due.error().text);
    for (const host::CallOutcome& outcome : due->calls) tell_own(outcome);
    report_->advanced(number, line.target, database_.now(), due->is_cut_off);
    return {};
  }

  Made query(const CallLine& line, std::uint64_t number) {
    const auto result = database_.query(line.target, line.sender.value_or(host::default_owner()));
    if (!result) return std::unexpected(result.error().text);
    const host::Typespace& space = database_.module().typespace;
    report_->query(number, line.target,
                   {&space.types()[result->row_type], &space, {result->rows.begin(), result->rows.end()}});
    return {};
  }

  Made request(const CallLine& line, std::uint64_t number) {
    host::CallOptions options;
    if (line.sender) options.caller.identity = *line.sender;
    options.at = line.at;
    const auto outcome = database_.request(line.request, options);
    if (!outcome) return std::unexpected(outcome.error().text);
    ToldCall told{number, *line.kind, line.target, {}, &*outcome};
    told.http = &*outcome;
    tell(told);
    return {};
  }

  Made call_function(const CallLine& line, std::uint64_t number) {
    const host::Identity sender = line.sender.value_or(host::default_owner());
    const auto arguments = database_.encode_arguments(*line.kind, line.target, line.arguments, sender);
    if (!arguments) return std::unexpected(arguments.error().text);
    ToldCall told{number, *line.kind, line.target, {}};
    const bool tells_arguments = !options_.json && line.kind != host::FunctionKind::view;
    const std::string text = tells_arguments ? boost::json::serialize(line.arguments) : std::string();
    told.arguments = text;
    const Sender& connection = senders_.find(sender, line.at, line.claims);
    if (connection.came) tell_own(*connection.came);
    if (connection.refusal) {
      ++summary_.calls;
      ++summary_.errors;
      report_->refused_call(told, *connection.refusal);
      return {};
    }
    const host::CallOptions options{connection.caller, line.at};
    switch (*line.kind) {
      case host::FunctionKind::procedure:
        return call_procedure(line.target, *arguments, options, told);
      case host::FunctionKind::view:
        return read_view(line.target, *arguments, options, told);
      default:
        return call_reducer(line.target, *arguments, options, told);
    }
  }

  Made call_reducer(std::string_view name, const host::Bytes& arguments, const host::CallOptions& options,
                    ToldCall& told) {
    const auto outcome = database_.call(name, arguments, options);
    if (!outcome) return std::unexpected(outcome.error().text);
    told.outcome = &*outcome;
    tell(told);
    return {};
  }

  Made call_procedure(std::string_view name, const host::Bytes& arguments, const host::CallOptions& options,
                      ToldCall& told) {
    const auto outcome = database_.call_procedure(name, arguments, options);
    if (!outcome) return std::unexpected(outcome.error().text);
    told.outcome = &*outcome;
    told.procedure = &*outcome;
    tell(told);
    return {};
  }

  Made read_view(std::string_view name, const host::Bytes& arguments, const host::CallOptions& options,
                 ToldCall& told) {
    const auto outcome = database_.view(name, arguments, options);
    if (!outcome) return std::unexpected(outcome.error().text);
    const host::Typespace& space = database_.module().typespace;
    const ToldRows rows{&space.types()[database_.module().find_view(name)->row_type],
                        &space,
                        {outcome->rows.begin(), outcome->rows.end()}};
    told.outcome = &*outcome;
    told.view = &*outcome;
    told.view_rows = &rows;
    tell(told);
    return {};
  }

  // A call of the file, after what ran while it slept and before what it queued.
  void tell(const ToldCall& told) {
    const host::CallOutcome& outcome = *told.outcome;
    for (const host::CallOutcome& other : outcome.meanwhile) tell_own(other);
    ++summary_.calls;
    report_->call(told);
    count(outcome);
    for (const host::CallOutcome& queued : outcome.queued) tell_own(queued);
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

  // A call that the database made itself, and what came of it.
  void tell_own(const host::CallOutcome& outcome) {
    for (const host::CallOutcome& other : outcome.meanwhile) tell_own(other);
    report_->call({0, outcome.kind, outcome.function, {}, &outcome});
    trapped_ = trapped_ || outcome.status == host::CallStatus::trapped;
    for (const host::CallOutcome& queued : outcome.queued) tell_own(queued);
  }

  void print(const std::string& name) {
    const host::ModuleDef& module = database_.module();
    const host::TableDef& table = *module.find_table(name);
    auto rows = database_.rows(name);
    if (rows) {
      report_->table(table.name, {&module.typespace.types()[table.row_type], &module.typespace, *std::move(rows)});
    }
  }

  const RunOptions& options_;
  Output output_;
  host::Database database_;
  Senders senders_;
  std::unique_ptr<Report> report_;
  Progress progress_;
  Summary summary_;
  bool trapped_ = false;
};

}  // namespace

int run(const RunOptions& options) { return Run(options).run(); }

}  // namespace stdb::tool
