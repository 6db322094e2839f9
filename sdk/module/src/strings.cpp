// sdk/module/src/strings.cpp: the functions of std::string, in bitcode that a module's link optimises.
//
// Emscripten's libc++ brings them as wasm, where each step of theirs is a call: a new text of twenty bytes took 445
// instructions to be decoded instead of 243, and most modules were larger, by up to a kilobyte. Only what a module uses
// of them stays in it. The standard leaves such an instantiation undefined; it is tried with the pinned libc++, which
// declares these functions extern, and with no other.
#include <string>

#ifdef __wasm__
template class std::basic_string<char>;
#endif
