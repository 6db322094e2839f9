// tests/unit/host/network_test.cpp: the client that sends modules' requests, against a server on this machine.
#include "stdb/host/network.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "network/addresses.hpp"
#include "network/url.hpp"

namespace stdb::host::test {
namespace {

// Answers each connection by what `answer` makes of the request's text, then closes it.
class Server {
 public:
  explicit Server(std::function<std::string(const std::string&)> answer) : answer_(std::move(answer)) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(bind(listener_, general, size), 0);
    EXPECT_EQ(listen(listener_, 16), 0);
    EXPECT_EQ(getsockname(listener_, general, &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Server() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string at(std::string_view path, std::string_view host = "127.0.0.1") const {
    return "http://" + std::string(host) + ":" + std::to_string(port_) + std::string(path);
  }
  std::uint16_t port() const { return port_; }
  std::vector<std::string> requests() const {
    const std::scoped_lock lock(mutex_);
    return requests_;
  }

 private:
  void serve() {
    while (true) {
      const int connection = accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      const std::string request = read_request(connection);
      {
        const std::scoped_lock lock(mutex_);
        requests_.push_back(request);
      }
      const std::string answer = answer_(request);
      send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
      if (answer.empty()) {  // says nothing until the other side has gone
        char nothing = 0;
        recv(connection, &nothing, 1, 0);
      }
      close(connection);
    }
  }

  static std::string read_request(int connection) {
    std::string request;
    std::size_t wanted = std::string::npos;
    while (request.size() < wanted) {
      char buffer[4096];
      const ssize_t got = recv(connection, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      request.append(buffer, static_cast<std::size_t>(got));
      const auto end = request.find("\r\n\r\n");
      if (end == std::string::npos) continue;
      const auto length = request.find("Content-Length: ");
      wanted = end + 4 + (length < end ? std::stoul(request.substr(length + 16)) : 0);
    }
    return request;
  }

  std::function<std::string(const std::string&)> answer_;
  int listener_ = -1;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

std::string response(std::string_view status, std::string_view headers, std::string_view body) {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(headers) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::string redirect(std::string_view status, std::string_view location) {
  return response(status, "Location: " + std::string(location) + "\r\n", "");
}

HttpRequest get(std::string uri) {
  HttpRequest request;
  request.uri = std::move(uri);
  request.timeout = std::chrono::seconds(20);
  return request;
}

NetworkOptions with_loopback() { return {.allows_loopback = true}; }

std::string error_of(const std::expected<HttpResponse, std::string>& answer) {
  return answer ? "answered " + std::to_string(answer->code) : answer.error();
}

TEST(Network, AsksAndAnswers) {
  const Server server([](const std::string&) { return response("201 Created", "X-One: a\r\nx-one: b\r\n", "hello"); });
  HttpRequest request = get(server.at("/path?x=1#part"));
  request.method = "POST";
  request.headers = {{"X-Two", "c"}, {"content-length", "999"}, {"Host", "elsewhere"}};
  request.body = "what";
  const auto answer = network_client(with_loopback())(request);
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ(answer->code, 201);
  EXPECT_EQ(answer->body, "hello");
  EXPECT_EQ(answer->headers, (std::vector<HttpHeader>{{"x-one", "a"}, {"x-one", "b"}, {"content-length", "5"}}));
  ASSERT_EQ(server.requests().size(), 1u);
  EXPECT_EQ(server.requests()[0],
            "POST /path?x=1 HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) +
                "\r\nX-Two: c\r\nAccept: */*\r\nConnection: close\r\nContent-Length: 4\r\n\r\nwhat");
}

TEST(Network, ReadsChunksAndBodilessAnswers) {
  const Server server([](const std::string& request) {
    if (request.starts_with("HEAD")) return std::string("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    return std::string("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  });
  const auto client = network_client(with_loopback());
  const auto chunked = client(get(server.at("")));
  ASSERT_TRUE(chunked) << chunked.error();
  EXPECT_EQ(chunked->code, 404);
  EXPECT_EQ(chunked->body, "abcde");
  HttpRequest head = get(server.at("/"));
  head.method = "HEAD";
  const auto bodiless = client(head);
  ASSERT_TRUE(bodiless) << bodiless.error();
  EXPECT_EQ(bodiless->body, "");
}

TEST(Network, FollowsRedirects) {
  const Server server([](const std::string& request) {
    if (request.find(" /start ") != std::string::npos) return redirect("302 Found", "next?a");
    if (request.find(" /next?a ") != std::string::npos) return redirect("307 Temporary Redirect", "/end");
    if (request.find(" /round ") != std::string::npos) return redirect("308 Permanent Redirect", "/round");
    return response("200 OK", "", request.substr(0, request.find(' ')));
  });
  const auto client = network_client(with_loopback());
  HttpRequest request = get(server.at("/start"));
  request.method = "POST";
  request.body = "x";
  EXPECT_EQ(client(request)->body, "GET") << "after a 302 it asks";
  EXPECT_EQ(server.requests().size(), 3u);
  EXPECT_EQ(error_of(client(get(server.at("/round")))), "too many redirects");
}

TEST(Network, TellsNoSecretsToOthers) {
  std::atomic<std::uint16_t> port = 0;
  const Server server([&](const std::string& request) {
    if (request.find(" /start ") == std::string::npos) return response("200 OK", "", request);
    return redirect("307 Temporary Redirect", "http://localhost:" + std::to_string(port) + "/end");
  });
  port = server.port();
  HttpRequest request = get(server.at("/start"));
  request.headers = {{"Authorization", "secret"}, {"X-Kept", "kept"}};
  const auto answer = network_client(with_loopback())(request);
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_NE(server.requests()[0].find("secret"), std::string::npos);
  EXPECT_EQ(answer->body.find("secret"), std::string::npos);
  EXPECT_NE(answer->body.find("kept"), std::string::npos);
}

TEST(Network, ThisMachineIsRefusedHoweverItIsNamed) {
  const Server server([](const std::string&) { return response("200 OK", "", ""); });
  const auto client = network_client();
  for (const char* host :
       {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]"}) {
    const std::string error = error_of(client(get(server.at("/", host))));
    EXPECT_TRUE(error.starts_with("refused to connect to ")) << host << ": " << error;
    EXPECT_TRUE(error.ends_with("is this machine's own address, which modules may not ask")) << host << ": " << error;
  }
  EXPECT_TRUE(server.requests().empty());
}

TEST(Network, SpecialAddressesAreRefusedAlwaysAndAfterRedirects) {
  const Server server([](const std::string& request) {
    return redirect("302 Found", "http://" + request.substr(5, request.find(' ', 5) - 5) + "/");
  });
  const auto client = network_client(with_loopback());
  const std::pair<const char*, const char*> refused[] = {
      {"10.1.2.3", "a private address"},          {"172.31.0.1", "a private address"},
      {"192.168.0.1", "a private address"},       {"169.254.169.254", "a link-local address"},
      {"0.0.0.0", "a reserved address"},          {"100.64.0.1", "an address of a carrier's own network"},
      {"[fc00::1]", "a private address"},         {"[fe80::1]", "a link-local address"},
      {"[::ffff:10.0.0.1]", "a private address"},
  };
  for (const auto& [host, kind] : refused) {
    for (const std::string& uri : {"http://" + std::string(host) + "/", server.at("/" + std::string(host))}) {
      const std::string error = error_of(client(get(uri)));
      EXPECT_TRUE(error.starts_with("refused to connect to " + std::string(host))) << uri << ": " << error;
      EXPECT_TRUE(error.ends_with(std::string(kind) + ", which modules may not ask")) << uri << ": " << error;
    }
  }
}

TEST(Network, TimeoutsAndLengthsHold) {
  const Server silent([](const std::string&) { return std::string(); });
  HttpRequest request = get(silent.at("/"));
  request.timeout = std::chrono::milliseconds(50);
  EXPECT_TRUE(error_of(network_client(with_loopback())(request)).starts_with("operation timed out: "));

  const Server talkative([](const std::string&) { return response("200 OK", "", std::string(1001, 'x')); });
  NetworkOptions narrow = with_loopback();
  narrow.most_body_bytes = 1000;
  EXPECT_TRUE(error_of(network_client(narrow)(get(talkative.at("/")))).ends_with("is longer than 1000 bytes"));
  narrow.most_body_bytes = 1001;
  EXPECT_TRUE(network_client(narrow)(get(talkative.at("/"))));
}

TEST(Network, WhatCannotBeAskedIsSaid) {
  const auto client = network_client();
  EXPECT_TRUE(error_of(client(get("https://example.com/"))).starts_with("https is not spoken by this client"));
  EXPECT_TRUE(error_of(client(get("ftp://example.com/"))).starts_with("invalid URL ftp://example.com/: "));
  EXPECT_TRUE(error_of(client(get("http://a:b@example.com/"))).starts_with("invalid URL "));
  EXPECT_TRUE(error_of(client(get("http:///x"))).starts_with("invalid URL "));
  const Server closing([](const std::string&) { return std::string("nonsense\r\n\r\n"); });
  EXPECT_TRUE(
      error_of(network_client(with_loopback())(get(closing.at("/")))).starts_with("cannot read the answer of "));
}

TEST(Network, AddressesOfThePublicInternetAreNotSpecial) {
  const auto v4 = [](std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
    return special_kind(Ipv4{a, b, c, d});
  };
  EXPECT_EQ(v4(9, 255, 255, 255), "");
  EXPECT_EQ(v4(11, 0, 0, 0), "");
  EXPECT_EQ(v4(172, 15, 255, 255), "");
  EXPECT_EQ(v4(172, 32, 0, 0), "");
  EXPECT_EQ(v4(100, 63, 255, 255), "");
  EXPECT_EQ(v4(100, 128, 0, 0), "");
  EXPECT_EQ(v4(198, 17, 0, 1), "");
  EXPECT_NE(v4(198, 19, 0, 1), "");
  EXPECT_EQ(v4(223, 255, 255, 255), "");
  EXPECT_NE(v4(224, 0, 0, 1), "");
  EXPECT_NE(v4(255, 255, 255, 255), "");
  EXPECT_EQ(special_kind(Ipv6{0x26, 0x06, 0x47}), "");
  EXPECT_EQ(special_kind(Ipv6{0x20, 0x01, 0x48, 0x60}), "");
  EXPECT_NE(special_kind(Ipv6{0x20, 0x01, 0x00, 0x00}), "") << "IPv4 through Teredo";
  EXPECT_NE(special_kind(Ipv6{0x20, 0x02, 0x7F, 0x00, 0x00, 0x01}), "") << "IPv4 through 6to4";
  EXPECT_NE(special_kind(Ipv6{0x00, 0x64, 0xFF, 0x9B}), "") << "IPv4 through NAT64";
  EXPECT_NE(special_kind(Ipv6{0xFD}), "");
  EXPECT_NE(special_kind(Ipv6{}), "");
}

TEST(Network, RedirectsLeadWhereBrowsersGo) {
  const Url base = parse_url("http://Example.com:8080/a/b?q=1").value();
  EXPECT_EQ(base.authority(), "Example.com:8080");
  EXPECT_EQ(follow(base, "/x")->target, "/x");
  EXPECT_EQ(follow(base, "x?y=http://z")->target, "/a/x?y=http://z");
  EXPECT_EQ(follow(base, "?r=2")->target, "/a/b?r=2");
  EXPECT_EQ(follow(base, "//other/x")->authority(), "other");
  EXPECT_EQ(follow(base, "HTTP://other:80?x")->target, "/?x");
  EXPECT_EQ(parse_url("http://[fe80::1]:81")->authority(), "[fe80::1]:81");
  EXPECT_FALSE(follow(base, "a b"));
  EXPECT_FALSE(follow(base, "file:///etc/passwd"));
}

}  // namespace
}  // namespace stdb::host::test
