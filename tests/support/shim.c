/* A shim between a program and its disk, put in with LD_PRELOAD.
 *
 * It watches every file below one folder (SHIM_UNDER) and can do two things:
 *   - write down, in order, all that happens to them and all that the program prints (SHIM_TRACE): what a power cut
 *     may leave is worked out from that by power.py;
 *   - let the n-th of the chosen calls fail (shim_arm), once or from then on.
 * The reader of the trace is shim.py; both must agree on the record below.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define HANDLES 4096
#define REAL(name) ((__typeof__(&name))real(#name))
#define CALL(name, ...) ({ static __typeof__(&name) f; if (!f) f = REAL(name); f(__VA_ARGS__); })

/* What a call does, for the trace and for choosing which calls shall fail. */
enum { OPENED = 'O', CREATED = 'C', WRITTEN = 'W', SIZED = 'T', SYNCED = 'S', FOLDER_SYNCED = 'D', RENAMED = 'R',
       LINKED = 'L', UNLINKED = 'U', FOLDER_MADE = 'M', SAID = 'A' };

struct record { char op; uint16_t name, other; uint64_t inode; int64_t at, length; } __attribute__((packed));

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static const char *under;
static size_t under_length;
static int trace = -1;
static char watched[HANDLES];

static char fail_calls[16];
static int fail_with, fail_for_ever;
static long fail_at, seen, failed;

static void *real(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

__attribute__((constructor)) static void begin(void) {
    under = getenv("SHIM_UNDER");
    if (!under) return;
    under_length = strlen(under);
    const char *path = getenv("SHIM_TRACE");
    if (!path) return;
    int low = syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    trace = syscall(SYS_fcntl, low, F_DUPFD_CLOEXEC, 900); /* out of the way of the program's own handles */
    syscall(SYS_close, low);
    if (trace < 0) abort();
}

static int is_under(const char *path) {
    return under && path && strncmp(path, under, under_length) == 0;
}

static int is_watched(int handle) {
    return handle >= 0 && handle < HANDLES && watched[handle];
}

static uint64_t inode_of(int handle) {
    struct stat facts;
    return fstat(handle, &facts) == 0 ? (uint64_t)facts.st_ino : 0;
}

static int is_folder(int handle) {
    struct stat facts;
    return fstat(handle, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/* One record in one write, so that a kill never leaves half of one in the middle. */
static void note(char op, const char *name, const char *other, uint64_t inode, int64_t at, const void *data,
                 int64_t length) {
    if (trace < 0) return;
    struct record head = {op, name ? strlen(name) : 0, other ? strlen(other) : 0, inode, at, length};
    size_t size = sizeof head + head.name + head.other + (data ? length : 0);
    char *all = malloc(size), *end = all;
    if (!all) abort();
    memcpy(end, &head, sizeof head), end += sizeof head;
    if (name) memcpy(end, name, head.name), end += head.name;
    if (other) memcpy(end, other, head.other), end += head.other;
    if (data) memcpy(end, data, length);
    if (syscall(SYS_write, trace, all, size) != (long)size) abort();
    free(all);
}

/* Called by the program under test, through ctypes: let the n-th of these calls fail with this error. */
void shim_arm(const char *calls, long n, int error, int for_ever) {
    pthread_mutex_lock(&order);
    snprintf(fail_calls, sizeof fail_calls, "%s", calls);
    fail_at = n, fail_with = error, fail_for_ever = for_ever, seen = 0, failed = 0;
    pthread_mutex_unlock(&order);
}

/* Stop failing; how many calls had failed. */
long shim_disarm(void) {
    pthread_mutex_lock(&order);
    fail_at = 0;
    long count = failed;
    pthread_mutex_unlock(&order);
    return count;
}

/* How many calls of the chosen kinds were made since shim_arm. */
long shim_seen(void) { return seen; }

/* Whether this call is to fail; call it with the order held. */
static int fails(char kind) {
    if (!fail_at || !strchr(fail_calls, kind)) return 0;
    seen++;
    if (seen != fail_at && !(fail_for_ever && seen > fail_at)) return 0;
    failed++;
    errno = fail_with;
    return 1;
}

/* A call that changes a watched file: counted, perhaps made to fail, done, and written down in the same order. */
#define WATCHED(kind, handle, act, write_down) WATCHED_OR(kind, handle, act, write_down, -1)

#define WATCHED_OR(kind, handle, act, write_down, when_failing) ({ \
    long result; \
    if (!is_watched(handle)) result = (act); \
    else { \
        pthread_mutex_lock(&order); \
        if (fails(kind)) result = (when_failing); \
        else { \
            result = (act); \
            int kept = errno; \
            if (result >= 0) { write_down; } \
            errno = kept; \
        } \
        pthread_mutex_unlock(&order); \
    } \
    result; })

static int opened(int handle, const char *path, int existed, int flags) {
    if (handle < 0 || handle >= HANDLES) return handle;
    watched[handle] = is_under(path);
    if (watched[handle] && !is_folder(handle)) {
        note(existed ? OPENED : CREATED, path, NULL, inode_of(handle), 0, NULL, 0);
        if (existed && (flags & O_TRUNC)) note(SIZED, NULL, NULL, inode_of(handle), 0, NULL, 0);
    }
    return handle;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        int mode = va_arg(rest, int); \
        va_end(rest); \
        if (!is_under(path)) { \
            int handle = CALL(name, path, flags, mode); \
            if (handle >= 0 && handle < HANDLES) watched[handle] = 0; \
            return handle; \
        } \
        pthread_mutex_lock(&order); \
        int existed = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0, handle; \
        if (!existed && (flags & O_CREAT) && fails(CREATED)) handle = -1; \
        else handle = CALL(name, path, flags, mode); \
        int kept = errno; \
        opened(handle, path, existed, flags); \
        errno = kept; \
        pthread_mutex_unlock(&order); \
        return handle; \
    }
OPEN(open)
OPEN(open64)

int close(int handle) {
    if (handle == trace && trace >= 0) return 0;
    if (handle >= 0 && handle < HANDLES) watched[handle] = 0;
    return CALL(close, handle);
}

/* A write that fails: every other one leaves its first half on the disk, as a full disk or a bad sector does. */
static long torn(int handle, const void *data, size_t length, off64_t at) {
    int error = errno;
    if (seen % 2 && at < 0) (void)!syscall(SYS_write, handle, data, length / 2);
    if (seen % 2 && at >= 0) (void)!syscall(SYS_pwrite64, handle, data, length / 2, at);
    errno = error;
    return -1;
}

ssize_t pwrite(int handle, const void *data, size_t length, off_t at) {
    return WATCHED_OR(WRITTEN, handle, CALL(pwrite, handle, data, length, at),
                      note(WRITTEN, NULL, NULL, inode_of(handle), at, data, result), torn(handle, data, length, at));
}

ssize_t pwrite64(int handle, const void *data, size_t length, off64_t at) {
    return WATCHED_OR(WRITTEN, handle, CALL(pwrite64, handle, data, length, at),
                      note(WRITTEN, NULL, NULL, inode_of(handle), at, data, result), torn(handle, data, length, at));
}

static ssize_t write_watched(int handle, const void *data, size_t length) {
    ssize_t done = CALL(write, handle, data, length);
    /* Also right for a handle that appends: the place is where the write ended. */
    if (done > 0) note(WRITTEN, NULL, NULL, inode_of(handle), lseek(handle, 0, SEEK_CUR) - done, data, done);
    return done;
}

ssize_t write(int handle, const void *data, size_t length) {
    if (handle == 1 && trace >= 0) {
        pthread_mutex_lock(&order);
        note(SAID, NULL, NULL, 0, 0, data, length);
        pthread_mutex_unlock(&order);
    }
    if (!is_watched(handle)) return CALL(write, handle, data, length);
    return WATCHED_OR(WRITTEN, handle, write_watched(handle, data, length), , torn(handle, data, length, -1));
}

static void note_sync(int handle) {
    if (!is_folder(handle)) {
        note(SYNCED, NULL, NULL, inode_of(handle), 0, NULL, 0);
        return;
    }
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) abort();
    path[length] = 0;
    note(FOLDER_SYNCED, path, NULL, 0, 0, NULL, 0);
}

int fsync(int handle) { return WATCHED(SYNCED, handle, CALL(fsync, handle), note_sync(handle)); }

int fdatasync(int handle) { return WATCHED(SYNCED, handle, CALL(fdatasync, handle), note_sync(handle)); }

int ftruncate(int handle, off_t size) {
    return WATCHED(SIZED, handle, CALL(ftruncate, handle, size),
                   note(SIZED, NULL, NULL, inode_of(handle), size, NULL, 0));
}

int ftruncate64(int handle, off64_t size) {
    return WATCHED(SIZED, handle, CALL(ftruncate64, handle, size),
                   note(SIZED, NULL, NULL, inode_of(handle), size, NULL, 0));
}

static int named(char op, const char *path, const char *other, int done) {
    int kept = errno;
    if (done == 0) note(op, path, other, 0, 0, NULL, 0);
    errno = kept;
    return done;
}

#define NAMED(kind, path, other, act) ({ \
    int result; \
    if (!is_under(path)) result = (act); \
    else { \
        pthread_mutex_lock(&order); \
        result = fails(kind) ? -1 : named(kind, path, other, (act)); \
        pthread_mutex_unlock(&order); \
    } \
    result; })

int unlink(const char *path) { return NAMED(UNLINKED, path, NULL, CALL(unlink, path)); }

int rename(const char *path, const char *other) { return NAMED(RENAMED, path, other, CALL(rename, path, other)); }

int link(const char *path, const char *other) { return NAMED(LINKED, path, other, CALL(link, path, other)); }

int mkdir(const char *path, mode_t mode) { return NAMED(FOLDER_MADE, path, NULL, CALL(mkdir, path, mode)); }

/* Copying inside the kernel would pass us by: refuse it, and the program copies by reading and writing. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    if (is_watched(to)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, to, from, at, length);
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    if (is_watched(to)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, to, from, at, length);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    if (is_watched(to)) return errno = EXDEV, -1;
    return syscall(SYS_copy_file_range, from, from_at, to, to_at, length, flags);
}
