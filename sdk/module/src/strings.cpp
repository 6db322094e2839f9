// sdk/module/src/strings.cpp: the functions of std::string, compiled as a module is.
//
// Emscripten's libc++ brings them compiled for size alone, each step of theirs a call: a new text of twenty bytes took
// 445 instructions to be decoded instead of 243, and modules were up to a twentieth larger. Only what a module uses of
// them stays in it. The header declares them extern, so that nothing else changes.
#include <string>

#ifdef __wasm__
template class std::basic_string<char>;
#endif
