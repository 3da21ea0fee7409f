"""A stylesheet comes with all that it imports, and says together what its parts say apart."""

import re

import pytest

from webapp.shell import release, stylesheets

CSS = release.STATIC / "css"
APP = CSS / "app.css"


def test_each_part_of_the_looks_is_imported_once():
    imported = [name for name, _ in stylesheets.IMPORT.findall(APP.read_text())]
    assert sorted(imported) == sorted(f"app/{part.name}" for part in (CSS / "app").iterdir())


def test_a_part_stands_in_its_layer_and_in_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr(release, "STATIC", tmp_path)
    (tmp_path / "rain.css").write_text("p { color: blue; }\n")
    (tmp_path / "wind.css").write_text("p { color: grey; }\n")
    asked = '@layer base;\n@import "./rain.css" layer(base);\n@import "./wind.css";\na { }\n'
    (tmp_path / "walk.css").write_text(asked)
    together = "@layer base;\n@layer base {\np { color: blue; }\n}\np { color: grey; }\na { }\n"
    assert stylesheets.sheet("walk.css") == together


@pytest.mark.parametrize("name", [path.name for path in CSS.glob("*.css")])
def test_a_browser_asks_for_no_stylesheet_because_of_another(nobody, app, name):
    sent = nobody.asks("GET", f"{app.static_url_path}/css/{name}").text
    assert sent and not re.search("@import|url\\(", sent)


def test_a_phone_keeps_no_part_apart():
    assert not [name for name in release.files() if name.startswith("css/app/")]


def test_by_a_roundabout_way_no_stylesheet_is_put_together(nobody, app):
    before = stylesheets.sheet.cache_info().currsize
    for way in ("./app.css", "../css/app.css", "app/../app.css"):
        assert nobody.asks("GET", f"{app.static_url_path}/css/{way}").status_code == 200
    assert stylesheets.sheet.cache_info().currsize == before
