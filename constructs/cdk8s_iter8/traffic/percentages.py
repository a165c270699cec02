"""Percentages of requests: how they are rounded, and how they are written."""


def percent(part: int, whole: int) -> float:
    """Returns a percentage with two decimals, or with more where two would round it to 0 or 100.

    Example:
        >>> percent(1, 3), percent(1, 2), percent(1, 1000000)
        (33.33, 50, 0.0001)
    """
    if part == whole:
        return 100
    exact = 100 * part / whole
    short = next((rounded for digits in (2, 4, 6, 8) if 0 < (rounded := round(exact, digits)) < 100), exact)
    return int(short) if short == int(short) else short


def percent_words(percent: float) -> str:
    """Writes a percentage, without exponent.

    Example:
        >>> percent_words(30), percent_words(0.00001)
        ('30%', '0.00001%')
    """
    return f"{percent:.8f}".rstrip("0").rstrip(".") + "%"
