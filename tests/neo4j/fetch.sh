#!/bin/sh
# Fetches the Neo4j server that the tests start (123 MB from Maven Central) into .neo4j/lib; does nothing where it is complete.
# Needs a JDK of version 17 or later and Maven: apt-get install default-jdk-headless maven
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
target="$root/.neo4j"

if [ -f "$target/complete" ] && cmp -s "$here/pom.xml" "$target/complete"; then
    exit 0
fi
for tool in java mvn; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "$tool is missing; install it (apt-get install default-jdk-headless maven) and call this again" >&2
        exit 1
    fi
done
rm -rf "$target"
mkdir -p "$target"
mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$target/lib" -DincludeScope=runtime
cp "$here/pom.xml" "$target/complete"
