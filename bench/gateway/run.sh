#!/bin/sh
# Measures the gateway against nginx and against no proxy at all. Needs nginx; uses wrk when it is there.
# Options: --seconds=3 (per measurement) --rounds=5 --write (put the results into README.md)
set -eu
cd "$(dirname "$0")"
dotnet build ../../services/TmcpGateway -c Release --nologo -v quiet
exec dotnet run -c Release --project GatewayBench.csproj -- "$@"
