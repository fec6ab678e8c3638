"""`python -m citecheck.cli.parquet LINES TABLE COLUMNS`: a table in Parquet, made of lines of JSON.

A process of its own, so that the library takes its memory and its threads with it.
"""

from __future__ import annotations

import json
import sys


def make_table(lines: str, table: str, columns: dict[str, str]) -> None:
    """Write the rows that stand in the file `lines`; `columns` are their names with the types of SQL."""
    import duckdb

    types = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    with duckdb.connect() as database:
        question = f"FROM read_json(?, format='newline_delimited', columns={{{types}}})"
        database.from_query(question, params=[lines]).write_parquet(table)


if __name__ == "__main__":
    make_table(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))
