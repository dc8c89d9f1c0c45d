#!/bin/sh
# All steps, from the parallel text to measured packages:
#     sh training/make.sh DATA OUT VERSION [options of training.accelerated, or of training.train]
# With a GPU that PyTorch sees it is training.accelerated, half an hour long if nothing is said,
# without one training.train.
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
step=train
"$python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())' && step=accelerated
"$python" -m "training.$step" --data "$out/prepared" --vocabulary "$out/spm.model" \
    --out "$out/run" "$@"
for language in zh fr es ru ar; do
    checkpoint=$out/run/$language/checkpoint.pt
    [ -f "$checkpoint" ] || checkpoint=$out/run/checkpoint.pt
    "$python" -m training.export "$checkpoint" --vocabulary "$out/spm.model" \
        --data "$out/prepared" --language "$language" --version "$version" \
        --out "$out/packages"
done
"$python" -m training.evaluate "$out"/packages/*.argosmodel --json "$out/scores.json"
"$python" -m training.cards "$out"/packages/*.argosmodel --scores "$out/scores.json" \
    --out "$out/finished"
