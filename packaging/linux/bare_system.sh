# Bare systems to install on; sourced by check.sh, which sets WORK and CACHE and runs in a mount namespace of its own.

UBUNTU_KEYS=ubuntu-keyring_2021.03.26_all.deb  # signs every release since 18.04
UBUNTU_KEYS_SHA256=0d0e7ed6b112f5d03eabf3c7eb01ebdacf9c57714b279e90495cfc58c8c4520f

mirror_of() {
    case $1 in
        bookworm) echo http://deb.debian.org/debian ;;
        jammy) echo http://archive.ubuntu.com/ubuntu ;;
    esac
}

# Whether there is a way to the archive of a system.
can_reach() { curl -sfI -m 20 "$(mirror_of "$1")/dists/$1/Release" >/dev/null; }

# The file of keys that debootstrap checks a system's archive with; Ubuntu's are not on every Debian.
keyring_of() {
    local keys=/usr/share/keyrings/debian-archive-keyring.gpg
    [ "$1" = bookworm ] || keys=/usr/share/keyrings/ubuntu-archive-keyring.gpg
    if [ ! -e "$keys" ]; then
        [ "$1" = jammy ] || { echo "Install debian-archive-keyring first." >&2; return 1; }
        curl -sf -o "$WORK/keys.deb" "$(mirror_of jammy)/pool/main/u/ubuntu-keyring/$UBUNTU_KEYS"
        echo "$UBUNTU_KEYS_SHA256  $WORK/keys.deb" | sha256sum --check --quiet >&2
        dpkg-deb -x "$WORK/keys.deb" "$WORK/keys"
        keys=$WORK/keys$keys
    fi
    echo "$keys"
}

# Unpack a bare system into ROOT; it is made once, and again after a month.
unpack_system() {
    local suite=$1 cached=$CACHE/$1.tar.zst keyring
    ROOT=$WORK/$suite
    mkdir -p "$CACHE/archives-$suite/partial" "$ROOT"
    find "$CACHE" -name "$suite.tar.zst" -mtime +30 -delete
    if [ ! -e "$cached" ]; then
        keyring=$(keyring_of "$suite")
        debootstrap --variant=minbase --keyring="$keyring" "$suite" "$ROOT" "$(mirror_of "$suite")" >"$WORK/log" 2>&1 ||
            { cat "$WORK/log" >&2; return 1; }
        tar -C "$ROOT" --one-file-system -cf - . | zstd -q -3 -o "$cached.new"
        mv "$cached.new" "$cached"
    else
        tar -C "$ROOT" -xf "$cached"
    fi
    # An ordinary Ubuntu has universe switched on.
    [ "$suite" != jammy ] || echo "deb $(mirror_of jammy) jammy main universe" >"$ROOT/etc/apt/sources.list"
    cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
    mount_system "$suite"
    in_system useradd --create-home visitor
    apt update
}

# What a kernel gives every system, and the packages that were fetched before.
mount_system() {
    local device
    mount -t proc proc "$ROOT/proc"
    mount --bind -o ro /sys "$ROOT/sys"
    mount -t tmpfs tmpfs "$ROOT/dev"
    for device in "null 3" "zero 5" "full 7" "random 8" "urandom 9"; do
        mknod -m 666 "$ROOT/dev/${device% *}" c 1 "${device#* }"
    done
    ln -s /proc/self/fd "$ROOT/dev/fd"
    mkdir -m 1777 "$ROOT/dev/shm"
    mkdir "$ROOT/dev/pts"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$ROOT/dev/pts"
    ln -s pts/ptmx "$ROOT/dev/ptmx"
    mount --bind "$CACHE/archives-$1" "$ROOT/var/cache/apt/archives"
    mkdir -p -m 1777 /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
}

in_system() {
    chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# As an ordinary user, and where there is no network: nothing must want one.
as_visitor() {
    unshare --net chroot --userspec=visitor "$ROOT" \
        env -i PATH=/usr/bin:/bin HOME=/home/visitor USER=visitor LANG=C.UTF-8 "$@"
}

# apt-get, heard only where it fails.
apt() { in_system apt-get -y -qq "$@" >"$WORK/log" 2>&1 || { cat "$WORK/log" >&2; return 1; }; }

install() { apt install --no-install-recommends "$@"; }

# Every path with its kind, mode and link, but for what dpkg and apt keep of themselves and what lies in homes.
list_tree() {
    local kept=(proc sys dev tmp home run var/lib/dpkg var/lib/apt var/cache/apt var/cache/debconf var/log) path prune=()
    for path in "${kept[@]}"; do prune+=(-path "./$path" -prune -o); done
    (cd "$ROOT" && find . "${prune[@]}" -printf '%p %y %m %l\n' | sort)
}
