// sdk/tool/src/json_object.hpp: JSON objects written entry by entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stdb/host/json.hpp"

namespace stdb::tool {

class JsonObject {
 public:
  JsonObject& text(std::string_view key, std::string_view value) {
    start(key);
    host::append_json_string(value, out_);
    return *this;
  }
  JsonObject& number(std::string_view key, std::uint64_t value) { return raw(key, std::to_string(value)); }
  JsonObject& boolean(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
  JsonObject& texts(std::string_view key, const std::vector<std::string>& values) {
    std::string list = "[";
    for (const std::string& value : values) {
      if (list.size() > 1) list.push_back(',');
      host::append_json_string(value, list);
    }
    return raw(key, list + "]");
  }
  // `json` as it stands.
  JsonObject& raw(std::string_view key, std::string_view json) {
    start(key);
    out_ += json;
    return *this;
  }

  std::string line() const { return out_ + "}\n"; }
  std::string object() const { return out_ + "}"; }

 private:
  void start(std::string_view key) {
    if (out_.size() > 1) out_.push_back(',');
    host::append_json_string(key, out_);
    out_.push_back(':');
  }

  std::string out_ = "{";
};

}  // namespace stdb::tool
