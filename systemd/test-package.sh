#!/bin/bash
# Installs the Debian package for real into a throw-away copy of this machine (an overlay: nothing outside is written),
# runs the installed command and the service, removes and purges, and fails if a file is left behind.
# Needs root, a JDK 25 and a built package: ./footfall test, or mvn package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

package=$(ls gateway/target/footfall_*_all.deb)
[ "$(id -u)" = 0 ] || { echo "needs root: it mounts an overlay and runs dpkg in it" >&2; exit 1; }
if [ -z "${IN_NEW_MOUNTS:-}" ]; then
  IN_NEW_MOUNTS=yes exec unshare --mount --propagation private "$0" "$@"
fi

work=$(mktemp -d)
mount -t tmpfs -o mode=755 footfall-test "$work"
mkdir "$work/changes" "$work/scratch" "$work/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/changes,workdir=$work/scratch" "$work/root"
for folder in dev proc; do mount --rbind "/$folder" "$work/root/$folder"; done
mount -t tmpfs tmpfs "$work/root/tmp"
mount -t tmpfs tmpfs "$work/root/run"

receiver=
service=
cleanup() {
  [ -z "$service" ] || kill -KILL "$service" 2>/dev/null || true
  [ -z "$receiver" ] || kill "$receiver" 2>/dev/null || true
  umount --recursive --lazy "$work" 2>/dev/null || true
  rmdir "$work" 2>/dev/null || true
}
trap cleanup EXIT

inside() { chroot "$work/root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }
step() { printf '\n== %s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
# Everything the overlay saw changed, apart from what dpkg, useradd and the linker's cache keep about themselves.
changed_files() {
  (cd "$work/changes"; find . -mindepth 1 ! -type d | sort |
    grep -v -e '^./var/lib/dpkg/' -e '^./var/log/' -e '^./etc/\(passwd\|group\|shadow\|gshadow\|subuid\|subgid\)-\?$' \
      -e '^./etc/\.pwd\.lock$' -e '^./var/cache/' -e '^./tmp/' || true)
}

step "install $package"
cp "$package" "$work/root/tmp/footfall.deb"
inside dpkg --force-depends --install /tmp/footfall.deb
inside getent passwd footfall
changed_files | grep -v '/lib/' | head -20

step "the installed command"
inside footfall --version
inside footfall check --config /etc/footfall || die "the configuration that the package installs does not pass its own check"

step "the service, told to notify us"
java=$(command -v java)
for candidate in /usr/lib/jvm/*25*/bin/java; do [ -x "$candidate" ] && java=$candidate; done
socket=$work/root/run/notify
"$java" --enable-native-access=ALL-UNNAMED gateway/src/test/java/dev/footfall/gateway/service/NotifySocket.java "$socket" \
  >"$work/notified" &
receiver=$!
for _ in $(seq 100); do [ -S "$socket" ] && break; sleep 0.1; done
chmod 666 "$socket"
mkdir -p "$work/root/var/lib/footfall"
chroot "$work/root" chown footfall:footfall /var/lib/footfall
chroot --userspec=footfall:footfall "$work/root" /usr/bin/env -i PATH=/usr/bin:/bin NOTIFY_SOCKET=/run/notify \
  WATCHDOG_USEC=3000000 /usr/bin/footfall run --config /etc/footfall --data /var/lib/footfall &
service=$!
for _ in $(seq 300); do grep -q READY=1 "$work/notified" && break; kill -0 "$service" || die "the service ended before it was ready"; sleep 0.1; done
grep -q READY=1 "$work/notified" || die "no READY=1 within 30 s"
for _ in $(seq 100); do grep -q WATCHDOG=1 "$work/notified" && break; sleep 0.1; done
grep -q WATCHDOG=1 "$work/notified" || die "no WATCHDOG=1 within 10 s"
kill -TERM "$service"
wait "$service" && status=0 || status=$?
service=
[ "$status" = 0 ] || [ "$status" = 143 ] || die "the service ended with status $status"
grep -q STOPPING=1 "$work/notified" || die "no STOPPING=1"
cat "$work/notified"
inside ls -l /var/lib/footfall

step "remove keeps configuration and data"
inside dpkg --remove footfall
inside test -e /etc/footfall/store.yaml || die "remove took the configuration"
inside test -d /var/lib/footfall || die "remove took the data"
! inside test -e /usr/bin/footfall || die "remove left the command"

step "purge leaves nothing"
inside dpkg --purge footfall
left=$(changed_files)
[ -z "$left" ] || die "left behind: $left"
for folder in /etc/footfall /var/lib/footfall /usr/share/footfall /usr/share/doc/footfall; do
  ! inside test -e "$folder" || die "left behind: $folder"
done
! inside getent passwd footfall || die "left behind: the user footfall"
! inside getent group footfall || die "left behind: the group footfall"
step "passed"
