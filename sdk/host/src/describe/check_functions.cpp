// sdk/host/src/describe/check_functions.cpp: the rules for reducers, procedures, views and handlers (host-abi 5.4),
// with the servers' texts.
#include <algorithm>
#include <set>

#include "describe/check_types.hpp"
#include "describe/description.hpp"

namespace stdb::host {
namespace {

class FunctionChecker {
 public:
  FunctionChecker(Draft& draft, std::set<std::string>& names)
      : module_(draft.module), problems_(draft.problems), profile_(draft.profile), names_(names) {}

  void check() {
    std::set<Lifecycle> served;
    for (const ReducerDef& reducer : module_.reducers) {
      check_function(reducer, FunctionKind::reducer);
      if (reducer.lifecycle && !served.insert(*reducer.lifecycle).second) {
        problems_.add("Multiple reducers defined for lifecycle event ", lifecycle_name(*reducer.lifecycle));
      }
    }
    for (const ProcedureDef& procedure : module_.procedures) {
      check_function(procedure, FunctionKind::procedure);
      check_use(procedure.return_type, concat("procedure `", procedure.source_name, "` return value"));
    }
    for (const ViewDef& view : module_.views) check_view(view);
    for (const HttpHandlerDef& handler : module_.http_handlers) check_identifier(handler.name, problems_);
  }

 private:
  void check_use(const AlgebraicType& type, const std::string& where) {
    check_type_use(type, where, module_, profile_, problems_);
  }

  void check_function(const FunctionDef& function, FunctionKind kind) {
    check_identifier(function.name, problems_);
    if (!functions_.insert(function.name).second) {
      problems_.add("Name ", function.name, " is used for multiple reducers, procedures and/or views");
    }
    for (std::size_t index = 0; index < function.params.members.size(); ++index) {
      const TypeMember& param = function.params.members[index];
      std::string where = concat(function_kind_name(kind), " `", function.name, "` argument ", index);
      if (!param.name) {
        problems_.add("error at ", where, ": internal codegen error: all reducer parameters require names");
      } else {
        where += concat(" (`", *param.name, "`)");
        check_identifier(*param.name, problems_);
      }
      check_use(param.type, where);
    }
  }

  void check_view(const ViewDef& view) {
    check_function(view, FunctionKind::view);
    if (!names_.insert(view.name).second) problems_.add("name `", view.name, "` is used for multiple entities");
    for (const TypeMember& param : view.params.members) {
      if (!param.type.is(TypeKind::f32) && !param.type.is(TypeKind::f64)) continue;
      problems_.add("View ", view.source_name, " has a float parameter `", param.name.value_or(""),
                    "`, which views can't take yet");
    }
    if (!view.is_query) return check_use(view.return_type, concat("view `", view.name, "` return value"));
    AlgebraicType row;
    row.kind = TypeKind::ref;
    row.ref = view.row_type;
    check_use(row, concat("view `", view.name, "` return value"));
  }

  const ModuleDef& module_;
  Problems& problems_;
  Profile profile_;
  std::set<std::string>& names_;  // of tables and their parts, which views must not share
  std::set<std::string> functions_;
};

}  // namespace

void check_functions(Draft& draft, std::set<std::string>& names) { FunctionChecker(draft, names).check(); }

}  // namespace stdb::host
