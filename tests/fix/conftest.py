"""What the tests of fixes share: an article of our own, in which every habit can be kept or broken."""

import pytest

from citecheck.engine.mending import mend
from citecheck.engine.settings import Settings

LIST = """\
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.

Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.

Finch, Leo. 2010. *Finches*. Perth: Wing.

Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.

Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 4: 1–90.

Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
"""
HABITS = (
    "Nets are shared (Ostrom, 1990: p. 3; Axelrod, 1984: pp. 16–18; Crane and Dove, 2012: pp. 111–113), say\n"
    "others (Finch, 2010: p. 4; Crane and Dove, 2012: p. 112; Lark et al., 2011: pp. 3–5; Kuhn, 1962: pp. 7–9).\n"
    "They rot (Lark et al., 2011: p. 7; Crane and Dove, 2012: p. 120; Lark et al., 2011: pp. 8–9; Lark et al.,\n"
    "2011: p. 12) at night (Crane and Dove, 2012: pp. 121–122; Crane and Dove, 2012: p. 130; Kuhn, 1962:\n"
    "pp. 10–12; Lark et al., 2011).\n"
)


def article(body, entries=LIST):
    return f"# Nets\n\n{HABITS}\n{body}\n\n## References\n\n{entries}"


@pytest.fixture
def mended(tmp_path):
    """Return the text of an article after its fixes, and what was mended."""

    def asked(body, *, unsafe=False, name="article.md", entries=LIST, **chosen):
        path = tmp_path / name
        path.write_text(article(body, entries), "utf-8")
        mending = mend(str(path), Settings(debug=True, **chosen), unsafe=unsafe)
        text = mending.files[0].after.decode() if mending.files else path.read_text("utf-8")
        start = text.index(HABITS) + len(HABITS) + 1
        return text[start : text.index("## References")].strip(), mending

    return asked


@pytest.fixture
def habits():
    return HABITS


@pytest.fixture
def entries():
    return LIST
