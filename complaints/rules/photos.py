"""Making a photo anew from its dots alone: what it says of where, when and with what it was taken stays behind."""

import io
import warnings

from PIL import Image, ImageOps

from complaints.rules.uploads import FileKind, NotTaken

MOST_DOTS = 50_000_000
"""Width times height. A photo of more is not opened: it is larger than any phone takes."""
LONGEST_SIDE = 4096
"""In dots; a larger photo is made smaller."""
JPEG_QUALITY = 88
_BROKEN = "This picture cannot be opened. Take it or save it again, and send that."


def made_anew(kind: FileKind, content: bytes) -> bytes:
    """The photo, upright, with nothing but its dots. Raises NotTaken for what cannot be opened or is too large."""
    form = "JPEG" if kind.type == "image/jpeg" else "PNG"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[form]) as photo:
                return _dots_of(photo, form)
    except NotTaken:
        raise
    except Exception as problem:
        # Whatever a library says of bytes that somebody made up: it is no picture that anybody can look at.
        raise NotTaken(_BROKEN) from problem


def _dots_of(photo: Image.Image, form: str) -> bytes:
    width, height = photo.size
    if width * height > MOST_DOTS:
        raise NotTaken(f"This picture has {width} by {height} dots, which is too many. Send a smaller one.")
    photo.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(photo)
    see_through = form == "PNG" and (upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info)
    plain = upright.convert("RGBA" if see_through else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    fresh = Image.new(plain.mode, plain.size)
    fresh.paste(plain)
    out = io.BytesIO()
    fresh.save(out, form, **({"quality": JPEG_QUALITY} if form == "JPEG" else {}))
    return out.getvalue()
