// tests/unit/host/handlers_test.cpp: HTTP in and out: handlers by their routes, and requests of procedures.
#include <gtest/gtest.h>

#include "calls/http_wire.hpp"
#include "native_guest.hpp"

namespace stdb::host::test {
namespace {

using namespace std::chrono_literals;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

class Http : public testing::Test {
 protected:
  Http() { bodies() = Bodies(); }
  ~Http() override { bodies() = Bodies(); }

  void publish(DatabaseOptions options = {}) {
    database.emplace(std::move(options));
    const auto published = database->publish(native_module(definition), Timestamp{1000});
    ASSERT_TRUE(published) << published.error().text;
  }

  HttpOutcome request(std::string_view method, std::string_view path) {
    HttpRequest request;
    request.method = method;
    request.uri = path;
    auto outcome = database->request(std::move(request));
    EXPECT_TRUE(outcome) << outcome.error().text;
    return outcome.value_or(HttpOutcome());
  }

  // Has procedure rest make a request; the errno, and what the two sources hold.
  struct Answer {
    std::int32_t code = -100;
    Bytes first;
    Bytes second;
  };
  Answer send(const Bytes& wire, std::string_view body = "x", bool in_transaction = false) {
    Answer answer;
    bodies().procedures[1] = [&](const stdb_call&, std::uint32_t, std::uint32_t) {
      std::uint32_t out[2] = {0, 0};
      if (in_transaction) {
        EXPECT_EQ(start_transaction(), STDB_OK);
      }
      answer.code = stdb_procedure_http_request(wire.data(), static_cast<std::uint32_t>(wire.size()),
                                                reinterpret_cast<const std::uint8_t*>(body.data()),
                                                static_cast<std::uint32_t>(body.size()), out);
      answer.first = read_all(out[0]);
      answer.second = read_all(out[1]);
      return in_transaction ? stdb_procedure_abort_mut_tx() : STDB_OK;
    };
    last = *database->call_procedure("rest", ByteView());
    return answer;
  }
  Answer send(HttpRequest wanted) { return send(encode_http(wanted), wanted.body); }

  static HttpRequest get(std::string_view uri) {
    HttpRequest request;
    request.uri = uri;
    return request;
  }

  Bytes description = functions_module().encode();
  stdb_module_definition definition = functions_definition(description);
  std::optional<Database> database;
  ProcedureOutcome last;
};

TEST(HttpWire, IsTheOfficialOne) {
  // Golden vectors of the official crates, where the file has them; otherwise by hand (host-abi 2.4).
  HttpRequest request;
  request.method = "POST";
  request.headers = {{"a", "1"}, {"b", std::string("\0\xFF", 2)}};
  request.timeout = 5us;
  request.uri = "u";
  request.version = HttpVersion::http2;
  const Bytes wire = from_hex(
      "02"
      "02000000"
      "01000000"
      "61"
      "01000000"
      "31"
      "01000000"
      "62"
      "02000000"
      "00ff"
      "00"
      "0500000000000000"
      "01000000"
      "75"
      "03");
  EXPECT_EQ(encode_http(request), wire);
  const auto read = decode_request(wire);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->method, "POST");
  EXPECT_EQ(read->headers, request.headers);
  EXPECT_EQ(read->timeout, 5us);
  EXPECT_EQ(read->version, HttpVersion::http2);
  request = HttpRequest();
  request.method = "BREW";
  EXPECT_EQ(encode_http(request), from_hex("09"
                                           "04000000"
                                           "42524557"
                                           "00000000"
                                           "01"
                                           "00000000"
                                           "02"));
  EXPECT_EQ(decode_request(encode_http(request))->method, "BREW");
  HttpResponse response;
  response.code = 404;
  response.headers = {{"x", ""}};
  const Bytes response_wire = from_hex(
      "01000000"
      "01000000"
      "78"
      "00000000"
      "02"
      "9401");
  EXPECT_EQ(encode_http(response), response_wire);
  EXPECT_EQ(decode_response(response_wire)->code, 404);
}

TEST(HttpWire, CutShortOrWrongItIsNone) {
  HttpRequest request;
  request.method = "BREW";
  request.headers = {{"a", "1"}};
  request.timeout = 5us;
  request.uri = "http://a";
  Bytes wire = encode_http(request);
  for (std::size_t size = 0; size < wire.size(); ++size) EXPECT_FALSE(decode_request(ByteView(wire).first(size)));
  for (std::uint8_t& byte : wire) {
    const std::uint8_t before = std::exchange(byte, 0xFF);
    if (const auto read = decode_request(wire)) {
      EXPECT_LE(read->uri.size(), wire.size());
    }
    byte = before;
  }
  EXPECT_FALSE(decode_request(from_hex("0A")));
  EXPECT_FALSE(
      decode_response(from_hex("00000000"
                               "05"
                               "9401")));
  EXPECT_FALSE(
      decode_response(from_hex("FFFFFFFF"
                               "00")));
}

TEST_F(Http, HandlersAnswer) {
  publish();
  bodies().handlers[0] = [](std::int64_t time, std::uint32_t source, std::uint32_t body, std::uint32_t sink,
                            std::uint32_t body_sink) {
    EXPECT_EQ(time, 1000);
    EXPECT_EQ(body, STDB_INVALID_HANDLE) << "no body, no source";
    const auto request = decode_request(read_all(source));
    EXPECT_EQ(request->method, "GET");
    EXPECT_EQ(
        request->uri,
        "http://localhost/v1/database/c200000000000000000000000000000000000000000000000000000000000002/route/greet"
        "?name=Ann");
    HttpResponse response;
    response.code = 201;
    response.headers = {{"content-type", "text/plain"}};
    write_all(sink, encode_http(response));
    write_all(body_sink, bytes_of("hello "));
    write_all(body_sink, bytes_of("Ann"));
    EXPECT_EQ(start_transaction(), STDB_OK);
    EXPECT_EQ(insert("item", item_row(1, "visit")), STDB_OK);
    return stdb_procedure_commit_mut_tx();
  };
  const HttpOutcome outcome = request("GET", "/greet?name=Ann");
  EXPECT_TRUE(outcome.is_committed()) << outcome.trap_reason;
  EXPECT_TRUE(outcome.is_routed);
  EXPECT_EQ(outcome.function, "greet");
  EXPECT_EQ(outcome.response.code, 201);
  EXPECT_EQ(outcome.response.body, "hello Ann");
  EXPECT_EQ(outcome.response.headers, (std::vector<HttpHeader>{{"content-type", "text/plain"}}));
  EXPECT_EQ(*database->row_count("item"), 1u);
}

TEST_F(Http, RoutesAreMatchedExactly) {
  publish();
  std::string ran;
  const auto answer = [&ran](std::string name) {
    return [&ran, name](std::int64_t, std::uint32_t, std::uint32_t body, std::uint32_t sink, std::uint32_t body_sink) {
      ran += name;
      write_all(sink, encode_http(HttpResponse()));
      write_all(body_sink, read_all(body));
      return STDB_OK;
    };
  };
  bodies().handlers[0] = answer("greet ");
  bodies().handlers[1] = answer("echo ");
  EXPECT_EQ(request("GET", "/greet").response.code, 200);
  EXPECT_EQ(request("GET", "").response.code, 200);
  EXPECT_EQ(request("BREW", "/echo").response.code, 200);
  EXPECT_EQ(ran, "greet greet echo ");
  for (const auto& [method, path] :
       {std::pair("POST", "/greet"), std::pair("GET", "/"), std::pair("GET", "/greet/"), std::pair("GET", "/gree"),
        std::pair("get", "/greet"), std::pair("GET", "greet")}) {
    const HttpOutcome outcome = request(method, path);
    EXPECT_EQ(outcome.response.code, 404) << method << " " << path;
    EXPECT_EQ(outcome.response.body, "Database has not registered a handler for this route");
    EXPECT_FALSE(outcome.is_routed);
  }
  EXPECT_EQ(ran, "greet greet echo ");
  HttpRequest with_body = get("/echo");
  with_body.body = std::string("\0a", 2);
  with_body.headers = {{"host", "db.example:8"}};
  bodies().handlers[1] = [](std::int64_t, std::uint32_t source, std::uint32_t body, std::uint32_t sink,
                            std::uint32_t body_sink) {
    EXPECT_TRUE(decode_request(read_all(source))->uri.starts_with("http://db.example:8/v1/database/"));
    write_all(sink, encode_http(HttpResponse()));
    write_all(body_sink, read_all(body));
    return STDB_OK;
  };
  EXPECT_EQ(database->request(with_body)->response.body, with_body.body);
}

TEST_F(Http, HandlersThatFailAnswer500) {
  publish();
  const auto fails = [&](std::function<std::int32_t(std::uint32_t sink)> body) {
    bodies().handlers[0] = [body](std::int64_t, std::uint32_t, std::uint32_t, std::uint32_t sink, std::uint32_t) {
      return body(sink);
    };
    const HttpOutcome outcome = request("GET", "/greet");
    EXPECT_EQ(outcome.status, CallStatus::trapped);
    EXPECT_EQ(outcome.response.code, 500);
    EXPECT_EQ(outcome.response.body, outcome.error);
    return outcome.error;
  };
  EXPECT_EQ(fails([](std::uint32_t) -> std::int32_t { stdb_trap(); }), "the module trapped");
  EXPECT_EQ(fails([](std::uint32_t) { return 1; }),
            "__call_http_handler__ returned unexpected code 1. HTTP handlers should return code 0 or trap.");
  EXPECT_EQ(fails([](std::uint32_t sink) {
              write_all(sink, {1});
              return 0;
            }),
            "what the HTTP handler wrote is no HttpResponse");
  EXPECT_EQ(fails([](std::uint32_t sink) -> std::int32_t {
              write_all(sink, encode_http(HttpResponse()));
              if (start_transaction() != STDB_OK || insert("item", item_row(1, "lost")) != STDB_OK) return 0;
              stdb_trap();
            }),
            "the module trapped");
  EXPECT_EQ(*database->row_count("item"), 0u);
}

TEST_F(Http, RequestsReachTheEmbedder) {
  HttpRequest seen;
  DatabaseOptions options;
  options.http = [&](const HttpRequest& request) -> std::expected<HttpResponse, std::string> {
    seen = request;
    if (request.uri.ends_with("down")) return std::unexpected("nobody answers");
    HttpResponse response;
    response.code = 418;
    response.body = request.uri.ends_with("empty") ? "" : "tea";
    return response;
  };
  publish(options);
  HttpRequest wanted = get("https://example.org/pot");
  wanted.method = "POST";
  wanted.headers = {{"x-a", "1"}};
  wanted.timeout = 500s;
  wanted.body = "milk";
  Answer answer = send(wanted);
  EXPECT_EQ(answer.code, STDB_OK) << "any status is a success";
  EXPECT_EQ(decode_response(answer.first)->code, 418);
  EXPECT_EQ(answer.second, bytes_of("tea"));
  EXPECT_EQ(seen.method, "POST");
  EXPECT_EQ(seen.body, "milk");
  EXPECT_EQ(seen.headers, wanted.headers);
  EXPECT_EQ(seen.timeout, 180s) << "as long as a server waits at most";
  answer = send(get("http://example.org/empty"));
  EXPECT_TRUE(answer.second.empty());
  EXPECT_EQ(seen.timeout, 30s);
  wanted.timeout = -1s;
  send(wanted);
  EXPECT_EQ(seen.timeout, 0s);
  answer = send(get("http://example.org/down"));
  EXPECT_EQ(answer.code, STDB_HTTP_ERROR);
  EXPECT_EQ(answer.first, string("nobody answers"));
}

TEST_F(Http, RequestsThatAreNone) {
  bool is_called = false;
  DatabaseOptions options;
  options.http = [&](const HttpRequest&) -> std::expected<HttpResponse, std::string> {
    is_called = true;
    return HttpResponse();
  };
  publish(options);
  EXPECT_EQ(send(Bytes{1, 2}).code, STDB_BSATN_DECODE_ERROR);
  EXPECT_EQ(send(Bytes{1, 2}, "x", true).code, STDB_BSATN_DECODE_ERROR) << "looked at first";
  EXPECT_EQ(send(encode_http(get("http://a")), "x", true).code, STDB_WOULD_BLOCK_TRANSACTION);
  EXPECT_EQ(send(get("")).first, string("empty string"));
  EXPECT_EQ(send(get("http://a b")).first, string("invalid uri character"));
  EXPECT_EQ(send(get("/a")).first, string("builder error: relative URL without a base"));
  HttpRequest wrong = get("http://a");
  wrong.headers = {{"a b", ""}};
  EXPECT_EQ(send(wrong).first, string("invalid HTTP header name"));
  wrong.headers = {{"a", "\n"}};
  EXPECT_EQ(send(wrong).first, string("failed to parse header value"));
  wrong = get("http://a");
  wrong.method = "B R";
  send(wrong);
  EXPECT_EQ(last.trap_reason, "Invalid HTTP method: B R");
  EXPECT_FALSE(is_called);
}

TEST_F(Http, WithoutAClientEveryRequestFails) {
  publish();
  const Answer answer = send(get("http://example.org"));
  EXPECT_EQ(answer.code, STDB_HTTP_ERROR);
  EXPECT_EQ(answer.first, string("module outbound HTTP requests are disabled"));
  EXPECT_EQ(send(encode_http(get("http://a")), "x", true).code, STDB_HTTP_ERROR) << "before the transaction is seen";
}

TEST_F(Http, AClientMayCallBack) {
  DatabaseOptions options;
  options.http = [&](const HttpRequest&) -> std::expected<HttpResponse, std::string> {
    HttpResponse response;
    response.body = database->call("act", ByteView())->is_committed() ? "committed" : "not";
    return response;
  };
  publish(options);
  bodies().reducers[0] = [](const stdb_call&, std::uint32_t, std::uint32_t) {
    return insert("item", item_row(1, "called back"));
  };
  EXPECT_EQ(send(get("http://example.org")).second, bytes_of("committed"));
  EXPECT_EQ(*database->row_count("item"), 1u);
}

}  // namespace
}  // namespace stdb::host::test
