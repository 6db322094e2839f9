// sdk/tool/src/main.cpp: the command line of `stdb`.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <new>

#include "commands.hpp"
#include "exit_code.hpp"
#include "output.hpp"
#include "stdb/host/near_name.hpp"

namespace stdb::tool {
namespace {

constexpr const char* about = "Runs, describes and measures SpacetimeDB modules, without a server.";

constexpr const char* run_about =
    "Publishes MODULE in an embedded database, makes the calls of a file, and prints what became of each.";

constexpr const char* run_details = R"(
A line is JSON and calls one thing; blank lines are skipped:
  {"reducer": "add", "args": {"name": "Ann", "age": 30}}
  {"reducer": "add", "args": ["Ann", 30], "sender": "c200...", "at": "2026-01-31T12:00:00Z"}
  {"procedure": "ask", "args": ["why"]}        prints what it returns
  {"view": "mine"}                             prints its rows, and the query if it is one
  {"request": "POST /greet?loud", "headers": {"accept": "*/*"}, "body": "Ann"}
  {"query": "SELECT * FROM person"}            prints the rows that a client which subscribes to it would get
  {"advance": "1h30m"}                         moves the clock; scheduled calls are made on the way
args    by parameter or by position, in SpacetimeDB's own JSON; may be left out when there are none.
        Integers over 2^53 may also be strings. Option: {"some": 1} or {"none": []}; a sum: {"case": value}.
sender  the caller's identity, 64 hexadecimal digits; otherwise the owner of the database calls. A query of
        another than the owner sees public tables, and of these what row-level security lets through.
claims  what the sender's token says, an object; it stands until the sender's next claims.
at      the time of the call: RFC 3339, or microseconds since 1970. The clock stands there from then on; it
        is the system's before the first at or advance. A procedure that sleeps moves it too.
body    a text; anything else is sent as JSON.

init runs when the module is published. Each sender connects before its first call and disconnects after the
last call of all, in the order of coming; client_connected and client_disconnected run then, at the time of
the call next to it. Calls of a sender that client_connected refuses are not made. Requests and queries
come without a connection. What procedures and handlers
request over HTTP fails; with --http it is sent, without TLS, to addresses of the public internet only.

With --data the database begins as the file says, if there is one, and init does not run; MODULE may be a newer
one, if a server could publish it over the module that made the file. At the end the file is written anew.

A line that is no call stops the run: what came before it stands and is reported, nothing of it is done.
Exit codes: 0 all was run (errors that reducers return are outcomes), 1 a function trapped or the module could
not start, 2 misuse: a wrong command line, file or call line, or nobody reads the output.)";

constexpr const char* profile_help = "Answer like a server of this generation: 1.2 (also written 1) or 2";

// --server, for the commands that run a module.
void add_profile(CLI::App& command, host::Profile& profile) {
  const auto set = [&profile](const std::string& version) {
    profile = version == "2" ? host::Profile::v2 : host::Profile::v1_2;
  };
  command.add_option_function<std::string>("--server", set, profile_help)
      ->check(CLI::IsMember({"1", "1.2", "2"}).description(""))
      ->option_text("VERSION [2]");
}

void add_module(CLI::App& command, std::string& path) {
  command.add_option("MODULE", path, "The module, a file of wasm")->required()->option_text(" ");
}

// NAME=VALUE, as often as wanted.
void add_environment(CLI::App& command, host::EnvironmentValues& environment) {
  const auto add = [&environment](const std::vector<std::string>& entries) {
    for (const std::string& entry : entries) {
      const auto sign = entry.find('=');
      if (sign == std::string::npos) throw CLI::ValidationError("--env", "expected NAME=VALUE, found " + entry);
      environment[entry.substr(0, sign)] = entry.substr(sign + 1);
    }
  };
  command.add_option_function<std::vector<std::string>>("--env", add, "A value of the module's environment")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
}

void add_run(CLI::App& app, RunOptions& options, int& code) {
  CLI::App* command = app.add_subcommand("run", run_about);
  command->footer(run_details);
  add_module(*command, options.module_path);
  command->add_option("--calls", options.calls_path, "The calls, a line each; - reads standard input")
      ->option_text("FILE");
  command->add_option("--print", options.tables, "Tables to print at the end, by name")->type_name("TABLE");
  command->add_option("--data", options.data_path, "Keep the database in this file: go on from it if there is one")
      ->option_text("FILE");
  command->add_flag("--json", options.json, "Print JSON, one object a line");
  CLI::Option* http = command->add_flag("--http", options.http, "Send what the module requests over HTTP");
  command->add_flag("--http-loopback", options.http_loopback, "Send it to this machine too")->needs(http);
  add_environment(*command, options.environment);
  add_profile(*command, options.profile);
  command->add_option("--fuel", options.fuel_per_call, "Fuel that one call may use")
      ->option_text("UNITS [120000000000]");
  command->add_option("--memory", options.memory_bytes, "Bytes that the module's memory may take")
      ->transform(CLI::AsSizeValue(false))
      ->option_text("SIZE [1 GiB]");
  command->callback([&] { code = run(options); });
}

void add_describe(CLI::App& app, DescribeOptions& options, int& code) {
  CLI::App* command = app.add_subcommand("describe", "Prints what MODULE declares: tables, functions, types.");
  add_module(*command, options.module_path);
  command->add_flag("--json", options.json, "Print the RawModuleDef as SpacetimeDB's JSON");
  add_profile(*command, options.profile);
  command->callback([&] { code = describe(options); });
}

void add_size(CLI::App& app, SizeOptions& options, int& code) {
  CLI::App* command = app.add_subcommand("size", "Prints where the bytes of MODULE are: sections, functions, imports.");
  add_module(*command, options.module_path);
  command->add_flag("--json", options.json, "Print JSON");
  command->callback([&] { code = size(options); });
}

// What to say of a first word that is no command; CLI11 would only say that there is none.
std::optional<std::string> unknown_command(const CLI::App& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  if (std::ranges::find(names, argv[1]) != names.end()) return std::nullopt;
  return "no such command: \"" + std::string(argv[1]) + '"' + host::suggestion(argv[1], names);
}

int main_of(int argc, char** argv) {
  int code = all_was_run;
  RunOptions run_options;
  DescribeOptions describe_options;
  SizeOptions size_options;
  CLI::App app(about, "stdb");
  app.set_version_flag("--version", "stdb " STDB_VERSION);
  app.require_subcommand(1);
  add_run(app, run_options, code);
  add_describe(app, describe_options, code);
  add_size(app, size_options, code);
  if (const auto text = unknown_command(app, argc, argv)) {
    complain(*text);
    return misuse;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    app.exit(wanted);
    return all_was_run;
  } catch (const CLI::ParseError& error) {
    complain(std::string(error.what()) + " (stdb --help and stdb COMMAND --help say more)");
    return misuse;
  }
  return code;
}

}  // namespace
}  // namespace stdb::tool

int main(int argc, char** argv) {
  // A reader that goes away is an error of writing, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return stdb::tool::main_of(argc, argv);
  } catch (const std::bad_alloc&) {
    stdb::tool::complain("out of memory");
  } catch (const std::exception& failure) {
    stdb::tool::complain(std::string("internal error: ") + failure.what());
  }
  return stdb::tool::misuse;
}
