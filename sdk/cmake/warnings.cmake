# sdk/cmake/warnings.cmake: the warning flags of this project, once; for native targets (stdb::warnings) and for wasm
# sources (STDB_WARNING_FLAGS). They are errors, and never passed on to those who use the installed package.
set(STDB_WARNING_FLAGS -Wall -Wextra -Wconversion -Wshadow -Werror)

if(NOT TARGET stdb_warnings)
  add_library(stdb_warnings INTERFACE)
  add_library(stdb::warnings ALIAS stdb_warnings)
  target_compile_options(stdb_warnings INTERFACE ${STDB_WARNING_FLAGS})
  # g++ 12 at -O3 takes std::string's own operator+ for an overlapping copy (its bug 105651) and, in release builds, the
  # comparison of two vectors of bytes for one of more bytes than there can be.
  set(old_gcc "$<COMPILE_LANG_AND_ID:CXX,GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>")
  target_compile_options(stdb_warnings INTERFACE $<$<AND:${old_gcc}>:-Wno-restrict>
                                                 $<$<AND:$<CONFIG:Release>,${old_gcc}>:-Wno-stringop-overread>)
endif()
