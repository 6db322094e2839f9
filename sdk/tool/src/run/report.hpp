// sdk/tool/src/run/report.hpp: how `stdb run` tells what happened, for people or for programs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "output.hpp"
#include "stdb/host/outcome.hpp"
#include "stdb/host/schema.hpp"
#include "stdb/host/timestamp.hpp"

namespace stdb::tool {

// Rows with what they are read by.
struct ToldRows {
  const host::AlgebraicType* row_type = nullptr;  // a product
  const host::Typespace* space = nullptr;
  std::vector<host::ByteView> rows;
};

// One call as it is told. `line` is 0 for calls that the database makes itself: init, client_connected,
// client_disconnected, scheduled ones and what functions queue.
struct ToldCall {
  std::uint64_t line = 0;
  host::FunctionKind kind = host::FunctionKind::reducer;
  std::string_view target;     // the function, or the request ("GET /greet")
  std::string_view arguments;  // JSON; empty: the call has none to tell of
  const host::CallOutcome* outcome = nullptr;
  // What the function answered, of the kind that was called by a line; otherwise null.
  const host::ProcedureOutcome* procedure = nullptr;
  const host::ViewOutcome* view = nullptr;
  const ToldRows* view_rows = nullptr;
  const host::HttpOutcome* http = nullptr;
};

struct Summary {
  std::string module_path;
  std::uint64_t module_bytes = 0;
  std::vector<std::string> imports;  // "spacetime_10.0.console_log"
  std::uint64_t calls = 0;           // of the file; those of the database itself are not counted
  std::uint64_t ok = 0;
  std::uint64_t errors = 0;  // that reducers returned
  std::uint64_t traps = 0;
  std::uint64_t fuel = 0;  // of the calls of the file
};

class Report {
 public:
  virtual ~Report() = default;
  virtual void call(const ToldCall& call) = 0;
  // A call that was not made, because its sender was refused; `reason` is the text of client_connected.
  virtual void refused_call(const ToldCall& call, std::string_view reason) = 0;
  // The clock was moved, and has made the calls that were told before.
  virtual void advanced(std::uint64_t line, std::string_view by, host::Timestamp now, bool is_cut_off) = 0;
  virtual void query(std::uint64_t line, std::string_view sql, const ToldRows& rows) = 0;
  virtual void table(const std::string& name, const ToldRows& rows) = 0;
  virtual void summary(const Summary& summary) = 0;
};

// Both write to `output`, which must outlive them.
std::unique_ptr<Report> text_report(Output& output);
std::unique_ptr<Report> json_report(Output& output);  // one object a line

}  // namespace stdb::tool
