# What the commands of this folder share; to be sourced. Sets ROOT and WAR.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
WAR=$ROOT/war/target/gradio4j.war

die() { echo "$(basename "$0"): $*" >&2; exit 1; }
say() { echo "$(basename "$0"): $*" >&2; }

# jdk HOME: if there is a JDK newer than JAVA_VERSION, sets JAVA and JAVA_VERSION to it.
jdk() {
  local version
  [[ -x $1/bin/javac && -f $1/release ]] || return
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  ((${version:-0} > JAVA_VERSION)) || return
  JAVA=$1/bin/java JAVA_VERSION=$version
}

# Sets JAVA and JAVA_VERSION: JAVA_HOME's or the PATH's if it is a JDK of 21 or newer, else the newest of /usr/lib/jvm.
find_java() {
  local home javac
  javac=$(readlink -f "$(command -v javac || echo /)")
  JAVA_VERSION=20
  jdk "${JAVA_HOME:-}" || jdk "${javac%/bin/javac}" || for home in /usr/lib/jvm/*; do jdk "$home" || true; done
  ((JAVA_VERSION > 20)) || die "needs a JDK 21 or newer: set JAVA_HOME"
}

# need COMMAND PACKAGE: installs the package where apt-get may, else names it.
need() {
  command -v "$1" >/dev/null && return
  local as=()
  if [[ $(id -u) != 0 ]]; then as=(sudo -n); fi
  if command -v apt-get >/dev/null && "${as[@]}" true 2>/dev/null; then
    say "installing $2"
    "${as[@]}" apt-get install -y -q "$2" >&2 || { "${as[@]}" apt-get update -q >&2 && "${as[@]}" apt-get install -y -q "$2" >&2; }
  fi
  command -v "$1" >/dev/null || die "needs $1: install $2"
}

# The browser build and the tests need it.
need_node() {
  need node nodejs
  need npm npm
  (($(node -p 'process.versions.node.split(".")[0]') >= 20)) || die "needs Node 20 or newer, not $(node --version)"
}

# Builds the WAR if a source is newer, without running tests.
build() {
  if [[ -f $WAR && -z $(find "$ROOT"/{api,spi,impl,components-core,components-media,themes,launcher,war} "$ROOT"/*.{xml,json} \
      -name target -prune -o -type f -newer "$WAR" -print -quit) ]]; then
    return
  fi
  need_node
  need mvn maven
  say "building"
  rm -f "$WAR"
  if ! command -v java >/dev/null; then export JAVA_HOME=${JAVA%/bin/java}; fi
  mvn -q -B -ntp -f "$ROOT/pom.xml" package -DskipTests -pl war -am >&2
}

# class_path: all jars of the WAR and of its server.
class_path() {
  local IFS=: jars=("${WAR%.war}"/WEB-INF/lib/*.jar "${WAR%.war}"/META-INF/launcher/*.jar)
  echo "${jars[*]}"
}

# Sets RUN: the command that starts the WAR's apps on the embedded server. The same as java -jar, but with a plain class path, for which
# the JVM can keep what it learned at one start: from JDK 25 on that halves the time of the next ones. It keeps classes, not what it
# learned about hot methods, which would take 25 MiB more at rest and makes nothing faster here.
# Serial collector, a small first heap and compact headers: the least memory at rest (hello: 100 MiB with the cache, 190 MiB without
# -Xms), and of the four collectors the one with the most events per second on two cores. JAVA_OPTS has the last word.
embedded() {
  local jars cache=${WAR%.war}.aot
  jars=$(class_path)
  RUN=("$JAVA" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xms32m -XX:+UseCompactObjectHeaders)
  if ((JAVA_VERSION >= 25)); then
    if [[ ! $cache -nt $WAR ]]; then
      say "learning to start fast"
      learn "${RUN[@]}" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput="$cache" \
        -cp "$jars" io.gradio4j.launcher.WarLauncher || say "could not; starting without"
    fi
    if [[ -f $cache ]]; then RUN+=(-XX:AOTCache="$cache"); fi
  fi
  # shellcheck disable=SC2206 # JAVA_OPTS is a list of words
  RUN+=(${JAVA_OPTS:-} -cp "$jars" io.gradio4j.launcher.WarLauncher)
}

# learn COMMAND: starts the apps on a free port, does what a first visitor does, and ends them.
learn() {
  local address='' log
  log=$(mktemp)
  env -u GRADIO_APP -u GRADIO_PLUGINS -u GRADIO_ROOT_PATH GRADIO_SERVER_NAME=127.0.0.1 GRADIO_SERVER_PORT=0 "$@" >"$log" 2>&1 &
  for _ in {1..100}; do
    if ! kill -0 $! 2>/dev/null; then break; fi
    if address=$(grep -o '127.0.0.1:[0-9]*' "$log"); then break; fi
    sleep 0.1
  done
  if [[ $address ]]; then visit "$address" >/dev/null; fi
  kill $! 2>/dev/null || true
  wait $! || true
  rm -f "$log"
  [[ $address ]]
}

# visit HOST:PORT: opens pages, and calls a function over HTTP and over the WebSocket.
visit() {
  local module event join='{"type":"join","id":"1","fn_index":0,"data":["you"]}'
  ask "$1" GET /
  module=$(ask "$1" GET /hello/ | sed -n 's|.* src="./\(assets/[^"]*\)".*|\1|p') && ask "$1" GET "/hello/$module"
  event=$(ask "$1" POST /hello/gradio_api/call/greet '{"data":["you"]}' | grep -o '[0-9a-f]\{32\}') &&
    ask "$1" GET "/hello/gradio_api/call/greet/$event"
  exec 9<>"/dev/tcp/${1/://}"
  printf 'GET /hello/gradio_api/ws?session_hash=learning HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' "$1" >&9
  printf 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n' >&9
  # A text frame with a mask of zeros, and a while later one that closes.
  printf "\x81\x$(printf %x $((128 + ${#join})))\0\0\0\0%s" "$join" >&9
  sleep 0.5
  printf '\x88\x80\0\0\0\0' >&9
  cat <&9
  exec 9>&-
}

# ask HOST:PORT METHOD PATH [BODY]: prints what an HTTP request is answered with.
ask() {
  local body=${4:-}
  exec 9<>"/dev/tcp/${1/://}"
  printf '%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "$3" "$1" ${#body} "$body" >&9
  cat <&9
  exec 9>&-
}

# Sets RUN: the command that starts the WAR on Payara Micro, on a port.
payara() {
  local version jar
  version=$(sed -n 's|.*<payara.version>\(.*\)</payara.version>.*|\1|p' "$ROOT/pom.xml")
  jar=$ROOT/.cache/servers/payara-micro-$version.jar
  if [[ ! -f $jar ]]; then
    need mvn maven
    say "fetching Payara Micro $version"
    mvn -q -B -ntp -f "$ROOT/pom.xml" -N dependency:copy -Dartifact=fish.payara.extras:payara-micro:$version -DoutputDirectory="${jar%/*}"
  fi
  # shellcheck disable=SC2206 # JAVA_OPTS is a list of words
  RUN=("$JAVA" ${JAVA_OPTS:-} -jar "$jar" --nohazelcast --disablephonehome --prebootcommandfile "$ROOT/war/src/payara/preboot.txt"
    --port "$1" --deploy "$WAR" --contextroot /)
}
