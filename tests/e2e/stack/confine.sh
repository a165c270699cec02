# Runs a program as a container of the Deployment does: confine.sh ROOT UID [SOURCE:TARGET…] -- PROGRAM [ARGUMENT…]
# in a mount namespace of its own. ROOT, an empty directory, becomes its file system, which holds the SOURCEs and nothing
# else, and cannot be written anywhere. The program has no capability, gains none, and is the user UID. Each program
# takes the place of the one before, so that signals reach the last one.
set -eu
root=$1 uid=$2
shift 2

mount --make-rprivate /
mount -t tmpfs -o mode=0755 none "$root"
show() { # SOURCE TARGET: also what is mounted below
    if [ -d "$1" ]; then
        mkdir -p "$root$2"
    else
        mkdir -p "$root${2%/*}"
        : >"$root$2"
    fi
    mount --rbind "$1" "$root$2"
}
for each in bin sbin lib lib64; do # in /usr where they are links
    if [ -L "/$each" ]; then
        cp -P "/$each" "$root/$each"
    elif [ -d "/$each" ]; then
        show "/$each" "/$each"
    fi
done
for each in /usr /proc /dev/null /dev/urandom; do show "$each" "$each"; done
while [ "$1" != -- ]; do
    show "${1%%:*}" "${1#*:}"
    shift
done
shift
# From the innermost on, since a mount can hide another.
awk -v root="$root/" 'index($2 "/", root) == 1 { print $2 }' /proc/self/mounts | sort -r | while read -r place; do
    mount -o remount,bind,ro "$place"
done

drop="setpriv --no-new-privs --bounding-set=-all --inh-caps=-all"
if [ "$(awk '{ print $3; exit }' /proc/self/uid_map)" = 1 ]; then # one user is mapped: it is not root, and has no other
    exec chroot "$root" unshare --user --map-user="$uid" --map-group="$uid" $drop -- "$@"
fi
exec chroot "$root" $drop --reuid="$uid" --regid="$uid" --clear-groups -- "$@"
