"""What the commands and environments of LaTeX print: which arguments are text, and what stands for the others."""

from __future__ import annotations

import re
from functools import lru_cache

from citecheck.model.document import BlockKind
from citecheck.text.latex import plain

#: Commands of which so many arguments in braces are no text.
SILENT = {
    **dict.fromkeys((
        "label", "ref", "pageref", "eqref", "autoref", "nameref", "vref", "cref", "Cref", "vpageref", "subref",
        "hyperlink",
        "index", "sindex", "glsadd", "includegraphics", "includepdf", "vspace", "hspace", "pagestyle", "thispagestyle",
        "bibliographystyle", "bibliography", "addbibresource", "usepackage", "RequirePackage", "documentclass",
        "documentstyle", "graphicspath", "href", "textcolor", "color", "hypersetup", "hyphenation", "phantom",
        "hphantom",
        "vphantom", "pagenumbering", "addvspace", "nocolon", "lstset", "tikzset", "sisetup", "setlist", "captionsetup",
        "selectlanguage", "foreignlanguage", "setcitestyle", "citestyle", "bibpunct", "hypertarget", "phantomsection",
        "verbatiminput", "lstinputlisting", "inputminted", "pdfbookmark", "setmainfont", "newcounter", "refstepcounter",
        "stepcounter", "vskip", "cline", "cmidrule", "todo", "missingfigure", "sectref", "chapref", "figref", "tabref",
        "fontsize", "makebox", "parbox", "scalebox", "rotatebox", "raisebox", "ExecuteBibliographyOptions",
        "fontfamily",
        "includeonly", "newlength", "newif", "geometry", "titleformat", "thanksref", "ProvidesPackage", "affil",
        "email",
        "orcid", "ORCID", "ccsdesc", "received", "acmDOI", "acmISBN", "ChapterDOI", "write",
    ), 1),
    **dict.fromkeys((
        "setlength", "addtolength", "setcounter", "addtocounter", "resizebox", "newtheorem", "rule", "multicolumn",
        "multirow", "defcitealias", "newcites", "newglossaryentry", "newenvironment", "DeclareMathOperator", "colorbox",
        "fontspec", "newfontfamily", "IfFileExists", "setkeys", "declaretheorem", "newcolumntype", "specialrule",
    ), 2),
    **dict.fromkeys(("addcontentsline", "definecolor", "newacronym", "contentsline", "fcolorbox"), 3),
}  # fmt: skip

#: Commands whose argument is a heading or a caption.
KINDS = {
    **dict.fromkeys((
        "part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph", "addchap", "addsec",
        "title", "subtitle", "chapterstyle", "frametitle",
    ), BlockKind.HEADING),
    **dict.fromkeys(("caption", "captionof", "subcaption"), BlockKind.CAPTION),
}  # fmt: skip
EMPHASIS = frozenset(("emph", "textit", "textsl", "mkbibemph", "mkbibitalic", "textem", "uline"))
EMPHASISED_FROM_HERE = frozenset(("em", "it", "itshape", "slshape", "sl"))
RAISED = frozenset(("textsuperscript", "up", "mkbibsuperscript", "fnref"))
#: What is put around the argument of a command.
AROUND = {
    **dict.fromkeys(("enquote", "textquote", "mkbibquote", "qu"), ("“", "”")),
    **dict.fromkeys((
        "footnote", "footnotetext", "endnote", "sidenote", "marginpar", "marginnote", "thanks", "footcitetext", "fn",
    ), (" [", "]")),
    "textsubscript": ("", ""),
}  # fmt: skip
BREAKS = frozenset((
    "par", "item", "newpage", "clearpage", "cleardoublepage", "maketitle", "appendix", "bigskip", "medskip",
    "smallskip",
    "noindent", "tableofcontents", "printbibliography", "midrule", "toprule", "bottomrule", "hline", "frontmatter",
    "mainmatter", "backmatter", "ea", "ex", "exi", "z", "glt", "trans", "newblock",
)) - {"newblock", "noindent"}  # fmt: skip

MATHEMATICS = frozenset((
    "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "flalign", "alignat", "subequations",
    "dmath", "IEEEeqnarray", "gathered", "aligned", "split",
))  # fmt: skip
TABLES = {
    "tabular": 1, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "supertabular": 1, "xltabular": 2,
    "longtblr": 1, "tblr": 1, "ltabulary": 2, "deluxetable": 1, "NiceTabular": 1, "xtabular": 1,
}  # fmt: skip
#: Environments whose first arguments are no text.
MEASURED = {
    "minipage": 1, "multicols": 1, "thebibliography": 1, "wrapfigure": 2, "wraptable": 2, "adjustbox": 1, "textblock":
    1,
    "subfigure": 1, "subtable": 1, "column": 1, "addmargin": 1, "otherlanguage": 1, "spacing": 1,
}  # fmt: skip

ACCENT = re.compile(
    r"\\(?:[\"'`^~=.]|[Hcdbkruvt](?![A-Za-z]))[ \t]*+"
    r"(?:\{[ \t]*+\\?[^\W\d_]{1,2}[ \t]*+\}|\\[ij](?![A-Za-z])[ \t]*+|[^\W\d_])"
)
SIGNS = {
    "\\": " ", "-": "", "/": "", "!": "", "(": "", ")": "", "[": "", "]": "", '"': "", "@": "", "=": "", ">": "", "<":
    "",
    "+": "", "*": "", "'": "", "`": "", "^": "", "~": "", ".": "",
    **dict.fromkeys(",;: \n\t", " "),
}  # fmt: skip
OTHERS = {"{": "", "}": "", "~": "\u00a0", "---": "—", "--": "–", "``": "“", "''": "”", "&": "\t"}


@lru_cache(maxsize=4096)
def printed(command: str) -> str:
    """Return what a command prints by itself: a letter, a sign, mostly nothing."""
    return plain(f"\\{command}{{}}") if len(command) < 30 else ""
