# The network of the node, then the command; runs as the first process of its namespaces, so it also waits for orphans.
# The bridge is for the pods; ClusterIPs are local addresses, on which the forwarder listens; resolv.conf names the DNS.
set -eu

ip link set lo up
ip link add pods type bridge
ip addr add 10.244.0.1/16 dev pods
ip link set pods up
ip route add local 10.96.0.0/16 dev lo

mount --bind "${BASH_SOURCE[0]%/*}/resolv.conf" "$(readlink -f /etc/resolv.conf)"

env --default-signal=INT,QUIT "$@" & # which bash has whatever runs in the background ignore
child=$!
trap 'kill -TERM $child' TERM
trap : INT # the command gets it too
code=0
wait $child || code=$?
while kill -0 $child 2>/dev/null; do # a signal has ended the wait, not the command
    code=0
    wait $child || code=$?
done
exit $code
