// sdk/tool/src/exit_code.hpp: what the tool's exit codes mean.
#pragma once

namespace stdb::tool {

enum ExitCode : int {
  all_was_run = 0,    // errors that reducers return are printed outcomes, not failures of the tool
  module_failed = 1,  // a reducer trapped, or the module could not start or init
  misuse = 2,         // a wrong command line, file or call line; or the output could not be written
};

}  // namespace stdb::tool
