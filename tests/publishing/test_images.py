import struct
import zlib

from transflow.publishing.images import size, svg_trouble


def png(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\xff\xff\xff" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def write(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_sizes_are_read_from_the_header(tmp_path):
    jpeg = (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + bytes(9) + b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 90, 160)
        + bytes(12)
    )  # fmt: skip
    webp = (
        b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0"
        + (799).to_bytes(3, "little")
        + (599).to_bytes(3, "little")
    )
    assert size(write(tmp_path, "a.png", png(3, 2))) == (3, 2)
    assert size(write(tmp_path, "a.gif", b"GIF89a" + struct.pack("<HH", 7, 5) + bytes(9))) == (7, 5)
    assert size(write(tmp_path, "a.jpg", jpeg)) == (160, 90)
    assert size(write(tmp_path, "a.webp", webp)) == (800, 600)
    assert size(
        write(tmp_path, "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 16"/>')
    ) == (32, 16)
    assert size(write(tmp_path, "b.svg", b'<svg width="40px" height="30"/>')) == (40, 30)


def test_what_is_no_picture_has_no_size(tmp_path):
    assert size(write(tmp_path, "x.png", b"\x89PNG\r\n\x1a\n")) is None
    assert size(write(tmp_path, "y.jpg", b"\xff\xd8\xff")) is None
    assert size(write(tmp_path, "z.svg", b"<svg")) is None


def test_a_drawing_that_runs_something_is_told_from_one_that_does_not(tmp_path):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
    bad = [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<a xlink:href=" javascript:alert(1)"><text>x</text></a>',
        "<foreignObject><p>x</p></foreignObject>",
    ]
    for number, inner in enumerate(bad):
        assert svg_trouble(write(tmp_path, f"{number}.svg", svg.format(inner).encode()))
    assert svg_trouble(write(tmp_path, "ok.svg", svg.format("<rect/>").encode())) == ""
