// tests/fuzz/targets/http.cpp: requests and responses in BSATN, as modules write them.
#include "calls/http_wire.hpp"
#include "target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stdb;
  using fuzz::must;
  fuzz::Script script({data, size});
  const bool is_request = script.byte() % 2 == 0;
  const host::Bytes bytes = script.rest();
  if (is_request) {
    const auto request = host::decode_request(bytes);
    if (!request) return 0;
    static_cast<void>(host::http_problem(*request));
    const host::Bytes encoded = host::encode_http(*request);
    const auto again = host::decode_request(encoded);
    must(again && host::encode_http(*again) == encoded, "a request is another after its encoding");
    // A method of its own that is one of the known ones is written as that.
    if (bytes[0] != 9) must(std::equal(encoded.begin(), encoded.end(), bytes.begin()), "a request is not written back");
  } else if (const auto response = host::decode_response(bytes)) {
    const host::Bytes encoded = host::encode_http(*response);
    must(std::equal(encoded.begin(), encoded.end(), bytes.begin()), "a response is not written back");
  }
  return 0;
}
