// sdk/module/src/strings.cpp: the functions of std::string, in bitcode that a module's link optimises.
//
// Emscripten's libc++ brings them as wasm, compiled for size alone, each step of theirs a call: a new text of twenty
// bytes took 445 instructions to be decoded instead of 243, and modules were larger by up to half a kilobyte. Only what
// a module uses of them stays in it. The standard leaves such an instantiation undefined; the pinned libc++ declares
// the class extern for exactly this, and another one would fail to link, not misbehave.
#include <string>

#ifdef __wasm__
template class std::basic_string<char>;
#endif
