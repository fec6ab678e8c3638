"""What is written replaces a file wholly, and never what is no file."""

import os
import stat

import pytest

from citecheck.cli.writing import write_copy, write_file

WRITERS = {
    "a report": lambda path: write_file(path, "words"),
    "a copy": lambda path: write_copy(path, b"words", fresh=False),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_pipe_or_a_device_is_written_to_and_stays(tmp_path, write):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write(str(pipe))
        assert os.read(reading, 100) == b"words"
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_folder_is_not_written_over(tmp_path, capsys, write):
    folder = tmp_path / "results"
    folder.mkdir()
    assert not write(str(folder))
    assert capsys.readouterr().err == f"error: {folder}: is a directory\n"
