"""Starting the server where something is in the way."""

import socket

from webapp import create_app


def test_a_second_server_on_a_taken_port_says_so_and_stops(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as first:
        port = str(first.getsockname()[1])
        app = create_app({"INSTANCE": str(tmp_path), "PORT": port})
        told = app.test_cli_runner().invoke(args=["serve"])
    assert told.exit_code == 1
    assert f"Port {port} is taken" in told.output
