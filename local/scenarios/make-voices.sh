#!/usr/bin/env bash
# Speaks every line of the scenarios again. Needs flite, sox and jq (Debian: apt-get install flite sox jq).
# flite and its CMU ARCTIC voices may be used freely, commercially too. Caller: awb. Agent: slt. Flow: rms.
set -euo pipefail
cd "$(dirname "$0")"

# speak <voice> <file> <text>: what a telephone carries of it: 300 to 3400 Hz, 8 kHz, µ-law.
speak() {
  local raw
  raw=$(mktemp --suffix .wav)
  flite -voice "$1" -t "$3" -o "$raw"
  # Cut the silence at both ends, so that a line's length is that of its words; -D and -R keep the bytes the same each time.
  sox -R -D "$raw" -r 8000 -c 1 -e u-law "$2" \
    gain -h sinc 250-3500 rate 8000 norm -6 \
    silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse pad 0.04 0.12
  rm "$raw"
}

# lines <file> <jq path of the lines> <voice>
lines() {
  jq -r "$2 | select(.sound != null) | [.sound, .says] | @tsv" "$1" | while IFS=$'\t' read -r sound says; do
    speak "$3" "$(dirname "$1")/$sound" "$says"
  done
}

for scenario in */scenario.json; do
  lines "$scenario" '.turns[].caller' awb
  lines "$scenario" '.turns[].agent, .turns[].before, .opening | select(. != null)' slt
done
lines common/flow.json '.[]' rms
lines common/otherwise.json '.[]' slt
