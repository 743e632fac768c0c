#!/bin/sh
# X-Signature by openssl alone, for the tests: signature.sh <webhook_secret> <X-Timestamp> <file with the raw body>
set -eu
padded=$1
while [ $((${#padded} % 4)) -ne 0 ]; do padded="$padded="; done
key=$(printf %s "$padded" | tr -- '-_' '+/' | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
{ printf '%s.' "$2"; cat "$3"; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A | tr '+/' '-_'
