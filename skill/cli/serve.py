"""``stride serve``: the web application behind a production server."""

from __future__ import annotations

import gc
import logging

import click

from skill.config import Settings

DEFAULT_PORT = 8080
THREADS = 8


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="The port to listen on; 0 takes any that is free.",
)
def serve(host: str, port: int) -> None:
    """Serve the Alexa endpoint at POST /alexa, and /healthz, until Ctrl-C.

    Alexa reaches it through HTTPS only: put a proxy or a tunnel in front.

    \b
    Examples:
      stride serve
      STRIDE_ALEXA_VERIFY=0 stride serve --port 0
    """
    from waitress.server import create_server  # type: ignore[import-untyped]

    from skill.app import create_app

    gc.enable()
    settings = Settings.from_environment()
    logging.basicConfig(level=settings.log_level)
    app = create_app(settings)
    try:
        server = create_server(app, host=host, port=port, threads=THREADS)
    except OSError as problem:
        raise click.ClickException(
            f"{host}:{port} cannot be listened on ({problem.strerror}): choose another --port."
        ) from problem
    click.echo(f"Serving on http://{server.effective_host}:{server.effective_port}")
    server.run()
