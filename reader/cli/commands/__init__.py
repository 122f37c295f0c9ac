"""The commands: each module turns what the lower layers know into records and has ``run``.

``run(options, output)`` returns the exit status.
"""
