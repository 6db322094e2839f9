// sdk/testing/src/client.cpp: who calls a test's database, and with which claims.
#include "stdb/testing/client.hpp"

#include <bit>

#include "stdb/host/json.hpp"
#include "stdb/testing/detail/refuse.hpp"
#include "stdb/testing/jwt.hpp"

namespace stdb::testing {

std::optional<ConnectionId> Client::connection_id() const {
  if (!connection_->id) return std::nullopt;
  return std::bit_cast<ConnectionId>(*connection_->id);
}

Client Client::another() const {
  Client other = *this;
  other.connection_ = std::make_shared<detail::Connection>(identity(), connection_->claims);
  return other;
}

const Client& Client::claims(std::string json) const {
  session_->set_claims(*connection_, std::move(json));
  return *this;
}

Client Client::within(std::string_view submodule) const {
  Client other = *this;
  other.submodule_ += std::string(submodule) + '.';
  return other;
}

HttpResult Client::http(std::string_view method, std::string_view uri, std::string_view body,
                        std::vector<HttpHeader> headers) const {
  HttpRequest request;
  request.method = method;
  request.uri = uri;
  request.headers = std::move(headers);
  request.body = body;
  return http(std::move(request));
}

std::string Claims::to_json() const {
  std::string json = R"({"iss":)";
  host::append_json_string(issuer, json);
  json += R"(,"sub":)";
  host::append_json_string(subject, json);
  if (!audience.empty()) {
    json += R"(,"aud":[)";
    for (const std::string& one : audience) {
      if (!json.ends_with('[')) json += ',';
      host::append_json_string(one, json);
    }
    json += ']';
  }
  if (!more.empty()) json += ',' + more;
  return json + '}';
}

}  // namespace stdb::testing
