// tests/wasm/library.cpp: a module that judges by itself what modules use beside tables: random numbers, tokens, texts
// of times, memory.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <stdb/module.hpp>

#include "../modules/check.hpp"

using stdb::ReducerContext;
using stdb::ReducerResult;

// Each draw is another way of the same numbers, of which natively and in wasm the same come.
struct draws {
  std::uint64_t seed = 0;

  ReducerResult operator()(ReducerContext&) const {
    Check check;
    stdb::Random random(seed);
    std::array<std::uint32_t, 52> cards{};
    std::iota(cards.begin(), cards.end(), 0u);
    random.shuffle(cards);
    auto sorted = cards;
    std::sort(sorted.begin(), sorted.end());
    for (std::uint32_t card = 0; card < sorted.size(); ++card) check(sorted[card] == card, "a shuffle loses nothing");
    const std::vector<std::uint32_t> hand = random.sample(cards, 5);
    check(hand.size() == 5, "five are drawn");
    for (const std::uint32_t card : hand) check(std::count(hand.begin(), hand.end(), card) == 1, "each once");
    const std::uint32_t* chosen = random.choose(cards);
    check(chosen != nullptr, "one is chosen");
    std::uint32_t heads = 0;
    for (int toss = 0; toss < 1000; ++toss) heads += random.chance(0.25) ? 1u : 0u;
    check(heads > 150 && heads < 350, "a quarter of a thousand");
    stdb::log::info("{} {} {} {} {}", cards[0], hand[0], hand[4], chosen == nullptr ? 0 : *chosen, heads);
    return check.result();
  }
};

struct tokens {
  ReducerResult operator()(ReducerContext&) const {
    Check check;
    const stdb::Jwt jwt(R"({"iss":"https://auth.spacetimedb.com","sub":"2cf4c2","aud":["one","tw\u006f"]})");
    check(jwt.audience() == std::vector<std::string>({"one", "two"}), "an escaped audience");
    check(jwt.identity() == stdb::Identity::from_claims("https://auth.spacetimedb.com", "2cf4c2"),
          "whom it speaks for");
    // The official Identity::from_claims("", "").
    check(stdb::Identity::from_claims("", "").to_hex() ==
              "c200a759fb94a9e297433bebb02948c311291ae6291a1666f9e697a56b430501",
          "the identity of empty claims");
    return check.result();
  }
};

struct texts {
  std::string text;

  ReducerResult operator()(ReducerContext&) const {
    Check check;
    const auto time = stdb::Timestamp::from_iso_string(text);
    check(time.has_value(), "a time is read");
    if (time) check(time->to_iso_string() == text, "a time is written");
    const auto lasted = stdb::TimeDuration::from_minutes(90);
    check(stdb::TimeDuration::from_iso_string(lasted.to_iso_string()) == lasted,
          "a length of time is written and read");
    return check.result();
  }
};

// The module begins with less than this.
struct take_memory {
  std::uint32_t bytes = 0;

  ReducerResult operator()(ReducerContext&) const {
    Check check;
    std::vector<std::uint8_t> taken(bytes, 7);
    check(std::accumulate(taken.begin(), taken.end(), 0u) == 7 * bytes, "all of it is ours");
    return check.result();
  }
};

struct leave {
  ReducerResult operator()(ReducerContext&) const { std::exit(0); }
};

constinit const stdb::Module stdb::module =
    stdb::define<stdb::tables<>, stdb::reducers<draws, tokens, texts, take_memory, leave>>;
