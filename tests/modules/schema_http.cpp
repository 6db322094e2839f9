// tests/modules/schema_http.cpp: handlers, and routes of every method.
#include <stdb/module.hpp>

using stdb::HandlerContext;
using stdb::TransactionContext;
using stdb::http::Request;
using stdb::http::Response;

struct Visit {
  std::uint64_t id = 0;
  std::string what;
};
inline constexpr stdb::table<Visit, "visit", stdb::primary_key<&Visit::id>, stdb::auto_inc<&Visit::id>> visit;

namespace {

std::string number(std::uint64_t value) {
  std::string digits;
  do digits.insert(digits.begin(), static_cast<char>('0' + value % 10));
  while ((value /= 10) != 0);
  return digits;
}

}  // namespace

struct show {
  Response operator()(HandlerContext& ctx, const Request&) const {
    return ctx.with_tx([](TransactionContext& tx) {
      Response response = Response::text("");
      for (const Visit& one : tx.db[visit].rows()) response.body += one.what + "\n";
      return response;
    });
  }
};

struct count_visits {
  Response operator()(HandlerContext& ctx, const Request&) const {
    return Response::text(number(ctx.with_tx([](TransactionContext& tx) { return tx.db[visit].count(); })));
  }
};

struct store {
  Response operator()(HandlerContext& ctx, const Request& request) const {
    const Visit stored =
        ctx.with_tx([&](TransactionContext& tx) { return tx.db[visit].insert({.what = request.body}); });
    return Response::text(number(stored.id), 201);
  }
};

struct remove_ {
  Response operator()(HandlerContext& ctx, const Request&) const {
    ctx.with_tx([](TransactionContext& tx) { tx.db[visit].clear(); });
    return Response::text("", 204);
  }
};
template <>
inline constexpr std::string_view stdb::wire_name<remove_> = "remove";

struct look {
  Response operator()(HandlerContext&, const Request&) const {
    Response response;
    response.headers = {{"x-visits", "some"}, {"x-visits", "more"}};
    return response;
  }
};

struct allow {
  Response operator()(HandlerContext&, const Request& request) const {
    Response response;
    response.code = 204;
    response.headers = {{"allow", "GET, HEAD"}, {"x-method", request.method}};
    return response;
  }
};

// The last word is that of the transaction: what is not kept is rolled back.
struct mend {
  Response operator()(HandlerContext& ctx, const Request& request) const {
    const auto kept = ctx.try_with_tx([&](TransactionContext& tx) -> stdb::Result<std::uint64_t, std::string> {
      const Visit added = tx.db[visit].insert({.what = request.body});
      if (request.body == "bad") return stdb::Err(std::string("not kept"));
      return stdb::Ok(added.id);
    });
    return kept.is_ok() ? Response::text("kept") : Response::text(kept.error(), 409);
  }
};

// Says what it was asked.
struct anything {
  Response operator()(HandlerContext&, const Request& request) const {
    const std::string* const kind = stdb::http::find(request.headers, "X-Kind");
    return Response::text(request.method + " " + request.uri.substr(request.uri.find("/v1")) + " " +
                          (kind ? *kind : "none") + " " + request.body);
  }
};

constinit const stdb::Module stdb::module = stdb::define<
    stdb::tables<visit>,
    stdb::routes<stdb::http::get<"/visits", show>, stdb::http::head<"/visits", look>,
                 stdb::http::options<"/visits", allow>, stdb::http::put<"/visits", store>,
                 stdb::http::delete_<"/visits", remove_>, stdb::http::post<"/visits/new", store>,
                 stdb::http::patch<"/visits/new", mend>, stdb::http::any<"/any-thing_~1", anything>,
                 stdb::http::get<"", show>, stdb::http::get<"/", show>,
                 stdb::http::nest<"/api", stdb::http::get<"/count", count_visits>, stdb::http::any<"/echo", anything>>>,
    stdb::routes<stdb::http::get<"/merged", count_visits>>>;
