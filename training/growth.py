"""More layers for a network that goes on to compute the same, and has more to learn with.

A layer whose outputs are nought adds nothing to what passes through it (Chen et al., Net2Net, 2016). A network that
does no better on the sentences it was trained on than on others is too small for them: then the next run of it
should have more layers, on the encoder's side, where they cost least when it is used.
"""

from dataclasses import replace

from torch import Tensor

from training.checkpoints import Checkpoint

__all__ = ["deepened"]


def deepened(state: Checkpoint, encoder: int, decoder: int) -> Checkpoint:
    """A network with more layers that computes the same: copies, each behind its original.

    Args:
        state: The network; of its weights the averaged ones are taken.
        encoder: Layers that the encoder shall have, at least those it has.
        decoder: The same of the decoder.

    Raises:
        ValueError: Fewer layers are asked for than there are.
    """
    shape = state.shape
    if encoder < shape.encoder or decoder < shape.decoder:
        raise ValueError(
            f"the network has {shape.encoder} and {shape.decoder} layers, more than {encoder} and {decoder}"
        )
    sides = (("encoder", shape.encoder, encoder), ("decoder", shape.decoder, decoder))
    made: dict[str, Tensor] = {
        name: value
        for name, value in state.mean.items()
        if not any(name.startswith(f"{side}.") for side, *_ in sides)
    }
    for side, had, wanted in sides:
        origins = [number * had // wanted for number in range(wanted)]
        for number, origin in enumerate(origins):
            is_copy = origin in origins[:number]
            for name, value in state.mean.items():
                head, _, rest = name.partition(f"{side}.{origin}.")
                if head or not rest:
                    continue
                adds = rest.split(".")[-2] == "output"
                made[f"{side}.{number}.{rest}"] = value * 0 if is_copy and adds else value.clone()
    return Checkpoint(replace(shape, encoder=encoder, decoder=decoder), made, made)
