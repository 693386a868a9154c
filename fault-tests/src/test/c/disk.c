// Preloaded into redis-server, it writes down, in the file DISK_FILE, how much of the append-only file had reached the disk when
// the last sync of it was completed. After a kill, whoever cuts the file to that length has what a power cut would have left.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct record { volatile uint64_t synced, inode; } *record;

__attribute__((constructor)) static void open_record(void) {
    const char *path = getenv("DISK_FILE");
    int file = path ? open(path, O_RDWR) : -1;
    void *mapped = file < 0 ? MAP_FAILED : mmap(NULL, sizeof *record, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED) {
        _exit(98);
    }
    record = mapped;
    close(file);
}

static int is_incremental_log(int file, struct stat *state) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) {
        return 0;
    }
    path[length] = 0;
    return strstr(path, ".incr.aof") && fstat(file, state) == 0;
}

// The size is taken before the sync: what is written meanwhile is not known to be on the disk.
static int sync_with(const char *name, int file) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, name);
    struct stat before;
    int log = is_incremental_log(file, &before);
    int result = real(file);
    if (log && result == 0) {
        if (record->inode != before.st_ino) {
            record->inode = before.st_ino;
            record->synced = 0;
        }
        if ((uint64_t) before.st_size > record->synced) {
            record->synced = before.st_size;
        }
    }
    return result;
}

int fdatasync(int file) { return sync_with("fdatasync", file); }

int fsync(int file) { return sync_with("fsync", file); }
