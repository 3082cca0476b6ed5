/*
 * Power-cut shim: shows what a disk would hold if the power failed now.
 *
 * After each successful fsync or fdatasync of a file under PC_ROOT the file is copied, by base name, to PC_SHADOW. What was
 * written and not synced never gets there. The copy is made under a lock on PC_SHADOW/lock, so that a reader who holds the
 * lock sees all files as of one moment.
 *
 * Limits: unlink, rename and directory syncs are not modelled; a synced file is copied whole.
 *
 *   gcc -shared -fPIC -O2 -o power-cut.so power-cut.c -ldl
 *   PC_ROOT=<data> PC_SHADOW=<empty folder> LD_PRELOAD=./power-cut.so java …
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static int locked(const char *folder) {
  char path[4200];
  snprintf(path, sizeof path, "%s/lock", folder);
  int fd = open(path, O_RDWR | O_CREAT, 0644);
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  if (fd >= 0) fcntl(fd, F_SETLKW, &whole);
  return fd;
}

static void copy(int from, const char *target) {
  char draft[4300];
  static char buffer[1 << 20];
  snprintf(draft, sizeof draft, "%s.draft", target);
  int to = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(from, buffer, sizeof buffer, offset)) > 0) {
    if (write(to, buffer, count) != count) break;
    offset += count;
  }
  close(to);
  rename(draft, target);
}

static void keep(int fd) {
  const char *root = getenv("PC_ROOT"), *shadow = getenv("PC_SHADOW");
  char link[64], path[4096], target[4200];
  struct stat status;
  if (!root || !shadow) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  if (strncmp(path, root, strlen(root)) || fstat(fd, &status) || !S_ISREG(status.st_mode)) return;
  snprintf(target, sizeof target, "%s/%s", shadow, strrchr(path, '/') + 1);
  pthread_mutex_lock(&one_at_a_time);
  int lock = locked(shadow);
  copy(fd, target);
  if (lock >= 0) close(lock);
  pthread_mutex_unlock(&one_at_a_time);
}

int fdatasync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
  int result = real(fd);
  if (!result) keep(fd);
  return result;
}

int fsync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  int result = real(fd);
  if (!result) keep(fd);
  return result;
}
