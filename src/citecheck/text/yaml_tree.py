"""YAML with places: what stands where in the text. No tag is obeyed, no alias followed, no object built."""

from __future__ import annotations

from citecheck.model.span import Span
from citecheck.model.value import record

#: The deepest nesting that is followed, and the most values of one file.
DEEPEST, MOST = 200, 2_000_000


class YamlError(Exception):
    """Raised where the text is no YAML, or more of it than a list has; `at` is the place."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(reason)
        self.at = at
        self.reason = reason


@record
class Node:
    """A value and where it stands: words, a list, or fields by name; None for an alias or nothing."""

    value: str | list[Node] | dict[str, Node] | None
    span: Span

    @property
    def plain(self) -> object:
        """The value without its places."""
        if isinstance(self.value, dict):
            return {name: node.plain for name, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value


def read_yaml(text: str) -> tuple[Node | None, YamlError | None]:
    """Return the value of the first document in `text`, kept as far as it goes, and where it breaks off if it does."""
    builder = _Builder()
    try:
        builder.build(text)
    except YamlError as error:
        return builder.root, error
    return builder.root, None


class _Builder:
    """Makes values of the events of a parser."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[tuple[Node, list[str | None]]] = []
        """What is being read, with the name of the field whose value comes next."""
        self._count = 0

    def build(self, text: str) -> None:
        import yaml

        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                start = event.start_mark.index if event.start_mark else 0
                end = event.end_mark.index if event.end_mark else start
                if isinstance(event, yaml.DocumentEndEvent):
                    return
                if isinstance(event, yaml.MappingStartEvent):
                    self._begin(Node({}, Span(start, end)))
                elif isinstance(event, yaml.SequenceStartEvent):
                    self._begin(Node([], Span(start, end)))
                elif isinstance(event, yaml.CollectionEndEvent):
                    self._open.pop()
                elif isinstance(event, yaml.ScalarEvent):
                    self._add(Node(event.value, Span(start, end)))
                elif isinstance(event, yaml.AliasEvent):
                    self._add(Node(None, Span(start, end)))
        except yaml.MarkedYAMLError as error:
            raise YamlError(error.problem_mark.index if error.problem_mark else 0, "the YAML breaks off") from error
        except (yaml.YAMLError, ValueError) as error:
            raise YamlError(getattr(error, "position", 0), "it holds a character that YAML forbids") from error

    def _begin(self, node: Node) -> None:
        if len(self._open) >= DEEPEST:
            raise YamlError(node.span.start, f"its values are nested too deep (limit {DEEPEST})")
        self._add(node)
        self._open.append((node, [None]))

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > MOST:
            raise YamlError(node.span.start, f"it has too many values (limit {MOST:,})")
        for outer, _ in self._open:
            outer.span = Span(outer.span.start, max(outer.span.end, node.span.end))
        if not self._open:
            self.root = self.root or node
            return
        outer, name = self._open[-1]
        if isinstance(outer.value, list):
            outer.value.append(node)
        elif isinstance(outer.value, dict):
            if name[0] is None:
                name[0] = node.value if isinstance(node.value, str) else ""
            else:
                outer.value.setdefault(name[0], node)
                name[0] = None
