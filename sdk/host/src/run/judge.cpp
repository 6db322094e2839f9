// sdk/host/src/run/judge.cpp: what a guest's answer means (host-abi 3.4).
#include <algorithm>
#include <set>

#include "base/concat.hpp"
#include "base/little_endian.hpp"
#include "describe/upgrade.hpp"
#include "run/runner.hpp"
#include "sql/select.hpp"
#include "stdb/host/json.hpp"
#include "stdb/host/value.hpp"

namespace stdb::host {
namespace {

// What servers tell clients of a call that did not return.
std::string_view trap_text(Profile profile) {
  return profile == Profile::v1_2 ? "The Wasm instance encountered a fatal error."
                                  : "The instance encountered a fatal error.";
}

// What a view wrote, taken apart: a query, or an array of rows. None when it is neither.
struct ViewData {
  std::optional<std::string> query;
  ByteView rows;
};

std::optional<ViewData> read_view_data(std::int32_t code, ByteView written) {
  constexpr std::uint8_t row_data = 0;
  constexpr std::uint8_t raw_sql = 1;
  if (code != STDB_VIEW_WITH_HEADER) return ViewData{std::nullopt, written};
  if (written.empty()) return std::nullopt;
  const std::uint8_t header = written[0];
  written = written.subspan(1);
  if (header == row_data) return ViewData{std::nullopt, written};
  if (header != raw_sql || written.size() < sizeof(std::uint32_t)) return std::nullopt;
  const auto length = load<std::uint32_t>(written.data());
  written = written.subspan(sizeof length);
  if (length > written.size() || !is_utf8(written.first(length))) return std::nullopt;
  return ViewData{std::string(as_text(written.first(length))), {}};
}

}  // namespace

void Runner::fail_by_trap(CallOutcome& outcome, std::string reason) {
  outcome.status = CallStatus::trapped;
  outcome.error = trap_text(options_.profile);
  outcome.trap_reason = std::move(reason);
}

// Whether the guest returned; if not, its instance is thrown away, whatever state it is in.
bool Runner::judge_ending(GuestResult& result, Lane& lane, CallOutcome& outcome) {
  if (result.ending == GuestResult::Ending::returned) return true;
  outcome.is_out_of_fuel = result.ending == GuestResult::Ending::out_of_fuel;
  outcome.trap_frames = std::move(result.frames);
  fail_by_trap(outcome, std::move(result.reason));
  lane.discard();
  return false;
}

void Runner::judge_reducer(GuestResult& result, ByteView text, Lane& lane, CallOutcome& outcome) {
  if (!judge_ending(result, lane, outcome) || result.code == STDB_OK) return;
  if (result.code == STDB_HOST_CALL_FAILURE) {
    outcome.status = CallStatus::failed;
    outcome.error = lossy_utf8(text);
  } else if (options_.profile == Profile::v1_2) {
    outcome.status = CallStatus::failed;
    outcome.error = "unknown return code";
  } else {
    fail_by_trap(outcome, concat("the reducer returned the unknown code ", result.code));
  }
}

void Runner::judge_procedure(GuestResult& result, ByteView written, const ProcedureDef& procedure, Lane& lane,
                             ProcedureOutcome& outcome) {
  // A server tells its clients the reason itself.
  const auto tell = [&] {
    outcome.error = concat("The module instance encountered a fatal error: ", outcome.trap_reason);
  };
  const auto fail = [&](std::string reason) {
    fail_by_trap(outcome, std::move(reason));
    tell();
  };
  if (!judge_ending(result, lane, outcome)) {
    tell();
  } else if (result.code != STDB_OK) {
    lane.discard();
    fail(concat("__call_procedure__ returned unexpected code ", result.code,
                ". Procedures should return code 0 or trap."));
  } else if (const auto size = measure(procedure.return_type, module_->typespace, written); !size) {
    fail(concat("what the procedure returned is no ", type_name_in(procedure.return_type, *module_), ": ",
                size.error().text));
  } else {
    outcome.value.assign(written.begin(), written.begin() + static_cast<std::ptrdiff_t>(*size));
    append_json(procedure.return_type, module_->typespace, outcome.value, outcome.value_json);
  }
}

// Why a view's query cannot be run; otherwise nothing, and the rows, each once.
std::string Runner::run_query(std::string_view sql, const ViewDef& view, const Identity& sender,
                              std::vector<Bytes>& rows) {
  if (sql.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  const SqlScope scope{*module_, sender};
  const auto select = compile_select(sql, scope);
  if (!select) return select.error();
  if (ReadSet* reads = store_->reads()) {
    for (const TableDef* table : select->relations) reads->add(*store_->find_table(table->name));
  }
  const std::uint32_t row_type = select->relations[select->shown]->row_type;
  const auto& types = module_->typespace.types();
  if (!is_same_type({types[row_type], module_->typespace}, {types[view.row_type], module_->typespace})) {
    return concat("query returns `", type_name(types[row_type]), "` but view expects `",
                  type_name(types[view.row_type]), "`");
  }
  std::set<std::string_view> seen;
  const auto shown = run_select(*select, *store_);
  if (!shown) return shown.error();
  for (const ByteView row : *shown) {
    if (seen.insert(as_text(row)).second) rows.emplace_back(row.begin(), row.end());
  }
  return {};
}

void Runner::judge_view(GuestResult& result, ByteView written, const ViewDef& view, const Identity& sender, Lane& lane,
                        ViewOutcome& outcome) {
  if (!judge_ending(result, lane, outcome)) return;
  if (result.code == STDB_HOST_CALL_FAILURE) return fail_by_trap(outcome, lossy_utf8(written));
  if (result.code != STDB_OK && result.code != STDB_VIEW_WITH_HEADER) {
    return fail_by_trap(outcome, concat("the view returned the unknown code ", result.code));
  }
  const auto fail = [&](std::string reason) {
    fail_by_trap(outcome, std::move(reason));
    outcome.error = concat("Error materializing view `", view.name, "`: ", outcome.trap_reason);
  };
  auto data = read_view_data(result.code, written);
  if (!data) return fail("Error parsing view result: it begins with no ViewResultHeader");
  if (data->query) {
    outcome.query = std::move(data->query);
    if (const std::string wrong = run_query(*outcome.query, view, sender, outcome.rows); !wrong.empty()) {
      fail(concat("Error executing raw SQL returned by view: ", wrong));
    }
    return;
  }
  AlgebraicType rows;
  rows.kind = TypeKind::array;
  rows.element = std::make_shared<const AlgebraicType>(module_->typespace.types()[view.row_type]);
  const auto size = measure(rows, module_->typespace, data->rows);
  if (!size) return fail(concat("Error deserializing rows returned by view: ", size.error().text));
  // Rows are a set.
  std::set<std::string_view> seen;
  ByteView left = data->rows.first(*size).subspan(sizeof(std::uint32_t));
  for (auto count = load<std::uint32_t>(data->rows.data()); count > 0; --count) {
    const ByteView row = left.first(checked_size(*rows.element, module_->typespace, left));
    if (seen.insert(as_text(row)).second) outcome.rows.emplace_back(row.begin(), row.end());
    left = left.subspan(row.size());
  }
}

}  // namespace stdb::host
