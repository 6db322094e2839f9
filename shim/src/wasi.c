// shim/src/wasi.c: the system that is not there. libc reaches for WASI's functions as soon as a module prints, asks for
// the time or ends itself; hosts offer none of them. Here they are as ordinary functions, so that no import is left:
// what would end the program traps (and does not spin), output is swallowed, everything else answers ENOSYS, which libc
// hands on as a failure to whoever asked for a file, a clock or an environment.
#include <stddef.h>
#include <stdint.h>

enum { wasi_success = 0, wasi_nosys = 52 };

_Noreturn void __wasi_proc_exit(uint32_t code) {
  (void)code;
  __builtin_trap();
}

uint32_t __wasi_proc_raise(uint32_t signal) {
  (void)signal;
  __builtin_trap();
}

typedef struct wasi_bytes {
  const uint8_t* bytes;
  size_t size;
} wasi_bytes;

// Swallows what is printed, and says that all of it was written: nobody reads a module's standard output. Log lines go
// through console_log.
uint32_t __wasi_fd_write(uint32_t file, const wasi_bytes* parts, size_t count, size_t* written) {
  (void)file;
  size_t sum = 0;
  for (size_t i = 0; i < count; ++i) sum += parts[i].size;
  *written = sum;
  return wasi_success;
}

// clang-format off
// The others by the shape of their parameters: p a pointer, i 32 bits, l 64 bits. The names are WASI preview 1's.
#define STDB_REFUSE_none(name) \
  uint32_t __wasi_##name(void) {  return wasi_nosys; }
STDB_REFUSE_none(sched_yield)

#define STDB_REFUSE_i(name) \
  uint32_t __wasi_##name(uint32_t a) { (void)a; return wasi_nosys; }
STDB_REFUSE_i(fd_close)
STDB_REFUSE_i(fd_datasync)
STDB_REFUSE_i(fd_sync)

#define STDB_REFUSE_ii(name) \
  uint32_t __wasi_##name(uint32_t a, uint32_t b) { (void)a; (void)b; return wasi_nosys; }
STDB_REFUSE_ii(fd_fdstat_set_flags)
STDB_REFUSE_ii(fd_renumber)
STDB_REFUSE_ii(sock_shutdown)

#define STDB_REFUSE_il(name) \
  uint32_t __wasi_##name(uint32_t a, uint64_t b) { (void)a; (void)b; return wasi_nosys; }
STDB_REFUSE_il(fd_filestat_set_size)

#define STDB_REFUSE_ip(name) \
  uint32_t __wasi_##name(uint32_t a, void* b) { (void)a; (void)b; return wasi_nosys; }
STDB_REFUSE_ip(clock_res_get)
STDB_REFUSE_ip(fd_fdstat_get)
STDB_REFUSE_ip(fd_filestat_get)
STDB_REFUSE_ip(fd_prestat_get)
STDB_REFUSE_ip(fd_tell)

#define STDB_REFUSE_pi(name) \
  uint32_t __wasi_##name(void* a, uint32_t b) { (void)a; (void)b; return wasi_nosys; }
STDB_REFUSE_pi(random_get)

#define STDB_REFUSE_pp(name) \
  uint32_t __wasi_##name(void* a, void* b) { (void)a; (void)b; return wasi_nosys; }
STDB_REFUSE_pp(args_get)
STDB_REFUSE_pp(args_sizes_get)
STDB_REFUSE_pp(environ_get)
STDB_REFUSE_pp(environ_sizes_get)

#define STDB_REFUSE_ill(name) \
  uint32_t __wasi_##name(uint32_t a, uint64_t b, uint64_t c) { (void)a; (void)b; (void)c; return wasi_nosys; }
STDB_REFUSE_ill(fd_allocate)
STDB_REFUSE_ill(fd_fdstat_set_rights)

#define STDB_REFUSE_ilp(name) \
  uint32_t __wasi_##name(uint32_t a, uint64_t b, void* c) { (void)a; (void)b; (void)c; return wasi_nosys; }
STDB_REFUSE_ilp(clock_time_get)

#define STDB_REFUSE_ipi(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c) { (void)a; (void)b; (void)c; return wasi_nosys; }
STDB_REFUSE_ipi(fd_prestat_dir_name)
STDB_REFUSE_ipi(path_create_directory)
STDB_REFUSE_ipi(path_remove_directory)
STDB_REFUSE_ipi(path_unlink_file)

#define STDB_REFUSE_ilip(name) \
  uint32_t __wasi_##name(uint32_t a, uint64_t b, uint32_t c, void* d) { (void)a; (void)b; (void)c; (void)d; return wasi_nosys; }
STDB_REFUSE_ilip(fd_seek)

#define STDB_REFUSE_illi(name) \
  uint32_t __wasi_##name(uint32_t a, uint64_t b, uint64_t c, uint32_t d) { (void)a; (void)b; (void)c; (void)d; return wasi_nosys; }
STDB_REFUSE_illi(fd_advise)
STDB_REFUSE_illi(fd_filestat_set_times)

#define STDB_REFUSE_ipip(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c, void* d) { (void)a; (void)b; (void)c; (void)d; return wasi_nosys; }
STDB_REFUSE_ipip(fd_read)

#define STDB_REFUSE_ppip(name) \
  uint32_t __wasi_##name(void* a, void* b, uint32_t c, void* d) { (void)a; (void)b; (void)c; (void)d; return wasi_nosys; }
STDB_REFUSE_ppip(poll_oneoff)

#define STDB_REFUSE_iipip(name) \
  uint32_t __wasi_##name(uint32_t a, uint32_t b, void* c, uint32_t d, void* e) { (void)a; (void)b; (void)c; (void)d; (void)e; return wasi_nosys; }
STDB_REFUSE_iipip(path_filestat_get)

#define STDB_REFUSE_ipiip(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c, uint32_t d, void* e) { (void)a; (void)b; (void)c; (void)d; (void)e; return wasi_nosys; }
STDB_REFUSE_ipiip(sock_send)

#define STDB_REFUSE_ipilp(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c, uint64_t d, void* e) { (void)a; (void)b; (void)c; (void)d; (void)e; return wasi_nosys; }
STDB_REFUSE_ipilp(fd_pread)
STDB_REFUSE_ipilp(fd_pwrite)
STDB_REFUSE_ipilp(fd_readdir)

#define STDB_REFUSE_piipi(name) \
  uint32_t __wasi_##name(void* a, uint32_t b, uint32_t c, void* d, uint32_t e) { (void)a; (void)b; (void)c; (void)d; (void)e; return wasi_nosys; }
STDB_REFUSE_piipi(path_symlink)

#define STDB_REFUSE_ipiipi(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c, uint32_t d, void* e, uint32_t f) { (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; return wasi_nosys; }
STDB_REFUSE_ipiipi(path_rename)

#define STDB_REFUSE_ipiipp(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c, uint32_t d, void* e, void* f) { (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; return wasi_nosys; }
STDB_REFUSE_ipiipp(sock_recv)

#define STDB_REFUSE_ipipip(name) \
  uint32_t __wasi_##name(uint32_t a, void* b, uint32_t c, void* d, uint32_t e, void* f) { (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; return wasi_nosys; }
STDB_REFUSE_ipipip(path_readlink)

#define STDB_REFUSE_iipiipi(name) \
  uint32_t __wasi_##name(uint32_t a, uint32_t b, void* c, uint32_t d, uint32_t e, void* f, uint32_t g) { (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; (void)g; return wasi_nosys; }
STDB_REFUSE_iipiipi(path_link)

#define STDB_REFUSE_iipilli(name) \
  uint32_t __wasi_##name(uint32_t a, uint32_t b, void* c, uint32_t d, uint64_t e, uint64_t f, uint32_t g) { (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; (void)g; return wasi_nosys; }
STDB_REFUSE_iipilli(path_filestat_set_times)

#define STDB_REFUSE_iipiillip(name) \
  uint32_t __wasi_##name(uint32_t a, uint32_t b, void* c, uint32_t d, uint32_t e, uint64_t f, uint64_t g, uint32_t h, void* i) { (void)a; (void)b; (void)c; (void)d; (void)e; (void)f; (void)g; (void)h; (void)i; return wasi_nosys; }
STDB_REFUSE_iipiillip(path_open)
    // clang-format on
