"""The network: one encoder for English, one decoder for every target language.

The decoder is told its language by its first token (`<2zh>`, `<2fr>`, ...). Only the output
bias is kept per language, because how common a piece is differs more between languages than
anything else the output layer knows. Layers follow the pre-norm Transformer (Vaswani et al.,
2017; Xiong et al., 2020) in the arrangement that CTranslate2 runs.
"""

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

MAX_POSITIONS = 512


@dataclass(frozen=True)
class Shape:
    """Everything that fixes the size of a network.

    Attributes:
        pieces: size of the shared vocabulary.
        languages: target languages, in the order of the rows of the output bias.
        width: size of a token's vector.
        inner: size of the hidden layer of a feed-forward block.
        heads: attention heads of a layer.
        encoder: encoder layers.
        decoder: decoder layers.
    """

    pieces: int
    languages: tuple[str, ...]
    width: int = 192
    inner: int = 768
    heads: int = 4
    encoder: int = 4
    decoder: int = 2

    def as_dict(self) -> dict[str, object]:
        """The shape as plain values, for a checkpoint."""
        return asdict(self) | {"languages": list(self.languages)}

    @classmethod
    def from_dict(cls, values: dict[str, object]) -> "Shape":
        """The inverse of `as_dict`."""
        return cls(**{**values, "languages": tuple(values["languages"])})  # type: ignore[arg-type]


def positions(count: int, width: int) -> Tensor:
    """Sinusoidal position vectors, sines in the first half and cosines in the second."""
    steps = torch.arange(count).float()[:, None]
    rates = torch.exp(torch.arange(0, width, 2).float() * (-math.log(10000.0) / width))
    return torch.cat([(steps * rates).sin(), (steps * rates).cos()], dim=1)


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int, hidden: Tensor | None) -> Tensor:
    """Multi-head attention; `hidden` is true where a query must not look.

    Written out because the fused kernel is slower than two products on a processor when
    sentences are short.
    """
    batch, length, width = query.shape

    def split(x: Tensor) -> Tensor:
        return x.view(batch, -1, heads, width // heads).transpose(1, 2)

    if query.is_cuda:
        allowed = None if hidden is None else ~hidden
        mixed = functional.scaled_dot_product_attention(
            split(query), split(key), split(value), attn_mask=allowed
        )
    else:
        scores = split(query) * (width // heads) ** -0.5 @ split(key).transpose(-1, -2)
        if hidden is not None:
            scores = scores.masked_fill(hidden, -1e4)
        mixed = scores.softmax(-1) @ split(value)
    return mixed.transpose(1, 2).reshape(batch, length, width)


class SelfAttention(nn.Module):
    """Attention of a sequence to itself, with its residual connection."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.inputs = nn.Linear(shape.width, 3 * shape.width)
        self.output = nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, hidden: Tensor | None) -> Tensor:
        """Attend from `x` to itself, but not to what is hidden."""
        query, key, value = self.inputs(self.norm(x)).chunk(3, -1)
        mixed = self.output(attend(query, key, value, self.heads, hidden))
        return x + self.dropout(mixed)  # type: ignore[no-any-return]


class CrossAttention(nn.Module):
    """Attention of the decoder to the encoded source, with its residual connection."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.query = nn.Linear(shape.width, shape.width)
        self.inputs = nn.Linear(shape.width, 2 * shape.width)
        self.output = nn.Linear(shape.width, shape.width)

    def forward(self, x: Tensor, memory: Tensor, hidden: Tensor | None) -> Tensor:
        """Attend from `x` to the encoded source."""
        key, value = self.inputs(memory).chunk(2, -1)
        mixed = attend(self.query(self.norm(x)), key, value, self.heads, hidden)
        return x + self.dropout(self.output(mixed))  # type: ignore[no-any-return]


class FeedForward(nn.Module):
    """Two linear layers around a ReLU, with their residual connection."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.norm = nn.LayerNorm(shape.width)
        self.inputs = nn.Linear(shape.width, shape.inner)
        self.output = nn.Linear(shape.inner, shape.width)

    def forward(self, x: Tensor) -> Tensor:
        """Transform each position by itself."""
        inner = functional.relu(self.inputs(self.norm(x)))
        return x + self.dropout(self.output(inner))  # type: ignore[no-any-return]


class EncoderLayer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(shape, dropout)
        self.feed_forward = FeedForward(shape, dropout)

    def forward(self, x: Tensor, hidden: Tensor | None) -> Tensor:
        """Attention, then feed-forward."""
        return self.feed_forward(self.attention(x, hidden))  # type: ignore[no-any-return]


class DecoderLayer(nn.Module):
    """One layer of the decoder."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.attention = SelfAttention(shape, dropout)
        self.cross = CrossAttention(shape, dropout)
        self.feed_forward = FeedForward(shape, dropout)

    def forward(self, x: Tensor, future: Tensor, memory: Tensor, hidden: Tensor | None) -> Tensor:
        """Attention to what came before and to the source, then feed-forward."""
        x = self.cross(self.attention(x, future), memory, hidden)
        return self.feed_forward(x)  # type: ignore[no-any-return]


class Translator(nn.Module):
    """Encoder and decoder with one embedding matrix for source, target and output."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.pieces, shape.width)
        self.bias = nn.Parameter(torch.zeros(len(shape.languages), shape.pieces))
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder))
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.dropout = nn.Dropout(dropout)
        self.places: Tensor
        self.register_buffer("places", positions(MAX_POSITIONS, shape.width), persistent=False)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def embed(self, tokens: Tensor, table: Tensor | None = None) -> Tensor:
        """Vectors of tokens [batch, length] with their positions.

        `table` [rows, width] stands in for the embedding matrix when only some rows are at hand
        (the tokens are then numbers of its rows).
        """
        weight = self.embedding.weight if table is None else table
        scaled = functional.embedding(tokens, weight) * math.sqrt(self.shape.width)
        placed = (scaled + self.places[: tokens.shape[1]]).to(weight.dtype)
        return self.dropout(placed)  # type: ignore[no-any-return]

    def to_half(self) -> "Translator":
        """The network with its weights in bfloat16; the positions stay exact."""
        places = self.places
        self.to(torch.bfloat16)
        self.places = places
        return self

    def encode(self, tokens: Tensor, hidden: Tensor, table: Tensor | None = None) -> Tensor:
        """Encode source tokens [batch, length]; `hidden` [batch, 1, 1, length] marks padding."""
        x = self.embed(tokens, table)
        for layer in self.encoder:
            x = layer(x, hidden)
        return self.encoder_norm(x)  # type: ignore[no-any-return]

    def decode(
        self, tokens: Tensor, memory: Tensor, hidden: Tensor, table: Tensor | None = None
    ) -> Tensor:
        """Decoder states [batch, length, width] for target tokens that begin with the language."""
        length = tokens.shape[1]
        future = torch.ones(length, length, dtype=torch.bool, device=tokens.device).triu(1)
        x = self.embed(tokens, table)
        for layer in self.decoder:
            x = layer(x, future, memory, hidden)
        return self.decoder_norm(x)  # type: ignore[no-any-return]
