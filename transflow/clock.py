"""What time it is where people work."""

from datetime import UTC, datetime

__all__ = ["now"]


def now() -> datetime:
    """The time with its offset from UTC; in UTC where `TZ` names a zone that no place on Earth has."""
    try:
        return datetime.now().astimezone()
    except (ValueError, OverflowError):  # TZ=XYZ+99:99
        return datetime.now(UTC)
