"""Sizes of pictures, read from their first bytes, so that nothing jumps while a page loads."""

import re
import struct
from functools import cache
from pathlib import Path

from transflow import safexml
from transflow.errors import TransflowError

__all__ = ["size", "svg_trouble"]

_UNIT = re.compile(r"\s*([0-9.]+)\s*(px)?\s*$")
_SVG_ACTIVE = re.compile(r"^\s*(?:javascript|vbscript|data\s*:\s*text/html)", re.IGNORECASE)


def size(path: Path) -> tuple[int, int] | None:
    """(width, height) in pixels of a PNG, GIF, JPEG, WebP or SVG file; None if unknown."""
    stat = path.stat()
    return _size(path, stat.st_mtime_ns, stat.st_size)


@cache
def _size(path: Path, _time: int, _length: int) -> tuple[int, int] | None:
    if path.suffix.lower() == ".svg":
        return _svg(path)
    with path.open("rb") as stream:
        head = stream.read(64 * 1024)
    try:
        return _raster(head)
    except (struct.error, IndexError):
        return None


def _raster(head: bytes) -> tuple[int, int] | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        width, height = struct.unpack(">II", head[16:24])
    elif head[:6] in {b"GIF87a", b"GIF89a"}:
        width, height = struct.unpack("<HH", head[6:10])
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    elif head[:2] == b"\xff\xd8":
        return _jpeg(head)
    else:
        return None
    return (width, height) if width and height else None


def _webp(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if kind == b"VP8X":
        width = int.from_bytes(head[24:27], "little") + 1
        return width, int.from_bytes(head[27:30], "little") + 1
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    """Walk the markers up to the frame header (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 < len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None


def _svg(path: Path) -> tuple[int, int] | None:
    try:
        root = safexml.parse(path.read_bytes(), str(path))
    except TransflowError:
        return None
    width, height = (_UNIT.match(root.get(key, "")) for key in ("width", "height"))
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else None
    except ValueError:
        return None


def svg_trouble(path: Path) -> str:
    """Why an SVG file must not be published: it runs a script or embeds a page. Empty if it is fine.

    Shown with `img` a browser runs nothing in it; opened by its address it would.
    """
    try:
        root = safexml.parse(path.read_bytes(), str(path))
    except TransflowError as cause:
        return cause.message
    for element in root.iter():
        name = element.tag.rpartition("}")[2].lower()
        if name in {"script", "foreignobject", "iframe", "handler"}:
            return f"it has a {name} element"
        for key, value in element.attrib.items():
            bare = key.rpartition("}")[2].lower()
            if bare.startswith("on"):
                return f"it has an event handler ({bare})"
            if bare == "href" and _SVG_ACTIVE.match(value):
                return "it has a link that runs a script"
    return ""
