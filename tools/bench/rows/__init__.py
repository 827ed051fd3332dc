"""One module per thing measured: ``measure(scale)`` returns rows of the table."""
