"""The command line: which command runs, and how every run ends.

A run ends with the exit status of ``errors`` and never with a traceback over what the user did:
ctrl+c, a reader of the pipe that left, a full disk, a closed standard output.
"""

from reader.cli.interrupt import leaving_at_once

with leaving_at_once:
    import contextlib
    import gc
    import importlib
    import os
    import sys
    from collections.abc import Sequence

    from reader.cli.arguments import parse
    from reader.cli.errors import FAILED, FOUND, INTERRUPTED, CommandError, tell

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    try:
        status = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as ended:  # argparse, after help or a usage error
        return ended.code if isinstance(ended.code, int) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return FOUND
    except CommandError as error:
        tell(str(error))
        return error.status
    except OSError as error:
        _silence()
        tell(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}")
        return FAILED
    return status


def _run(argv: Sequence[str]) -> int:
    with leaving_at_once:
        options = parse(argv)
    if sys.stdout is None:
        raise CommandError("output: standard output is closed (give it somewhere to write)")
    from reader.cli.output import Output

    is_doctor = options.command == "doctor"  # it says itself what is wrong with the settings
    if hasattr(options, "paths"):
        from reader.cli.fields import take_up

        with contextlib.suppress(CommandError) if is_doctor else contextlib.nullcontext():
            take_up()
    if any(map(_is_special, getattr(options, "paths", ()))):
        from reader.cli import sources

        options.named, options.paths = options.paths, sources.files(options.paths)
    gc.disable()  # what is imported stays: to look through it for garbage would take time
    command = importlib.import_module(f"reader.cli.commands.{options.command}")
    gc.freeze()
    gc.enable()
    is_export = options.command == "export"
    as_json = options.format == "json" if is_export else getattr(options, "json", False)
    status: int = command.run(options, Output.standard(as_json, in_utf8=as_json or is_export))
    return status


def _is_special(path: str) -> bool:
    """Tell a path that may stand for others. It is asked at each start, and imports nothing."""
    return path[:1] in ("-", "@") or "://" in path or path.lower().endswith((".opml", ".xml"))


def _silence() -> None:
    """Give what is still buffered nowhere to go, so that the exit does not fail over it."""
    try:
        target = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, target)
    os.close(nowhere)
