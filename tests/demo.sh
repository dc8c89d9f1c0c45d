#!/bin/sh
# The main job on a copy of the sample project: sh tests/demo.sh FOLDER TRANSFLOW
set -eu
folder=$1
case $2 in /*) transflow=$2 ;; *) transflow=$(pwd)/$2 ;; esac
case $folder in build/*) ;; *) echo "the demo folder must lie under build/" >&2; exit 2 ;; esac
rm -rf "$folder"
mkdir -p "$folder"
for part in articles glossary locales models workflow.yaml reviews.yaml; do
  [ ! -e "$part" ] || cp -R "$part" "$folder/"
done
cd "$folder"
"$transflow" run
echo
echo "The PO files for review:  $folder/locales/<locale>/LC_MESSAGES/"
echo "The published pages:      $folder/public/index.html"
echo
echo "Next: open a PO file in Poedit or a text editor, correct a sentence and take its fuzzy flag"
echo "away; then, in $folder, run ${transflow} run and look at the page again."
