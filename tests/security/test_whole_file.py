"""A file that a power cut may meet: the old one or the new one is there, and nothing beside."""

import pytest

from webapp.security.whole_file import unless_there, written


def test_what_was_written_is_there_and_private(tmp_path):
    with written(tmp_path / "kept") as file:
        file.write(b"new")
    assert (tmp_path / "kept").read_bytes() == b"new"
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o600


def test_what_breaks_off_leaves_the_old_file_alone(tmp_path):
    (tmp_path / "kept").write_bytes(b"old")
    with pytest.raises(OSError), written(tmp_path / "kept") as file:
        file.write(b"half")
        raise OSError
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("kept", b"old")]


def test_what_is_made_once_stays_as_the_first_made_it(tmp_path):
    for who in b"first", b"second":
        with written(tmp_path / "kept", unless_there) as file:
            file.write(who)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("kept", b"first")]
