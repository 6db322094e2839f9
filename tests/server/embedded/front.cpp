// tests/server/embedded/front.cpp: the embedded host behind lines of JSON, with the answers and the statuses of a
// server, so that tests written for real servers can be run on it: embedded_front 1.2|2 OWNER.
//
// A line in, {"do": VERB, ...}, gives a line out; embedded_front.py is the other side and knows the verbs. Before each
// verb, scheduled calls are made that are due by the system's clock. While a function of the module asks another
// server, lines {"request": {...}} go out, each of which wants {"response": {...}} or {"error": TEXT} in.
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <thread>

#include "description.hpp"
#include "json_object.hpp"
#include "stdb/host/database.hpp"
#include "stdb/host/json.hpp"

namespace stdb::front {
namespace {

using namespace host;
using tool::JsonObject;

using Object = boost::json::object;

// As real servers number what becomes of a request.
constexpr int ok = 200, bad_request = 400, forbidden = 403, not_found = 404, internal_error = 500, reducer_failed = 530;

std::string_view text_of(const Object& line, std::string_view key) { return line.at(key).as_string(); }

Identity identity_of(std::string_view digits) { return Identity::from_hex(digits).value(); }

std::string read_line() {
  std::string line;
  if (!std::getline(std::cin, line)) std::exit(0);  // whoever asks has gone
  return line;
}

void write_line(const JsonObject& object) { std::cout << object.line() << std::flush; }

JsonObject refusal(int status, std::string_view text) {
  JsonObject answer;
  answer.number("status", static_cast<std::uint64_t>(status)).text("text", text);
  return answer;
}

std::string headers_json(const std::vector<HttpHeader>& headers) {
  std::string out = "[";
  for (const HttpHeader& header : headers) {
    if (out.size() > 1) out += ',';
    out += '[';
    append_json_string(header.name, out);
    out += ',';
    append_json_string(header.value, out);
    out += ']';
  }
  return out + "]";
}

std::vector<HttpHeader> read_headers(const boost::json::value& list) {
  std::vector<HttpHeader> headers;
  for (const auto& entry : list.as_array()) {
    headers.push_back({std::string(entry.at(0).as_string()), std::string(entry.at(1).as_string())});
  }
  return headers;
}

// Has the other side ask, as the module's procedure wants it.
std::expected<HttpResponse, std::string> ask(const HttpRequest& request) {
  JsonObject asked;
  asked.text("method", request.method).text("uri", request.uri).raw("headers", headers_json(request.headers));
  asked.text("body", request.body).number("timeout", static_cast<std::uint64_t>(request.timeout->count()));
  write_line(JsonObject().raw("request", asked.object()));
  const Object answer = parse_json(read_line()).value().as_object();
  if (const auto* error = answer.if_contains("error")) return std::unexpected(std::string(error->as_string()));
  const Object& given = answer.at("response").as_object();
  HttpResponse response;
  response.code = static_cast<std::uint16_t>(given.at("code").as_int64());
  response.headers = read_headers(given.at("headers"));
  response.body = text_of(given, "body");
  return response;
}

DatabaseOptions options_for(Profile profile, const Identity& owner) {
  DatabaseOptions options;
  options.profile = profile;
  options.owner = owner;
  options.http = &ask;
  options.sleep_until = [](Timestamp wake_at) {
    std::this_thread::sleep_for(std::chrono::microseconds(wake_at.micros - Timestamp::now().micros));
  };
  return options;
}

// The rows that a subscription was told of.
struct Noted {
  std::vector<std::pair<std::string, Bytes>> inserts;
  std::vector<std::pair<std::string, Bytes>> deletes;
  std::map<std::string, std::uint32_t> row_types;
};

class Front {
 public:
  Front(Profile profile, const Identity& owner) : options_(options_for(profile, owner)), database_(options_) {}

  void run() {
    while (true) {
      const auto line = parse_json(read_line());
      write_line(act(line.value().as_object()));
    }
  }

 private:
  JsonObject act(const Object& line) {
    const std::string_view verb = text_of(line, "do");
    run_due();
    if (verb == "publish") return publish(line);
    if (verb == "logs") return logs();
    if (verb == "route") return route(line);
    if (verb == "describe") {
      return JsonObject().raw("description", describe(database_.module()));
    }
    if (verb == "subscribe") return subscribe(line);
    if (verb == "changes") return changes(line);
    // Servers of 1.x answer SQL without a connection, so without running the module.
    if (verb == "select" && options_.profile == Profile::v1_2) return select(line);
    return while_connected(line, verb);
  }

  // Real servers open a connection for each other request.
  JsonObject while_connected(const Object& line, std::string_view verb) {
    const auto connected = connect(line);
    if (!connected) return refusal(internal_error, connected.error().text);
    if (connected->outcome) note(*connected->outcome);
    if (!connected->is_accepted()) return refusal(forbidden, connected->outcome->error);
    const JsonObject answer = verb == "select" ? select(line) : call(line, connected->caller);
    const auto left = database_.disconnect(connected->caller);
    if (left && *left) note(**left);
    return answer;
  }

  // With a token as long as one that the 2.14.0 front gives to somebody new.
  Expected<Database::Connected> connect(const Object& line) {
    const std::string who(text_of(line, "as"));
    const std::string claims = R"({"hex_identity":")" + who + R"(","sub":")" + who.substr(0, 36) +
                               R"(","iss":"oracle-server","aud":["spacetimedb"],"iat":1700000000})";
    return database_.connect(identity_of(who), {.at = {}, .claims = claims});
  }

  JsonObject publish(const Object& line) {
    std::ifstream file(std::string(text_of(line, "wasm")), std::ios::binary);
    const std::vector<char> read{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const Bytes wasm(read.begin(), read.end());
    if (line.at("clear").as_bool()) {
      database_ = Database(options_);
      logs_.clear();
    }
    for (const auto& [name, value] : line.at("environment").as_object()) {
      options_.environment[name] = std::string(value.as_string());
    }
    if (auto set = database_.set_environment(options_.environment); !set) {
      return refusal(bad_request, set.error().text);
    }
    const auto published = database_.publish(wasm);
    if (!published) return refusal(bad_request, published.error().text);
    if (*published) note(**published);
    return refusal(ok, "");
  }

  int status_of(const Error& error, std::string_view function) const {
    const ReducerDef* reducer = database_.module().find_reducer(function);
    if (error.kind == ErrorKind::bad_arguments || (reducer != nullptr && reducer->lifecycle)) return bad_request;
    return not_found;
  }

  JsonObject call(const Object& line, const Caller& caller) {
    const std::string_view function = text_of(line, "function");
    const ReducerDef* reducer = database_.module().find_reducer(function);
    const ProcedureDef* procedure = database_.module().find_procedure(function);
    // The embedded host knows functions by the module's own names too.
    const bool is_known =
        (reducer != nullptr && reducer->name == function) || (procedure != nullptr && procedure->name == function);
    if (!is_known) return refusal(not_found, "no such function");
    if (procedure != nullptr) return call_procedure(line, caller);
    const auto outcome = database_.call(function, line.at("args"), {caller, {}});
    if (!outcome) return refusal(status_of(outcome.error(), function), outcome.error().text);
    note(*outcome);
    return refusal(outcome->is_committed() ? ok : reducer_failed, outcome->error).number("fuel", outcome->fuel);
  }

  JsonObject call_procedure(const Object& line, const Caller& caller) {
    const std::string_view function = text_of(line, "function");
    const auto outcome = database_.call_procedure(function, line.at("args"), {caller, {}});
    if (!outcome) return refusal(status_of(outcome.error(), function), outcome.error().text);
    note(*outcome);
    if (!outcome->is_committed()) return refusal(internal_error, outcome->error).number("fuel", outcome->fuel);
    return refusal(ok, outcome->value_json).number("fuel", outcome->fuel);
  }

  JsonObject select(const Object& line) {
    const auto result = database_.query(text_of(line, "sql"), identity_of(text_of(line, "as")));
    if (!result) return refusal(bad_request, result.error().text);
    std::string type;
    append_type(database_.module().typespace.types()[result->row_type], type);
    return refusal(ok, "").raw("type", type).raw("rows", rows_json(result->row_type, result->rows));
  }

  std::string rows_json(std::uint32_t row_type, const std::vector<Bytes>& rows) const {
    std::string out = "[";
    for (const Bytes& row : rows) {
      if (out.size() > 1) out += ',';
      append_row(row_type, row, out);
    }
    return out + "]";
  }

  void append_row(std::uint32_t row_type, const Bytes& row, std::string& out) const {
    const Typespace& space = database_.module().typespace;
    append_json(space.types()[row_type], space, row, out);
  }

  JsonObject route(const Object& line) {
    HttpRequest request;
    request.method = text_of(line, "method");
    request.uri = text_of(line, "path");
    request.headers = read_headers(line.at("headers"));
    request.body = text_of(line, "body");
    const auto outcome = database_.request(std::move(request));
    if (!outcome) return refusal(internal_error, outcome.error().text);
    note(*outcome);
    const HttpResponse& response = outcome->response;
    return refusal(response.code, response.body).raw("headers", headers_json(response.headers));
  }

  // The rows that are there are not noted.
  JsonObject subscribe(const Object& line) {
    const auto connected = connect(line);
    if (!connected || !connected->is_accepted()) return refusal(forbidden, "the connection was refused");
    if (connected->outcome) note(*connected->outcome);
    const auto noted = std::make_shared<Noted>();
    const auto take = [noted](const std::vector<QueryUpdate>& updates) {
      for (const QueryUpdate& update : updates) {
        noted->row_types[update.table] = update.row_type;
        for (const Bytes& row : update.inserted) noted->inserts.emplace_back(update.table, row);
        for (const Bytes& row : update.deleted) noted->deletes.emplace_back(update.table, row);
      }
    };
    const auto number = database_.subscribe(connected->caller, {std::string(text_of(line, "sql"))}, take);
    if (!number) return refusal(bad_request, number.error().text);
    noted->inserts.clear();
    noted_[*number] = noted;
    return refusal(ok, "").number("subscription", *number);
  }

  // What a subscription has noted; with "forget" it is then forgotten.
  JsonObject changes(const Object& line) {
    Noted& noted = *noted_.at(static_cast<std::uint32_t>(line.at("subscription").as_int64()));
    if (line.at("forget").as_bool()) noted = {};
    JsonObject answer;
    for (const auto& [what, rows] : {std::pair("inserts", &noted.inserts), std::pair("deletes", &noted.deletes)}) {
      std::string out = "[";
      for (const auto& [table, row] : *rows) {
        if (out.size() > 1) out += ',';
        out += '[';
        append_json_string(table, out);
        out += ',';
        append_row(noted.row_types.at(table), row, out);
        out += ']';
      }
      answer.raw(what, out + "]");
    }
    return answer;
  }

  void run_due() {
    const auto due = database_.run_due();
    if (!due) return;  // nothing is published yet
    for (const CallOutcome& outcome : due->calls) note(outcome);
  }

  // What a call and those around it wrote to the log.
  void note(const CallOutcome& outcome) {
    for (const CallOutcome& other : outcome.meanwhile) note(other);
    for (const CallOutcome& other : outcome.refreshed) note(other);
    logs_.insert(logs_.end(), outcome.logs.begin(), outcome.logs.end());
    if (!outcome.is_committed()) {
      LogRecord& record = logs_.emplace_back();
      record.level = LogLevel::error;
      record.filename = "__spacetimedb__";  // as servers write of failures themselves
      record.message = outcome.error;
    }
    for (const CallOutcome& other : outcome.queued) note(other);
  }

  JsonObject logs() const {
    std::string out = "[";
    for (const LogRecord& record : logs_) {
      if (out.size() > 1) out += ',';
      JsonObject line;
      line.text("level", level_name(record.level)).text("message", record.message);
      if (record.target) line.text("target", *record.target);
      if (record.filename) line.text("filename", *record.filename);
      out += line.object();
    }
    return JsonObject().raw("lines", out + "]");
  }

  DatabaseOptions options_;
  Database database_;
  std::vector<LogRecord> logs_;
  std::map<std::uint32_t, std::shared_ptr<Noted>> noted_;
};

}  // namespace
}  // namespace stdb::front

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: embedded_front 1.2|2 OWNER\n";
    return 2;
  }
  const bool is_old = std::string_view(arguments[1]) == "1.2";
  stdb::front::Front(is_old ? stdb::host::Profile::v1_2 : stdb::host::Profile::v2,
                     stdb::host::Identity::from_hex(arguments[2]).value())
      .run();
}
