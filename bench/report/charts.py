# bench/report/charts.py: plain charts as SVG.
"""Bars in groups on a logarithmic scale, and lines. Text and numbers only; no library."""

import html
import math

COLOURS = ["#1a7f5a", "#c2553a", "#4a6fa5", "#9a7b26", "#7a5195", "#6b6b6b", "#3aa0a8"]
FONT = 'font-family="sans-serif" font-size="12"'


def text(x: float, y: float, words: str, anchor: str = "start", extra: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {FONT} {extra}>{html.escape(words)}</text>'


def short(value: float) -> str:
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value:.3g}"


def page(width: float, height: float, title: str, parts: list[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">'
    ground = f'<rect width="{width:.0f}" height="{height:.0f}" fill="white"/>'
    return "\n".join([head, ground, text(12, 22, title, extra='font-weight="bold"'), *parts, "</svg>"]) + "\n"


def legend(names: list[str], y: float) -> list[str]:
    parts, x = [], 12.0
    for name, colour in zip(names, COLOURS):
        parts += [f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="11" height="11" fill="{colour}"/>', text(x + 15, y, name)]
        x += 30 + 7.5 * len(name)
    return parts


def bars(title: str, unit: str, groups: list[tuple[str, dict[str, float]]]) -> str:
    """Each group has a bar for each of its series; series have the same colour in all groups. Shorter is better."""
    names = list(dict.fromkeys(name for _, values in groups for name in values))
    values = [value for _, series in groups for value in series.values() if value > 0]
    low = 10 ** math.floor(math.log10(min(values)) - 0.001)
    high = 10 ** math.ceil(math.log10(max(values)) + 0.001)
    left, plot, bar = 330, 420, 11
    scale = plot / math.log10(high / low)
    parts, y = legend(names, 46), 64.0
    top = y
    for label, series in groups:
        parts.append(text(left - 8, y + bar * len(series) / 2 + 4, label, "end"))
        for name, value in series.items():
            length = max(1.0, math.log10(value / low) * scale) if value > 0 else 0
            colour = COLOURS[names.index(name) % len(COLOURS)]
            parts.append(f'<rect x="{left}" y="{y:.1f}" width="{length:.1f}" height="{bar - 2}" fill="{colour}"/>')
            parts.append(text(left + length + 4, y + bar - 3, short(value), extra='fill="#555"'))
            y += bar
        y += 8
    tick = low
    while tick <= high * 1.001:
        x = left + math.log10(tick / low) * scale
        parts.insert(0, f'<line x1="{x:.1f}" y1="{top - 6:.1f}" x2="{x:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(text(x, y + 14, short(tick), "middle"))
        tick *= 10
    parts.append(text(left + plot / 2, y + 32, unit + ", logarithmic; shorter is better", "middle"))
    return page(left + plot + 80, y + 44, title, parts)


def lines(title: str, x_unit: str, y_unit: str, series: dict[str, list[tuple[float, float]]]) -> str:
    points = [point for line in series.values() for point in line]
    right, top = max(x for x, _ in points), max(y for _, y in points)
    left, width, height, above = 80, 520, 280, 64
    parts = legend(list(series), 46)

    def place(x: float, y: float) -> tuple[float, float]:
        return left + x / right * width, above + height - y / top * height

    for step in range(5):
        x, y = place(right * step / 4, top * step / 4)
        parts += [
            f'<line x1="{left}" y1="{y:.1f}" x2="{left + width}" y2="{y:.1f}" stroke="#ddd"/>',
            text(left - 6, y + 4, short(top * step / 4), "end"),
            text(x, above + height + 16, short(right * step / 4), "middle"),
        ]
    for (name, line), colour in zip(series.items(), COLOURS):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in sorted(line)))
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"><title>{html.escape(name)}</title></polyline>'
        )
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in (place(*point) for point in line)
        ]
    parts.append(text(left + width / 2, above + height + 36, x_unit, "middle"))
    parts.append(text(12, above - 2, y_unit))
    return page(left + width + 60, above + height + 50, title, parts)
