"""Commands that measure: benchmarks on labelled data, the Lab's models, methods side by side."""
