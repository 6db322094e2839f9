// sdk/module/.../detail/view_answer.hpp: what a view takes and gives, from the type of its function.
#pragma once

#include <optional>
#include <type_traits>
#include <vector>

#include "stdb/bsatn/kind.hpp"
#include "stdb/module/view_context.hpp"
#include "stdb/query.hpp"

namespace stdb::detail {

template <class View>
concept CallsWithSender = requires(const View& view, const ViewContext& ctx) { view(ctx); };
template <class View>
concept CallsAnonymously = requires(const View& view, const AnonymousViewContext& ctx) { view(ctx); };

template <class View>
struct ViewCall {
  using type = void;
};
template <CallsAnonymously View>
struct ViewCall<View> {
  using type = decltype(std::declval<const View&>()(std::declval<const AnonymousViewContext&>()));
};
template <CallsWithSender View>
  requires(!CallsAnonymously<View>)
struct ViewCall<View> {
  using type = decltype(std::declval<const View&>()(std::declval<const ViewContext&>()));
};

template <class Answer>
struct RowOfAnswer {
  using type = void;
};
template <class Row>
struct RowOfAnswer<std::optional<Row>> {
  using type = Row;
};
template <class Row>
struct RowOfAnswer<std::vector<Row>> {
  using type = Row;
};
template <IsQuery Built>
struct RowOfAnswer<Built> {
  using type = typename Built::row_type;
};

template <class View>
struct ViewAnswer {
  using type = typename ViewCall<View>::type;
  using row_type = typename RowOfAnswer<type>::type;
  static constexpr bool is_query = IsQuery<type>;
  static constexpr bool is_anonymous = CallsAnonymously<View>;
};

}  // namespace stdb::detail
