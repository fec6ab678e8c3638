"""Zotero RDF lists (.rdf)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.identifiers import read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.markup_records import Part, Record, place_of, read_records, year_place
from citecheck.bibliography.names import body, person
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.raw import Raw
from citecheck.model.reference import Name, Reference, ReferenceId
from citecheck.text.declared import root_of
from citecheck.text.markup import Tree

#: Types of items, as Zotero names them, and the CSL types they mean.
TYPES = {
    "journalArticle": "article-journal", "magazineArticle": "article-magazine", "newspaperArticle":
    "article-newspaper", "preprint": "article", "book": "book", "bookSection": "chapter", "conferencePaper":
    "paper-conference", "thesis": "thesis", "report": "report", "standard": "standard", "webpage": "webpage",
    "blogPost": "post-weblog", "forumPost": "post", "dataset": "dataset", "computerProgram": "software",
    "manuscript": "manuscript", "patent": "patent", "statute": "legislation", "case": "legal_case", "bill": "bill",
    "hearing": "hearing", "map": "map", "film": "motion_picture", "videoRecording": "motion_picture",
    "tvBroadcast": "broadcast", "radioBroadcast": "broadcast", "podcast": "song", "audioRecording": "song",
    "artwork": "graphic", "interview": "interview", "letter": "personal_communication", "email":
    "personal_communication", "encyclopediaArticle": "entry-encyclopedia", "dictionaryEntry": "entry-dictionary",
    "presentation": "speech", "document": "document",
}  # fmt: skip
_WORKS = frozenset((
    "Article", "Book", "BookSection", "Chapter", "ConferenceProceedings", "Data", "Description", "Document", "Illustration",
    "Image", "Interview", "Legislation", "Letter", "Manuscript", "Map", "MotionPicture", "Patent", "Recording", "Report",
    "Software", "Thesis",
))  # fmt: skip
_NO_WORKS = frozenset(("attachment", "note", "annotation"))
_PEOPLE = ("authors", "directors", "presenters", "artists", "programmers", "inventors", "interviewees", "contributors")
_KEY = re.compile(r"(?:^|\s)Citation Key: (\S{1,200})")
