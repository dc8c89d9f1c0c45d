#!/bin/sh
# All steps, from the parallel text to measured packages:
#     sh training/make.sh DATA OUT VERSION [options of training.train]
# On one data-centre GPU, in about half an hour:
#     sh training/make.sh ../shared/data build/models 1.0 --minutes 25 --width 384 --inner 1536 \
#         --heads 6 --encoder 6 --dropout 0.1 --domain-cells 6000 --bulk-cells 30000 --sample 8000
set -eu
data=$1 out=$2 version=$3
shift 3
cd "$(dirname "$0")/.."
python=${TRAINING_PYTHON:-build/training-venv/bin/python}
export OMP_WAIT_POLICY=PASSIVE
mkdir -p "$out"
[ -f "$out/spm.model" ] || "$python" -m training.vocabulary --data "$data" --out "$out/spm.model"
[ -f "$out/prepared/domain.tsv" ] || "$python" -m training.prepare --data "$data" \
    --vocabulary "$out/spm.model" --out "$out/prepared" --keep "${KEEP:-400000}"
"$python" -m training.train --data "$out/prepared" --vocabulary "$out/spm.model" \
    --out "$out/run" "$@"
for language in zh fr es ru ar; do
    "$python" -m training.export "$out/run/checkpoint.pt" --vocabulary "$out/spm.model" \
        --data "$out/prepared" --language "$language" --version "$version" \
        --out "$out/packages"
done
"$python" -m training.evaluate "$out"/packages/*.argosmodel --json "$out/scores.json"
"$python" -m training.cards "$out"/packages/*.argosmodel --scores "$out/scores.json" \
    --out "$out/finished"
